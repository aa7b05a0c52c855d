package id.tangerangkota.layanan.availability.web;

import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.check.CheckMode;
import id.tangerangkota.layanan.web.Query;
import id.tangerangkota.layanan.web.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * What the list of checks is filtered by. What cannot be read filters nothing.
 *
 * @param q words of the address or of the service's name
 * @param keadaan a state
 * @param cara a mode
 * @param jeda whether they are paused: {@code ya} or {@code tidak}
 */
record CheckListForm(@Nullable String q, @Nullable String keadaan, @Nullable String cara, @Nullable String jeda,
		@Nullable String halaman) {

	static final String YES = "ya";

	static final String NO = "tidak";

	private static final int LONGEST = 200;

	String words() {
		String words = TypedText.line(this.q);
		return (words.length() > LONGEST) ? words.substring(0, LONGEST) : words;
	}

	@Nullable ServiceState state() {
		return TypedText.choice(ServiceState.values(), this.keadaan);
	}

	@Nullable CheckMode mode() {
		return TypedText.choice(CheckMode.values(), this.cara);
	}

	@Nullable Boolean paused() {
		return YES.equals(this.jeda) ? Boolean.TRUE : NO.equals(this.jeda) ? Boolean.FALSE : null;
	}

	boolean isFiltered() {
		return !words().isEmpty() || state() != null || mode() != null || paused() != null;
	}

	/** Address of a page of the same list. */
	String href(int page) {
		return Query.EMPTY.with("q", this.q)
			.with("keadaan", this.keadaan)
			.with("cara", this.cara)
			.with("jeda", this.jeda)
			.page(page)
			.at(ChecksController.PATH);
	}

}
