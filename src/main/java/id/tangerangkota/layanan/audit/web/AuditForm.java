package id.tangerangkota.layanan.audit.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.audit.AuditCursor;
import id.tangerangkota.layanan.audit.AuditFilter;
import id.tangerangkota.layanan.audit.AuditOutcome;
import id.tangerangkota.layanan.web.InvalidParameter;
import id.tangerangkota.layanan.web.Query;
import id.tangerangkota.layanan.web.TypedText;
import org.jspecify.annotations.Nullable;

/** What an auditor looks for, as it stands in the address. */
record AuditForm(@Nullable String dari, @Nullable String sampai, @Nullable String tindakan, @Nullable String pelaku,
		@Nullable String objek, @Nullable String hasil, @Nullable String sebelum, @Nullable String sesudah) {

	static final String PATH = "/auditor";

	/** How the address writes the outcomes. */
	static final Map<String, AuditOutcome> OUTCOMES = Map.of("dilakukan", AuditOutcome.DONE, "ditolak",
			AuditOutcome.REFUSED);

	private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

	private static final int LONGEST = 200;

	AuditForm {
		dari = TypedText.given("dari", dari, LONGEST);
		sampai = TypedText.given("sampai", sampai, LONGEST);
		tindakan = TypedText.given("tindakan", tindakan, LONGEST);
		pelaku = TypedText.given("pelaku", pelaku, LONGEST);
		objek = TypedText.given("objek", objek, LONGEST);
		hasil = TypedText.given("hasil", hasil, LONGEST);
		sebelum = TypedText.given("sebelum", sebelum, LONGEST);
		sesudah = TypedText.given("sesudah", sesudah, LONGEST);
	}

	/**
	 * The filter.
	 * @throws InvalidParameter if a value cannot be one
	 */
	AuditFilter filter() {
		LocalDate last = date("sampai", this.sampai);
		return new AuditFilter(start(date("dari", this.dari)), start((last != null) ? last.plusDays(1) : null),
				this.tindakan, account(), this.objek, outcome());
	}

	private static @Nullable LocalDate date(String name, @Nullable String value) {
		if (value == null) {
			return null;
		}
		try {
			if (DATE.matcher(value).matches()) {
				return LocalDate.parse(value);
			}
		}
		catch (DateTimeException ex) {
			// No such day, as below.
		}
		throw new InvalidParameter(name, "must be a date such as 2026-11-24");
	}

	private static @Nullable Instant start(@Nullable LocalDate day) {
		return (day != null) ? day.atStartOfDay(ZONE).toInstant() : null;
	}

	private @Nullable AccountId account() {
		try {
			return (this.pelaku != null) ? AccountId.parse(this.pelaku) : null;
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidParameter("pelaku", "must be the number of an account");
		}
	}

	private @Nullable AuditOutcome outcome() {
		if (this.hasil == null) {
			return null;
		}
		AuditOutcome outcome = OUTCOMES.get(this.hasil);
		if (outcome == null) {
			throw new InvalidParameter("hasil", "must be dilakukan or ditolak");
		}
		return outcome;
	}

	@Nullable AuditCursor older() {
		return cursor("sebelum", this.sebelum);
	}

	@Nullable AuditCursor newer() {
		return cursor("sesudah", this.sesudah);
	}

	private static @Nullable AuditCursor cursor(String name, @Nullable String value) {
		try {
			return (value != null) ? AuditCursor.parse(value) : null;
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidParameter(name, "must be a place in the trail");
		}
	}

	/** The list from its beginning. */
	String href() {
		return href(null, null);
	}

	/** The list as it goes on from a place. */
	String href(@Nullable String parameter, @Nullable AuditCursor cursor) {
		Query query = Query.EMPTY.with("dari", this.dari)
			.with("sampai", this.sampai)
			.with("tindakan", this.tindakan)
			.with("pelaku", this.pelaku)
			.with("objek", this.objek)
			.with("hasil", this.hasil);
		return ((parameter != null && cursor != null) ? query.with(parameter, cursor.toString()) : query).at(PATH);
	}

}
