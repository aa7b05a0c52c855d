package id.tangerangkota.layanan.complaint.web.open;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.Set;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.PublicFilter;
import id.tangerangkota.layanan.complaint.PublicState;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.web.DayRange;
import id.tangerangkota.layanan.web.InvalidParameter;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.Paging;
import id.tangerangkota.layanan.web.Query;
import id.tangerangkota.layanan.web.TypedText;
import org.jspecify.annotations.Nullable;

/** The filters of the list of complaints, as they stand in its address. */
record ComplaintListForm(@Nullable String status, @Nullable String kategori, @Nullable String opd,
		@Nullable String wilayah, @Nullable String layanan, @Nullable String jenis, @Nullable String terlambat,
		@Nullable String periode, @Nullable String asal, @Nullable String dari, @Nullable String sampai,
		@Nullable String halaman) {

	static final String PATH = "/pengaduan";

	static final String MAP = "/pengaduan/peta";

	private static final String YES = "ya";

	private static final int LONGEST = 100;

	ComplaintListForm {
		status = TypedText.given("status", status, LONGEST);
		kategori = TypedText.given("kategori", kategori, LONGEST);
		opd = TypedText.given("opd", opd, LONGEST);
		wilayah = TypedText.given("wilayah", wilayah, LONGEST);
		layanan = TypedText.given("layanan", layanan, LONGEST);
		jenis = TypedText.given("jenis", jenis, LONGEST);
		terlambat = TypedText.given("terlambat", terlambat, LONGEST);
		periode = TypedText.given("periode", periode, LONGEST);
		asal = TypedText.given("asal", asal, LONGEST);
		dari = TypedText.given(DayRange.FROM, dari, LONGEST);
		sampai = TypedText.given(DayRange.TO, sampai, LONGEST);
		halaman = TypedText.given("halaman", halaman, LONGEST);
	}

	/**
	 * What is asked for.
	 * @param service that {@code layanan} names
	 */
	PublicFilter filter(@Nullable ServiceId service, LocalDate today) {
		Set<PublicState> states = ListCodes.parse(ListCodes.STATES, "status", this.status);
		Optional<Boolean> origin = ListCodes.parse(ListCodes.ORIGINS, "asal", this.asal);
		Period back = ListCodes.parse(ListCodes.PERIODS, "periode", this.periode);
		return new PublicFilter((states != null) ? states : Set.of(), this.kategori, agency(), service, region(),
				ListCodes.parse(ListCodes.KINDS, "jenis", this.jenis), overdue(),
				latest((back != null) ? PageClock.start(today.minus(back)) : null, days().start()), days().end(),
				(origin != null) ? origin.orElse(null) : Boolean.FALSE);
	}

	private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
		return (one == null || (other != null && other.isAfter(one))) ? other : one;
	}

	DayRange days() {
		return DayRange.of(this.dari, this.sampai);
	}

	@Nullable AgencyId agency() {
		if (this.opd != null && !AgencyId.isValid(this.opd)) {
			throw new InvalidParameter("opd", "must be an agency");
		}
		return (this.opd != null) ? new AgencyId(this.opd) : null;
	}

	@Nullable RegionCode region() {
		if (this.wilayah != null && !RegionCode.isValid(this.wilayah)) {
			throw new InvalidParameter("wilayah", "must be a kecamatan or a kelurahan");
		}
		return (this.wilayah != null) ? new RegionCode(this.wilayah) : null;
	}

	boolean overdue() {
		if (this.terlambat != null && !this.terlambat.equals(YES)) {
			throw new InvalidParameter("terlambat", "must be " + YES);
		}
		return this.terlambat != null;
	}

	/**
	 * The page asked for, from 1.
	 * @throws id.tangerangkota.layanan.web.NotFound if it cannot be the number of a page
	 */
	int page() {
		return Paging.number(this.halaman);
	}

	/** Whether anything narrows the list. */
	public boolean isNarrowed() {
		return !query().isEmpty();
	}

	/** What the filters look like follows from this. */
	public String filterKey() {
		return query().toString();
	}

	/** The address of another page of the same list. */
	String href(int page) {
		return query().page(page).at(PATH);
	}

	/** The same complaints on the map. */
	public String map() {
		return query().at(MAP);
	}

	/** The same complaints in the list. */
	public String list() {
		return query().at(PATH);
	}

	/** The complaints of a kelurahan, all else as it is. */
	String in(RegionCode region) {
		return query().with("wilayah", region.value()).at(PATH);
	}

	/** The same of the portal itself. */
	String ofPortal() {
		return query().with("asal", "portal").at(PATH);
	}

	/** The address without one of its parameters. */
	String without(String path, String parameter) {
		return query().without(parameter).at(path);
	}

	private Query query() {
		return Query.EMPTY.with("status", this.status)
			.with("kategori", this.kategori)
			.with("opd", this.opd)
			.with("wilayah", this.wilayah)
			.with("layanan", this.layanan)
			.with("jenis", this.jenis)
			.with("terlambat", this.terlambat)
			.with("periode", this.periode)
			.with("asal", this.asal)
			.with(DayRange.FROM, this.dari)
			.with(DayRange.TO, this.sampai);
	}

}
