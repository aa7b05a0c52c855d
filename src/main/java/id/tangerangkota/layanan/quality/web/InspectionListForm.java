package id.tangerangkota.layanan.quality.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

import id.tangerangkota.layanan.quality.inspection.SiteOutcome;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * What the list of inspections is filtered by. What cannot be read filters nothing.
 *
 * @param q words of a service's name
 * @param opd code of an agency
 * @param hasil how the visit ended
 * @param kurang code of an item that is missing
 */
record InspectionListForm(@Nullable String q, @Nullable String opd, @Nullable String hasil, @Nullable String kurang,
		@Nullable String halaman) {

	private static final int LONGEST = 200;

	String words() {
		String words = (this.q != null) ? this.q.strip() : "";
		return (words.length() > LONGEST) ? words.substring(0, LONGEST) : words;
	}

	@Nullable SiteOutcome outcome() {
		return Arrays.stream(SiteOutcome.values())
			.filter((outcome) -> outcome.code().equals(this.hasil))
			.findFirst()
			.orElse(null);
	}

	@Nullable String missed(List<String> items) {
		return (this.kurang != null && items.contains(this.kurang)) ? this.kurang : null;
	}

	/** Address of a page of the same list. */
	String href(int page) {
		return InspectionController.PATH + query((page > 1) ? String.valueOf(page) : null);
	}

	/** The filters, as an address has them. */
	String query(@Nullable String page) {
		StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
		add(query, "q", this.q);
		add(query, "opd", this.opd);
		add(query, "hasil", this.hasil);
		add(query, "kurang", this.kurang);
		add(query, "halaman", page);
		return query.toString();
	}

	private static void add(StringJoiner query, String name, @Nullable String value) {
		if (StringUtils.hasText(value)) {
			query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
		}
	}

}
