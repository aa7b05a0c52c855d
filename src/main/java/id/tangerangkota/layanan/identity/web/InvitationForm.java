package id.tangerangkota.layanan.identity.web;

import id.tangerangkota.layanan.identity.Email;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What somebody who joins the staff types.
 *
 * @param surel asked for only where the invitation came without an address
 */
record InvitationForm(@Nullable String nama, @Nullable String surel, @Nullable String sandi) {

	static final InvitationForm EMPTY = new InvitationForm(null, null, null);

	void check(boolean asksEmail, Errors errors) {
		PersonName.check(this.nama, errors);
		if (asksEmail && !Email.isValid(address())) {
			errors.rejectValue("surel", address().isEmpty() ? "identity.email.missing" : "identity.email.form");
		}
		if (password().isEmpty()) {
			errors.rejectValue("sandi", "identity.password.new.missing");
		}
	}

	String name() {
		return PersonName.normal(this.nama);
	}

	@Nullable Email email(boolean asked) {
		return asked ? new Email(address()) : null;
	}

	String password() {
		return (this.sandi != null) ? this.sandi : "";
	}

	private String address() {
		return (this.surel != null) ? this.surel.strip() : "";
	}

}
