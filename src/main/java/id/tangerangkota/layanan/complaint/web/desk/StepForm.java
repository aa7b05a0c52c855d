package id.tangerangkota.layanan.complaint.web.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.complaint.CleanText;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.EntryId;
import id.tangerangkota.layanan.complaint.casework.Referral;
import id.tangerangkota.layanan.complaint.casework.Rejection;
import id.tangerangkota.layanan.complaint.web.desk.CaseStep.Field;
import id.tangerangkota.layanan.web.SixteenDigits;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/**
 * What somebody writes about a case. All steps share it; each looks at its own fields.
 *
 * @param versi of the case as the page showed it
 * @param sampai the last thing that had happened then
 * @param lampiran what uploaded photos hang on until they are sent
 * @param antrean the list the case was opened from
 * @param templat id of a text to put in
 * @param aksi the button: put the text in, send, or send and go on
 * @param hanya whether only the reporter may read it
 * @param foto photos that come with the words
 * @param catatan id of the entry out of which words are taken, empty for the complaint
 */
record StepForm(@Nullable Integer versi, @Nullable Long sampai, @Nullable UUID lampiran, @Nullable String antrean,
		@Nullable String templat, @Nullable String aksi, @Nullable String isi, @Nullable String perihal,
		@Nullable String opd, @Nullable String kategori, @Nullable String petugas, @Nullable String alasan,
		@Nullable String tujuan, @Nullable String nomor, @Nullable String hanya, @Nullable String pengawasan,
		@Nullable String umum, @Nullable String hasil, @Nullable String catatan, @Nullable List<MultipartFile> foto) {

	static final int LONGEST_TEXT = Submission.TEXT_LENGTH;

	static StepForm of(int version, long last, @Nullable String queue) {
		return new StepForm(version, last, UUID.randomUUID(), queue, null, null, null, null, null, null, null, null,
				null, null, null, null, null, null, null, null);
	}

	/** The same words, on the case as it is by now. */
	StepForm on(int version, long last) {
		return new StepForm(version, last, this.lampiran, this.antrean, this.templat, this.aksi, this.isi, this.perihal,
				this.opd, this.kategori, this.petugas, this.alasan, this.tujuan, this.nomor, this.hanya,
				this.pengawasan, this.umum, this.hasil, this.catatan, null);
	}

	StepForm withText(String text) {
		return new StepForm(this.versi, this.sampai, this.lampiran, this.antrean, null, null, text, this.perihal,
				this.opd, this.kategori, this.petugas, this.alasan, this.tujuan, this.nomor, this.hanya,
				this.pengawasan, this.umum, this.hasil, this.catatan, null);
	}

	StepForm withSubject(String subject) {
		return new StepForm(this.versi, this.sampai, this.lampiran, this.antrean, this.templat, this.aksi, this.isi,
				subject, this.opd, this.kategori, this.petugas, this.alasan, this.tujuan, this.nomor, this.hanya,
				this.pengawasan, this.umum, this.hasil, this.catatan, null);
	}

	/** To begin the verification with what is likely. */
	StepForm proposing(String agency, String category, boolean supervisory) {
		return new StepForm(this.versi, this.sampai, this.lampiran, this.antrean, this.templat, this.aksi, this.isi,
				this.perihal, agency, category, this.petugas, this.alasan, this.tujuan, this.nomor, this.hanya,
				supervisory ? "ya" : null, "ya", this.hasil, this.catatan, null);
	}

	StepForm about(@Nullable String entry) {
		return new StepForm(this.versi, this.sampai, this.lampiran, this.antrean, this.templat, this.aksi, this.isi,
				this.perihal, this.opd, this.kategori, this.petugas, this.alasan, this.tujuan, this.nomor, this.hanya,
				this.pengawasan, this.umum, this.hasil, entry, null);
	}

	boolean wantsTemplate() {
		return "templat".equals(this.aksi);
	}

	boolean wantsNext() {
		return "berikutnya".equals(this.aksi);
	}

	/** Whether it is sent for good: a merge is looked at before. */
	boolean isSure() {
		return "gabung".equals(this.aksi) || wantsNext();
	}

	void check(CaseStep step, Errors errors) {
		require(step, Field.AGENCY, "opd", agency().isPresent(), errors);
		require(step, Field.CATEGORY, "kategori", StringUtils.hasText(this.kategori), errors);
		require(step, Field.REJECTION, "alasan", rejection().isPresent(), errors);
		require(step, Field.REFERRAL, "tujuan", referral().isPresent(), errors);
		require(step, Field.TICKET, "nomor", ticket().isPresent(), errors);
		require(step, Field.WELL_DONE, "hasil", "baik".equals(this.hasil) || "kurang".equals(this.hasil), errors);
		if (step == CaseStep.ASSIGN && StringUtils.hasText(this.petugas) && officer() == null) {
			errors.rejectValue("petugas", "complaint-desk.error.petugas");
		}
		if (step.asks(Field.SUBJECT) && !isOfEntry()) {
			if (subject().isEmpty()) {
				errors.rejectValue("perihal", "complaint-desk.error.subject");
			}
			else if (subject().length() > Submission.SUBJECT_LENGTH) {
				errors.rejectValue("perihal", "complaint-desk.error.long",
						new Object[] { Submission.SUBJECT_LENGTH, subject().length() }, null);
			}
		}
		if (step.asks(Field.TEXT)) {
			if (text().isEmpty() && step != CaseStep.SAMPLE) {
				errors.rejectValue("isi", "complaint-desk.error.text");
			}
			else if (text().length() > LONGEST_TEXT) {
				errors.rejectValue("isi", "complaint-desk.error.long", new Object[] { LONGEST_TEXT, text().length() },
						null);
			}
			else if (step.purpose() != null) {
				Placeholders.left(text())
					.ifPresent((place) -> errors.rejectValue("isi", "complaint-desk.error.placeholder",
							new Object[] { place }, null));
			}
		}
	}

	private static void require(CaseStep step, Field field, String name, boolean given, Errors errors) {
		if (step.asks(field) && !given) {
			errors.rejectValue(name, "complaint-desk.error." + name);
		}
	}

	/** As it is kept; what nobody would see is no text. */
	String text() {
		return (this.isi != null) ? CleanText.of(this.isi) : "";
	}

	/** Whether the text held a number like a NIK, which is hidden. */
	boolean isMasked() {
		return this.isi != null && SixteenDigits.isIn(this.isi);
	}

	String subject() {
		return (this.perihal != null) ? CleanText.line(this.perihal) : "";
	}

	Optional<AgencyId> agency() {
		return Optional.ofNullable(this.opd).filter(AgencyId::isValid).map(AgencyId::new);
	}

	@Nullable AccountId officer() {
		return CaseOfficers.parse(this.petugas).orElse(null);
	}

	Optional<Rejection> rejection() {
		return Arrays.stream(Rejection.values()).filter((reason) -> reason.name().equals(this.alasan)).findFirst();
	}

	Optional<Referral> referral() {
		return Arrays.stream(Referral.values()).filter((to) -> to.name().equals(this.tujuan)).findFirst();
	}

	Optional<TicketNumber> ticket() {
		return (this.nomor != null) ? TicketNumber.parse(this.nomor) : Optional.empty();
	}

	private boolean isOfEntry() {
		return entry() != null;
	}

	public @Nullable EntryId entry() {
		try {
			return StringUtils.hasText(this.catatan) ? new EntryId(UUID.fromString(this.catatan)) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
