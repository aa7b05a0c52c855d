package id.tangerangkota.layanan.quality.web;

import java.util.Arrays;
import java.util.List;

import id.tangerangkota.layanan.quality.inspection.SiteOutcome;
import id.tangerangkota.layanan.web.Query;
import org.jspecify.annotations.Nullable;

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
		return query().page(page).at(InspectionController.PATH);
	}

	/** The filters, as an address has them. */
	Query query() {
		return Query.EMPTY.with("q", this.q)
			.with("opd", this.opd)
			.with("hasil", this.hasil)
			.with("kurang", this.kurang);
	}

}
