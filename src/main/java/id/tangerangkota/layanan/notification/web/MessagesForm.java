package id.tangerangkota.layanan.notification.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.notification.Channel;
import id.tangerangkota.layanan.notification.MessageFilter;
import id.tangerangkota.layanan.notification.MessageFilter.View;
import id.tangerangkota.layanan.web.InvalidParameter;
import id.tangerangkota.layanan.web.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Which messages an administrator looks at, as it stands in the address.
 *
 * @param jenis the kind, in small letters
 */
record MessagesForm(@Nullable String keadaan, @Nullable String jenis, @Nullable String saluran,
		@Nullable String halaman) {

	private static final Map<String, View> VIEWS = views();

	private static final Map<String, Channel> CHANNELS = Map.of("surel", Channel.EMAIL, "webhook", Channel.WEBHOOK);

	private static Map<String, View> views() {
		Map<String, View> views = new LinkedHashMap<>();
		views.put("", View.UNDELIVERED);
		views.put("gagal", View.FAILING);
		views.put("menunggu", View.WAITING);
		views.put("dihentikan", View.GIVEN_UP);
		views.put("terkirim", View.SENT);
		return views;
	}

	static List<Map.Entry<String, View>> choices() {
		return List.copyOf(VIEWS.entrySet());
	}

	static String code(Channel channel) {
		return (channel == Channel.EMAIL) ? "surel" : "webhook";
	}

	static String code(String kind) {
		return kind.toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * What to list.
	 * @throws InvalidParameter if there is no such state, kind or channel
	 */
	MessageFilter filter() {
		View view = VIEWS.get((this.keadaan != null) ? this.keadaan : "");
		if (view == null) {
			throw new InvalidParameter("keadaan", "must be one of " + VIEWS.keySet());
		}
		return new MessageFilter(view, kind(), channel());
	}

	private @Nullable String kind() {
		if (!StringUtils.hasText(this.jenis)) {
			return null;
		}
		return MessageFilter.kinds()
			.stream()
			.filter((kind) -> code(kind).equals(this.jenis))
			.findFirst()
			.orElseThrow(() -> new InvalidParameter("jenis", "must be a kind"));
	}

	private @Nullable Channel channel() {
		if (!StringUtils.hasText(this.saluran)) {
			return null;
		}
		return Arrays.stream(Channel.values())
			.filter((channel) -> channel == CHANNELS.get(this.saluran))
			.findFirst()
			.orElseThrow(() -> new InvalidParameter("saluran", "must be one of " + CHANNELS.keySet()));
	}

	/** The address of another page of the same list. */
	String href(int page) {
		return Query.EMPTY.with("keadaan", this.keadaan)
			.with("jenis", this.jenis)
			.with("saluran", this.saluran)
			.page(page)
			.at(MessagesController.PATH);
	}

}
