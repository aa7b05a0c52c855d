package id.tangerangkota.layanan.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The days a list is narrowed to, as they stand in its address; null leaves that end
 * open.
 *
 * @param from first day
 * @param to last day
 */
public record DayRange(@Nullable LocalDate from, @Nullable LocalDate to) {

	/** Parameter of the first day. */
	public static final String FROM = "dari";

	/** Parameter of the last day. */
	public static final String TO = "sampai";

	private static final int LAST_YEAR = 9999;

	private static final Instant BEFORE_ALL = Instant.EPOCH;

	private static final Instant AFTER_ALL = Instant.parse("9999-12-31T00:00:00Z");

	/**
	 * Reads what stands in an address.
	 * @throws InvalidParameter if it is no day of the years 0 to 9999
	 */
	public static DayRange of(@Nullable String dari, @Nullable String sampai) {
		return new DayRange(day(FROM, dari), day(TO, sampai));
	}

	private static @Nullable LocalDate day(String parameter, @Nullable String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		try {
			LocalDate day = LocalDate.parse(text.strip());
			if (day.getYear() >= 0 && day.getYear() <= LAST_YEAR) {
				return day;
			}
		}
		catch (DateTimeParseException ex) {
			// As below.
		}
		throw new InvalidParameter(parameter, "must be a day such as 2026-11-24");
	}

	public boolean isOpen() {
		return this.from == null && this.to == null;
	}

	/** The ends that are named, by their parameter. */
	public Map<String, LocalDate> ends() {
		Map<String, LocalDate> ends = new LinkedHashMap<>();
		if (this.from != null) {
			ends.put(FROM, this.from);
		}
		if (this.to != null) {
			ends.put(TO, this.to);
		}
		return ends;
	}

	/** When the first day begins in the city. */
	public @Nullable Instant start() {
		return (this.from != null) ? PageClock.start(this.from) : null;
	}

	/** When the last day is over in the city. */
	public @Nullable Instant end() {
		return (this.to != null) ? PageClock.start(this.to.plusDays(1)) : null;
	}

	/** For statements that want a start: before everything where it is open. */
	public static Instant startOrEver(@Nullable Instant start) {
		return (start != null) ? start : BEFORE_ALL;
	}

	/** For statements that want an end: after everything where it is open. */
	public static Instant endOrNever(@Nullable Instant end) {
		return (end != null) ? end : AFTER_ALL;
	}

	/** Has an address name the ends. */
	public Query addTo(Query query) {
		return query.with(FROM, (this.from != null) ? this.from.toString() : null)
			.with(TO, (this.to != null) ? this.to.toString() : null);
	}

}
