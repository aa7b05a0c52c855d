package id.tangerangkota.layanan.identity.web;

import java.util.Locale;

import id.tangerangkota.layanan.identity.credential.PasswordPolicy;
import id.tangerangkota.layanan.identity.credential.RefusedPassword;

import org.springframework.validation.Errors;

/** Says why a new password cannot be taken. */
final class NewPassword {

	private NewPassword() {
	}

	static void reject(RefusedPassword failure, String field, Errors errors) {
		Object[] lengths = { PasswordPolicy.SHORTEST, PasswordPolicy.LONGEST };
		errors.rejectValue(field,
				"identity.password." + failure.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'), lengths,
				null);
	}

}
