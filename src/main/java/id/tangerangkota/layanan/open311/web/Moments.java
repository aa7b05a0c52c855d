package id.tangerangkota.layanan.open311.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

/** Date and time as in the W3C's note, with the zone. */
final class Moments {

	private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	private Moments() {
	}

	/** In the time of the city. */
	static String write(Instant instant) {
		return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.truncatedTo(ChronoUnit.SECONDS).atZone(ZONE));
	}

	static @Nullable String writeOrNull(@Nullable Instant instant) {
		return (instant != null) ? write(instant) : null;
	}

	/**
	 * Reads a moment, or the beginning of a day in the city. A plus sign that somebody
	 * forgot to encode comes as a space.
	 * @return null when it is neither
	 */
	static @Nullable Instant read(String sent) {
		String text = sent.strip().replace(' ', '+');
		try {
			Instant instant = (text.length() <= "2026-01-01".length()) ? PageClock.start(LocalDate.parse(text))
					: OffsetDateTime.parse(text).toInstant();
			int year = instant.atZone(ZONE).getYear();
			// What the database can compare with.
			return (year >= 1000 && year <= 9999) ? instant : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
