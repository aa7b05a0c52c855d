package id.tangerangkota.layanan.privacy.web;

import java.util.Arrays;
import java.util.Optional;

import id.tangerangkota.layanan.privacy.MaskedText;
import id.tangerangkota.layanan.privacy.Refusal;
import id.tangerangkota.layanan.web.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** The answer of the staff to a request, as typed. */
record AnswerForm(@Nullable String hasil, @Nullable String alasan, @Nullable String nama, @Nullable String isi) {

	static final AnswerForm EMPTY = new AnswerForm(null, null, null, null);

	static final String COMPLETE = "selesai";

	static final String REFUSE = "tolak";

	boolean isRefusal() {
		return REFUSE.equals(this.hasil);
	}

	Optional<Refusal> reason() {
		return Arrays.stream(Refusal.values()).filter((reason) -> reason.name().equals(this.alasan)).findFirst();
	}

	void check(Errors errors) {
		if (!COMPLETE.equals(this.hasil) && !isRefusal()) {
			errors.rejectValue("hasil", "privacy.error.result");
		}
		if (isRefusal() && reason().isEmpty()) {
			errors.rejectValue("alasan", "privacy.error.reason");
		}
		if (!isRefusal() && !TypedText.line(this.nama).isEmpty()) {
			Typed.checkName("nama", this.nama, errors);
		}
		Typed.check("isi", this.isi, true, Typed.LONGEST_TEXT, errors);
	}

	/** The right name, null where none was to be corrected. */
	@Nullable String name() {
		String name = TypedText.line(this.nama);
		return name.isEmpty() ? null : name;
	}

	MaskedText words() {
		return Typed.masked(this.isi);
	}

}
