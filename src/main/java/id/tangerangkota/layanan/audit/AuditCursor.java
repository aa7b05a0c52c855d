package id.tangerangkota.layanan.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the trail: a row, from which lists go on. New rows do not move it.
 */
public record AuditCursor(Instant at, String chain, long seq) {

	private static final Pattern FORM = Pattern.compile("(\\d{1,12})\\.(\\d{6})-([a-z][a-z0-9]{0,30})-(\\d{1,18})");

	/**
	 * Reads what {@link #toString()} wrote.
	 * @throws IllegalArgumentException if it is no such text
	 */
	public static AuditCursor parse(String text) {
		Matcher matcher = FORM.matcher(text);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("Not a place in the trail");
		}
		try {
			Instant at = Instant.ofEpochSecond(Long.parseLong(matcher.group(1)),
					Long.parseLong(matcher.group(2)) * 1000);
			return new AuditCursor(at, matcher.group(3), Long.parseLong(matcher.group(4)));
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException("Not a place in the trail", ex);
		}
	}

	@Override
	public String toString() {
		return "%d.%06d-%s-%d".formatted(this.at.getEpochSecond(), this.at.getNano() / 1000, this.chain, this.seq);
	}

}
