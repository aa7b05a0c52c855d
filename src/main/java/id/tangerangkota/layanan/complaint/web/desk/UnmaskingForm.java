package id.tangerangkota.layanan.complaint.web.desk;

import java.util.Arrays;
import java.util.Optional;

import id.tangerangkota.layanan.complaint.CleanText;
import id.tangerangkota.layanan.identity.Disclosures.Reason;
import id.tangerangkota.layanan.web.SixteenDigits;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * Why somebody wants to know who reported a complaint.
 *
 * @param alasan name of a {@link Reason}
 * @param keterangan what the second person has to know
 * @param sandi one's own password
 */
record UnmaskingForm(@Nullable String alasan, @Nullable String keterangan, @Nullable String sandi) {

	static final int LONGEST_NOTE = 500;

	static final UnmaskingForm EMPTY = new UnmaskingForm(null, null, null);

	/** A second person needs words, too. */
	void check(boolean anonymous, Errors errors) {
		if (reason().isEmpty()) {
			errors.rejectValue("alasan", "complaint-desk.error.alasan");
		}
		if (!anonymous) {
			return;
		}
		if (note().isEmpty()) {
			errors.rejectValue("keterangan", "complaint-desk.error.text");
		}
		else if (note().length() > LONGEST_NOTE) {
			errors.rejectValue("keterangan", "complaint-desk.error.long",
					new Object[] { LONGEST_NOTE, note().length() }, null);
		}
		else if (SixteenDigits.isIn(String.valueOf(this.keterangan))) {
			errors.rejectValue("keterangan", "complaint-desk.error.nik");
		}
	}

	Optional<Reason> reason() {
		return Arrays.stream(Reason.values())
			.filter((reason) -> reason != Reason.AT_THE_COUNTER && reason.name().equals(this.alasan))
			.findFirst();
	}

	String note() {
		return (this.keterangan != null) ? CleanText.of(this.keterangan) : "";
	}

	String password() {
		return (this.sandi != null) ? this.sandi : "";
	}

}
