package id.tangerangkota.layanan.availability.web;

import id.tangerangkota.layanan.web.DayRange;
import id.tangerangkota.layanan.web.Query;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents somebody looks at, as it stands in the address.
 *
 * @param opd code of an agency
 * @param layanan slug of a service
 * @param dari first day
 * @param sampai last day
 */
record IncidentListForm(@Nullable String opd, @Nullable String layanan, @Nullable String dari, @Nullable String sampai,
		@Nullable String halaman) {

	static final String PATH = "/status/insiden";

	static final String AGENCY = "opd";

	static final String SERVICE = "layanan";

	boolean isNarrowed() {
		return !query().isEmpty();
	}

	DayRange days() {
		return DayRange.of(this.dari, this.sampai);
	}

	/** The same incidents, on another page. */
	String href(int page) {
		return query().page(page).at(PATH);
	}

	/** More incidents: one of the filters is left out. */
	String without(String parameter) {
		return query().without(parameter).at(PATH);
	}

	private Query query() {
		return Query.EMPTY.with(AGENCY, this.opd)
			.with(SERVICE, this.layanan)
			.with(DayRange.FROM, this.dari)
			.with(DayRange.TO, this.sampai);
	}

}
