package id.tangerangkota.layanan.survey;

import java.math.BigDecimal;

/** Grades of PermenPAN-RB 14/2017, for a value that is rounded to two decimals. */
public enum SkmBand {

	/** Sangat baik. */
	A("88.31"),

	/** Baik. */
	B("76.61"),

	/** Kurang baik. */
	C("65.00"),

	/** Tidak baik. */
	D("25.00");

	private final BigDecimal from;

	SkmBand(String from) {
		this.from = new BigDecimal(from);
	}

	/** The lowest value of the band. */
	public BigDecimal from() {
		return this.from;
	}

	/**
	 * The band of a value. The rule's table has holes between its bands; with two
	 * decimals nothing falls into one.
	 */
	public static SkmBand of(BigDecimal rounded) {
		for (SkmBand band : values()) {
			if (rounded.compareTo(band.from) >= 0) {
				return band;
			}
		}
		return D;
	}

}
