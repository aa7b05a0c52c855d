package id.tangerangkota.layanan.complaint;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.util.Assert;

/**
 * What people call their complaint, such as {@code LKS-2026-000123-7}: the year of its
 * receipt, a number that runs on from year to year, and a check digit. It is printed and
 * spoken, and so no secret: what is private needs the {@link TrackingCode} or the
 * account.
 * <p>
 * The check digit is that of H. Michael Damm (2004): it finds every wrong digit and every
 * two neighbours that changed places.
 */
public record TicketNumber(int year, long number) {

	private static final Pattern FORM = Pattern.compile("LKS-(\\d{4})-(\\d{6,12})-(\\d)");

	/** A totally anti-symmetric quasigroup of order 10, from the same thesis. */
	private static final String[] QUASIGROUP = { "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
			"3674209581", "5869720134", "8945362017", "9438617205", "2581436790" };

	public TicketNumber {
		Assert.isTrue(year >= 2000 && year <= 9999, "A year has four digits");
		Assert.isTrue(number > 0 && number <= 999_999_999_999L, "Tickets are numbered from 1");
	}

	/**
	 * Reads a number as people type it: small letters, spaces and missing hyphens are
	 * fine. Nothing if it is none, or a digit is wrong.
	 */
	public static Optional<TicketNumber> parse(String typed) {
		String plain = typed.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s\u2010-\u2015-]+", "");
		Matcher bare = Pattern.compile("(?:LKS)?(\\d{4})(\\d{6,12})(\\d)").matcher(plain);
		if (!bare.matches()) {
			return Optional.empty();
		}
		return parseExact("LKS-%s-%s-%s".formatted(bare.group(1), bare.group(2), bare.group(3)));
	}

	private static Optional<TicketNumber> parseExact(String text) {
		Matcher matcher = FORM.matcher(text);
		if (!matcher.matches() || Integer.parseInt(matcher.group(1)) < 2000 || Long.parseLong(matcher.group(2)) == 0) {
			return Optional.empty();
		}
		TicketNumber ticket = new TicketNumber(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
		// Written again, so that one complaint has one number: no leading zeros too many.
		return ticket.toString().equals(text) ? Optional.of(ticket) : Optional.empty();
	}

	private static int checkDigit(String digits) {
		int check = 0;
		for (int i = 0; i < digits.length(); i++) {
			check = QUASIGROUP[check].charAt(digits.charAt(i) - '0') - '0';
		}
		return check;
	}

	@Override
	public String toString() {
		String number = "%06d".formatted(this.number);
		return "LKS-%d-%s-%d".formatted(this.year, number, checkDigit(this.year + number));
	}

}
