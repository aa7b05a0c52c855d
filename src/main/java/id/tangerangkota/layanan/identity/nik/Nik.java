package id.tangerangkota.layanan.identity.nik;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A Nomor Induk Kependudukan, in form: {@code PPKKCC} where it was first registered,
 * {@code DDMMYY} of birth (day + 40 for women), {@code SSSS} from 0001. It has no check
 * digit and proves nothing about who types it. The region is that of the first
 * registration and stays for life, so an unknown one is no reason to refuse (PP 40/2019);
 * the date may differ from the true one.
 */
public final class Nik {

	public static final int LENGTH = 16;

	/** Days of women are written with 40 added. */
	private static final int WOMEN = 40;

	private static final List<Integer> CENTURIES = List.of(1900, 2000);

	private final String digits;

	private Nik(String digits) {
		this.digits = digits;
	}

	/**
	 * Reads a NIK as people type it, with spaces, dots or hyphens between its groups.
	 * @throws InvalidNik if it cannot be one
	 */
	public static Nik parse(String typed) {
		String digits = withoutSeparators(typed);
		if (!digits.chars().allMatch((c) -> c >= '0' && c <= '9')) {
			throw new InvalidNik(InvalidNik.Reason.NOT_DIGITS, digits.length());
		}
		if (digits.length() != LENGTH) {
			throw new InvalidNik(InvalidNik.Reason.LENGTH, digits.length());
		}
		if (!isDate(digits)) {
			throw new InvalidNik(InvalidNik.Reason.DATE, LENGTH);
		}
		if (digits.endsWith("0000")) {
			throw new InvalidNik(InvalidNik.Reason.SERIAL, LENGTH);
		}
		return new Nik(digits);
	}

	public static boolean isValid(String typed) {
		try {
			parse(typed);
			return true;
		}
		catch (InvalidNik ex) {
			return false;
		}
	}

	private static String withoutSeparators(String typed) {
		StringBuilder digits = new StringBuilder(LENGTH);
		typed.chars()
			.filter((c) -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '.' && c != '-')
			.forEach(digits::appendCodePoint);
		return digits.toString();
	}

	/** Two digits of a year leave its century open: 29 February needs one that fits. */
	private static boolean isDate(String digits) {
		int day = number(digits, 6);
		int month = number(digits, 8);
		int year = number(digits, 10);
		int dayOfMonth = (day > WOMEN) ? day - WOMEN : day;
		return CENTURIES.stream().anyMatch((century) -> isDate(century + year, month, dayOfMonth));
	}

	private static boolean isDate(int year, int month, int day) {
		try {
			LocalDate.of(year, month, day);
			return true;
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

	private static int number(String digits, int start) {
		return Integer.parseInt(digits, start, start + 2, 10);
	}

	/** The sixteen digits. Never for a page, a log or an address. */
	public String digits() {
		return this.digits;
	}

	/** The first four digits: province and regency or city of the first registration. */
	public String regency() {
		return this.digits.substring(0, 4);
	}

	/** As it may be shown: the last four digits. */
	public String masked() {
		return mask(this.digits);
	}

	public static String mask(String digits) {
		return "•••• •••• •••• " + digits.substring(digits.length() - 4);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Nik nik && this.digits.equals(nik.digits);
	}

	@Override
	public int hashCode() {
		return this.digits.hashCode();
	}

	@Override
	public String toString() {
		return masked();
	}

}
