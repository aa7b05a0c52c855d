package id.tangerangkota.layanan.region;

import java.util.regex.Pattern;

/**
 * Code of a kecamatan ({@code 36.71.01}) or kelurahan ({@code 36.71.01.1001}) as the
 * Ministry of Home Affairs writes it.
 */
public record RegionCode(String value) {

	private static final Pattern FORM = Pattern.compile("\\d{2}\\.\\d{2}\\.\\d{2}(\\.\\d{4})?");

	public RegionCode {
		if (!isValid(value)) {
			throw new IllegalArgumentException("Not a region code: " + value);
		}
	}

	public static boolean isValid(String value) {
		return FORM.matcher(value).matches();
	}

	public boolean isSubDistrict() {
		return this.value.length() > 8;
	}

	/** The kecamatan this code lies in, itself for a kecamatan. */
	public RegionCode district() {
		return isSubDistrict() ? new RegionCode(this.value.substring(0, 8)) : this;
	}

	@Override
	public String toString() {
		return this.value;
	}

}
