package id.tangerangkota.layanan.survey.web;

import id.tangerangkota.layanan.web.Query;
import org.jspecify.annotations.Nullable;

/**
 * Which services are listed with what people say. What cannot be read filters nothing.
 *
 * @param periode a quarter, half or year
 * @param q words of a service's name
 * @param opd code of an agency
 */
record ResultsForm(@Nullable String periode, @Nullable String q, @Nullable String opd, @Nullable String halaman) {

	private static final int LONGEST = 200;

	String words() {
		String words = (this.q != null) ? this.q.strip() : "";
		return (words.length() > LONGEST) ? words.substring(0, LONGEST) : words;
	}

	boolean isOf(@Nullable String agency) {
		return this.opd == null || this.opd.isBlank() || this.opd.equals(agency);
	}

	/** Address of a page of the same list. */
	String href(int page) {
		return Query.EMPTY.with("periode", this.periode)
			.with("q", this.q)
			.with("opd", this.opd)
			.page(page)
			.at(ResultsController.PATH);
	}

}
