package id.tangerangkota.layanan.privacy.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import id.tangerangkota.layanan.privacy.MaskedText;
import id.tangerangkota.layanan.privacy.breach.Recipient;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** A notice that was sent, as typed. */
record NoticeForm(@Nullable String penerima, @Nullable String tanggal, @Nullable String jam, @Nullable String isi) {

	static final NoticeForm EMPTY = new NoticeForm(null, null, null, null);

	Optional<Recipient> audience() {
		return Arrays.stream(Recipient.values()).filter((one) -> one.name().equals(this.penerima)).findFirst();
	}

	/**
	 * Puts what is wrong on the fields.
	 * @return when it was sent, null when something is wrong with that
	 */
	@Nullable Instant check(Instant noticedAt, Instant now, Errors errors) {
		if (audience().isEmpty()) {
			errors.rejectValue("penerima", "privacy.error.audience");
		}
		Typed.check("isi", this.isi, true, Typed.LONGEST_TEXT, errors);
		Instant sentAt = Typed.moment("tanggal", this.tanggal, "jam", this.jam, now, errors);
		if (sentAt != null && sentAt.isBefore(noticedAt)) {
			errors.rejectValue("tanggal", "privacy.error.before-noticed");
		}
		return sentAt;
	}

	MaskedText recipients() {
		return Typed.masked(this.isi);
	}

}
