package id.tangerangkota.layanan.privacy.web;

import java.util.Optional;

import id.tangerangkota.layanan.privacy.MaskedText;
import id.tangerangkota.layanan.privacy.RequestKind;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** A request about personal data, as typed. */
record RequestForm(@Nullable String jenis, @Nullable String isi) {

	Optional<RequestKind> kind() {
		return KindCodes.parse(this.jenis).filter(RequestKind::isFiledInWords);
	}

	void check(Errors errors) {
		if (kind().isEmpty()) {
			errors.rejectValue("jenis", "privacy.error.kind");
		}
		Typed.check("isi", this.isi, true, Typed.LONGEST_TEXT, errors);
	}

	MaskedText words() {
		return Typed.masked(this.isi);
	}

}
