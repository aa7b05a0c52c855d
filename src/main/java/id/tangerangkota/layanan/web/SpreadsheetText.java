package id.tangerangkota.layanan.web;

/** Text on its way into a spreadsheet. */
public final class SpreadsheetText {

	private static final String DANGEROUS = "=+-@\t\r\n";

	private SpreadsheetText() {
	}

	/** A spreadsheet would run what begins like a formula. */
	public static String harmless(String value) {
		return (!value.isEmpty() && DANGEROUS.indexOf(value.charAt(0)) >= 0) ? "'" + value : value;
	}

}
