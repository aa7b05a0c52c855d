package id.tangerangkota.layanan.identity.web;

import id.tangerangkota.layanan.identity.Email;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What somebody who registers types.
 *
 * @param wilayah given when the region of the NIK is unknown and the person says it is
 * right
 */
record RegistrationForm(@Nullable String nik, @Nullable String nama, @Nullable String surel, @Nullable String sandi,
		@Nullable String wilayah) {

	static final RegistrationForm EMPTY = new RegistrationForm(null, null, null, null, null);

	void check(Errors errors) {
		PersonName.check(this.nama, errors);
		if (!email().isEmpty() && !Email.isValid(email())) {
			errors.rejectValue("surel", "identity.email.form");
		}
		if (password().isEmpty()) {
			errors.rejectValue("sandi", "identity.password.new.missing");
		}
	}

	String name() {
		return PersonName.normal(this.nama);
	}

	String email() {
		return (this.surel != null) ? this.surel.strip() : "";
	}

	String password() {
		return (this.sandi != null) ? this.sandi : "";
	}

	boolean insistsOnRegion() {
		return this.wilayah != null;
	}

}
