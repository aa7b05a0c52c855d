package id.tangerangkota.layanan.quality.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;

import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.web.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Whose quality somebody looks at, and when, as it stands in the address.
 *
 * @param opd code of an agency
 * @param layanan slug of a service
 * @param rentang code of a {@link DashboardSpan}
 * @param pada a day within the time
 * @param dari first day of a free time
 * @param sampai its last day
 */
record DashboardForm(@Nullable String opd, @Nullable String layanan, @Nullable String rentang, @Nullable String pada,
		@Nullable String dari, @Nullable String sampai) {

	/** Nothing chosen. */
	static final DashboardForm EMPTY = new DashboardForm(null, null, null, null, null, null);

	/** Before it there was no portal, and no year has five digits. */
	private static final LocalDate EARLIEST = LocalDate.of(2015, 1, 1);

	private static final int LONGEST_YEARS = 3;

	/** What somebody chose. */
	record Chosen(DashboardSpan span, Period period, Period before) {
	}

	/**
	 * The time that is meant; of what is wrong with it the errors tell, by field.
	 * @param today in the city
	 */
	@Nullable Chosen chosen(LocalDate today, Map<String, String> errors) {
		DashboardSpan span = StringUtils.hasText(this.rentang) ? DashboardSpan.of(this.rentang.strip()).orElse(null)
				: DashboardSpan.QUARTER;
		if (span == null) {
			errors.put("rentang", "dashboard.error.span");
			return null;
		}
		Period period = (span == DashboardSpan.FREE) ? free(errors) : around(span, today.minusDays(1), errors);
		if (period != null && !period.from().isBefore(today)) {
			errors.put((span == DashboardSpan.FREE) ? "dari" : "pada", "dashboard.error.future");
			return null;
		}
		return (period != null) ? new Chosen(span, period, span.before(period)) : null;
	}

	private @Nullable Period around(DashboardSpan span, LocalDate otherwise, Map<String, String> errors) {
		LocalDate day = StringUtils.hasText(this.pada) ? day("pada", this.pada, errors) : otherwise;
		return (day != null) ? span.around(day) : null;
	}

	private @Nullable Period free(Map<String, String> errors) {
		LocalDate from = day("dari", this.dari, errors);
		LocalDate to = day("sampai", this.sampai, errors);
		if (from == null || to == null) {
			return null;
		}
		if (from.isAfter(to)) {
			errors.put("sampai", "dashboard.error.order");
			return null;
		}
		if (to.isAfter(from.plusYears(LONGEST_YEARS))) {
			errors.put("sampai", "dashboard.error.long");
			return null;
		}
		return new Period(from, to);
	}

	/** A day as it was typed; of what is wrong with it the errors tell. */
	static @Nullable LocalDate day(String field, @Nullable String typed, Map<String, String> errors) {
		try {
			LocalDate day = LocalDate.parse(StringUtils.hasText(typed) ? typed.strip() : "");
			if (!day.isBefore(EARLIEST) && day.getYear() <= 9999) {
				return day;
			}
			errors.put(field, "dashboard.error.early");
		}
		catch (DateTimeException ex) {
			errors.put(field, "dashboard.error.day");
		}
		return null;
	}

	/** The same for somebody else: an agency, a service or (both null) the city. */
	DashboardForm about(@Nullable String opd, @Nullable String layanan) {
		return new DashboardForm(opd, layanan, this.rentang, this.pada, this.dari, this.sampai);
	}

	Query query() {
		return Query.EMPTY.with("opd", this.opd)
			.with("layanan", this.layanan)
			.with("rentang", this.rentang)
			.with("pada", this.pada)
			.with("dari", this.dari)
			.with("sampai", this.sampai);
	}

}
