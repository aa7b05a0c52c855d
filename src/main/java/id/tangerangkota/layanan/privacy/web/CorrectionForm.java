package id.tangerangkota.layanan.privacy.web;

import java.util.List;
import java.util.regex.Pattern;

import id.tangerangkota.layanan.identity.AccountSummary;
import id.tangerangkota.layanan.privacy.Correction;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.SixteenDigits;
import id.tangerangkota.layanan.web.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** What somebody says is right about them, as typed. */
record CorrectionForm(@Nullable String nama, @Nullable String telepon, @Nullable String alamat,
		@Nullable String kelurahan) {

	private static final int LONGEST_ADDRESS = 300;

	private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{8,15}");

	static CorrectionForm of(AccountSummary account) {
		return new CorrectionForm(account.name(), account.phone(), account.address(), account.subDistrict());
	}

	/**
	 * Puts what is wrong on the fields.
	 * @param verified whether the name is left to the staff
	 */
	void check(boolean verified, List<Choice> subDistricts, Errors errors) {
		if (!verified) {
			Typed.checkName("nama", this.nama, errors);
		}
		if (!phone().isEmpty() && !PHONE.matcher(phone()).matches()) {
			errors.rejectValue("telepon", "privacy.error.phone");
		}
		Typed.check("alamat", this.alamat, false, LONGEST_ADDRESS, errors);
		if (SixteenDigits.isIn(TypedText.text(this.alamat))) {
			errors.rejectValue("alamat", "privacy.error.nik");
		}
		String code = TypedText.line(this.kelurahan);
		if (!code.isEmpty() && subDistricts.stream().noneMatch((option) -> option.value().equals(code))) {
			errors.rejectValue("kelurahan", "privacy.error.sub-district");
		}
	}

	private String phone() {
		return TypedText.line(this.telepon).replaceAll("[ .()/-]", "");
	}

	/**
	 * What was typed, once it is checked.
	 * @param verifiedName the name of a verified account, which stays; null for others
	 */
	Correction toCorrection(@Nullable String verifiedName) {
		String code = TypedText.line(this.kelurahan);
		return new Correction((verifiedName != null) ? verifiedName : TypedText.line(this.nama), given(phone()),
				given(TypedText.text(this.alamat)), code.isEmpty() ? null : new RegionCode(code));
	}

	private static @Nullable String given(String text) {
		return text.isEmpty() ? null : text;
	}

}
