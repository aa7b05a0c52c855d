package id.tangerangkota.layanan.privacy.web;

import id.tangerangkota.layanan.privacy.MaskedText;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** Why an entry of the register of breaches is closed or dismissed, as typed. */
record EndForm(@Nullable String isi) {

	static final EndForm EMPTY = new EndForm(null);

	void check(Errors errors) {
		Typed.check("isi", this.isi, true, Typed.LONGEST_TEXT, errors);
	}

	MaskedText words() {
		return Typed.masked(this.isi);
	}

}
