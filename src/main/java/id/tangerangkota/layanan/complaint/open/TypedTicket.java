package id.tangerangkota.layanan.complaint.open;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import id.tangerangkota.layanan.complaint.TicketNumber;

/**
 * A ticket number as somebody typed it. With a wrong check digit it can be told that it
 * is mistyped, and what was probably meant: one digit is wrong, or two neighbours changed
 * places.
 */
public final class TypedTicket {

	private static final Pattern DIGITS = Pattern.compile("(?:LKS)?(\\d{11,17})");

	private final String plain;

	private TypedTicket(String plain) {
		this.plain = plain;
	}

	public static TypedTicket of(String typed) {
		return new TypedTicket(typed.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s\u2010-\u2015-]+", ""));
	}

	/** The number, if it is one. */
	public Optional<TicketNumber> number() {
		return TicketNumber.parse(this.plain);
	}

	/** Whether it looks like a number, so that only its digits can be wrong. */
	public boolean looksRight() {
		return DIGITS.matcher(this.plain).matches();
	}

	/** Numbers one slip away. Most of them do not exist. */
	public List<TicketNumber> near() {
		Matcher matcher = DIGITS.matcher(this.plain);
		if (!matcher.matches() || number().isPresent()) {
			return List.of();
		}
		char[] digits = matcher.group(1).toCharArray();
		Set<TicketNumber> near = new LinkedHashSet<>();
		for (int i = 0; i < digits.length; i++) {
			char was = digits[i];
			for (char digit = '0'; digit <= '9'; digit++) {
				digits[i] = digit;
				TicketNumber.parse(new String(digits)).ifPresent(near::add);
			}
			digits[i] = was;
			if (i > 0) {
				swap(digits, i);
				TicketNumber.parse(new String(digits)).ifPresent(near::add);
				swap(digits, i);
			}
		}
		return List.copyOf(near);
	}

	private static void swap(char[] digits, int i) {
		char before = digits[i - 1];
		digits[i - 1] = digits[i];
		digits[i] = before;
	}

}
