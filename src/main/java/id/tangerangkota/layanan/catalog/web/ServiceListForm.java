package id.tangerangkota.layanan.catalog.web;

import id.tangerangkota.layanan.catalog.Audience;
import id.tangerangkota.layanan.catalog.LifeEvent;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceFilter;
import id.tangerangkota.layanan.catalog.ServiceKind;
import id.tangerangkota.layanan.web.InvalidParameter;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.Paging;
import id.tangerangkota.layanan.web.Query;
import id.tangerangkota.layanan.web.TypedText;
import org.jspecify.annotations.Nullable;

/** Question and filters of the list of services, as they stand in its address. */
record ServiceListForm(@Nullable String q, @Nullable String kategori, @Nullable String jenis, @Nullable String platform,
		@Nullable String opd, @Nullable String peristiwa, @Nullable String untuk, @Nullable String halaman) {

	/** The list as one opens it: no question, no filter. */
	static final ServiceListForm EVERYTHING = new ServiceListForm(null, null, null, null, null, null, null, null);

	static final String PATH = "/layanan";

	/** A longer question is not one: it is a text pasted by mistake or an attempt. */
	static final int LONGEST_QUESTION = 200;

	ServiceListForm {
		q = TypedText.given(q);
		kategori = TypedText.given(kategori);
		jenis = TypedText.given(jenis);
		platform = TypedText.given(platform);
		opd = TypedText.given(opd);
		peristiwa = TypedText.given(peristiwa);
		untuk = TypedText.given(untuk);
		halaman = TypedText.given(halaman);
		if (q != null && q.length() > LONGEST_QUESTION) {
			throw new InvalidParameter("q", "must not be longer than " + LONGEST_QUESTION + " characters");
		}
	}

	@Nullable ServiceKind kind() {
		return UrlCodes.KINDS.parse(this.jenis);
	}

	@Nullable LifeEvent lifeEvent() {
		return UrlCodes.LIFE_EVENTS.parse(this.peristiwa);
	}

	@Nullable Audience audience() {
		return UrlCodes.AUDIENCES.parse(this.untuk);
	}

	@Nullable Platform platformValue() {
		return UrlCodes.PLATFORMS.parse(this.platform);
	}

	/**
	 * Without a question or a place to look, the sites of kelurahan stay with their
	 * kecamatan.
	 */
	boolean folded() {
		return this.q == null && this.kategori == null && this.opd == null;
	}

	ServiceFilter filter() {
		return new ServiceFilter(this.kategori, kind(), platformValue(), this.opd, lifeEvent(), audience(), folded());
	}

	/**
	 * The page asked for, from 1.
	 * @throws NotFound if it cannot be the number of a page
	 */
	int page() {
		return Paging.number(this.halaman);
	}

	/** This list at another page. */
	ServiceListForm on(@Nullable String halaman) {
		return new ServiceListForm(this.q, this.kategori, this.jenis, this.platform, this.opd, this.peristiwa,
				this.untuk, halaman);
	}

	/**
	 * What the filters look like follows from this: everything but the question and the
	 * page.
	 */
	public String filterKey() {
		return hrefWithout("q");
	}

	/** The address of another page of the same list. */
	String href(int page) {
		return query().page(page).at(PATH);
	}

	/** The address of the list without one of its parameters. */
	String hrefWithout(String parameter) {
		return query().without(parameter).at(PATH);
	}

	private Query query() {
		return Query.EMPTY.with("q", this.q)
			.with("kategori", this.kategori)
			.with("jenis", this.jenis)
			.with("platform", this.platform)
			.with("opd", this.opd)
			.with("peristiwa", this.peristiwa)
			.with("untuk", this.untuk);
	}

}
