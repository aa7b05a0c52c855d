package id.tangerangkota.layanan.privacy.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.privacy.RequestFilter;
import id.tangerangkota.layanan.privacy.RequestFilter.View;
import id.tangerangkota.layanan.privacy.RequestKind;
import id.tangerangkota.layanan.web.InvalidParameter;
import id.tangerangkota.layanan.web.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/** Which requests the staff look at, as it stands in the address. */
record QueueForm(@Nullable String keadaan, @Nullable String jenis, @Nullable String halaman) {

	static final String PATH = "/admin/hak-data";

	private static final Map<String, View> VIEWS = views();

	private static Map<String, View> views() {
		Map<String, View> views = new LinkedHashMap<>();
		views.put("", View.QUEUE);
		views.put("terbuka", View.OPEN);
		views.put("terlambat", View.OVERDUE);
		views.put("dijawab", View.ANSWERED);
		views.put("mandiri", View.SELF_SERVED);
		return views;
	}

	static List<Map.Entry<String, View>> choices() {
		return List.copyOf(VIEWS.entrySet());
	}

	/**
	 * What to list.
	 * @throws InvalidParameter if there is no such view or kind
	 */
	RequestFilter filter() {
		View view = VIEWS.get((this.keadaan != null) ? this.keadaan : "");
		if (view == null) {
			throw new InvalidParameter("keadaan", "must be one of " + VIEWS.keySet());
		}
		return new RequestFilter(view, kind());
	}

	private @Nullable RequestKind kind() {
		if (!StringUtils.hasText(this.jenis)) {
			return null;
		}
		return KindCodes.parse(this.jenis).orElseThrow(() -> new InvalidParameter("jenis", "must be a kind"));
	}

	/** The address of another page of the same list. */
	String href(int page) {
		return Query.EMPTY.with("keadaan", this.keadaan).with("jenis", this.jenis).page(page).at(PATH);
	}

}
