package id.tangerangkota.layanan.actor;

import java.util.regex.Pattern;

/** An agency by its code in the catalogue, such as {@code disdukcapil}. */
public record AgencyId(String code) {

	private static final Pattern FORM = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

	public AgencyId {
		if (!isValid(code)) {
			throw new IllegalArgumentException("Not the code of an agency");
		}
	}

	public static boolean isValid(String code) {
		return FORM.matcher(code).matches();
	}

	@Override
	public String toString() {
		return this.code;
	}

}
