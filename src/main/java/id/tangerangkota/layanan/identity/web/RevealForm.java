package id.tangerangkota.layanan.identity.web;

import java.util.Arrays;
import java.util.Optional;

import id.tangerangkota.layanan.identity.Disclosures.Reason;
import id.tangerangkota.layanan.web.SixteenDigits;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * Why somebody of the staff wants to see a NIK.
 *
 * @param alasan name of a {@link Reason}
 * @param keterangan what the citizen reads about it
 * @param sandi one's own password, when it is asked for
 */
record RevealForm(@Nullable String alasan, @Nullable String keterangan, @Nullable String sandi) {

	/** In characters. */
	static final int LONGEST_NOTE = 500;

	static final RevealForm EMPTY = new RevealForm(null, null, null);

	void check(Errors errors) {
		if (reason().isEmpty()) {
			errors.rejectValue("alasan", "staff.reveal.reason.missing");
		}
		if (note().isEmpty()) {
			errors.rejectValue("keterangan", "staff.reveal.note.missing");
		}
		else if (note().length() > LONGEST_NOTE) {
			errors.rejectValue("keterangan", "staff.reveal.note.long", new Object[] { LONGEST_NOTE }, null);
		}
		else if (SixteenDigits.isIn(note())) {
			errors.rejectValue("keterangan", "staff.reveal.note.nik");
		}
	}

	Optional<Reason> reason() {
		return Arrays.stream(Reason.values()).filter((reason) -> reason.name().equals(this.alasan)).findFirst();
	}

	String note() {
		return (this.keterangan != null) ? this.keterangan.strip() : "";
	}

}
