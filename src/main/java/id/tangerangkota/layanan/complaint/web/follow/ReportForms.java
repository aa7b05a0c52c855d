package id.tangerangkota.layanan.complaint.web.follow;

import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.complaint.CleanText;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.casework.Redaction;
import id.tangerangkota.layanan.complaint.casework.ReporterView;
import id.tangerangkota.layanan.web.SixteenDigits;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** What reporters type about their complaint. */
final class ReportForms {

	/** A reason is a sentence. */
	private static final int SHORTEST = 10;

	private static final int LONGEST_NOTE = 1000;

	private ReportForms() {
	}

	/**
	 * Something added, or the answer to a question.
	 *
	 * @param kunci of the form, which counts once
	 */
	record ReplyForm(@Nullable String isi, @Nullable UUID kunci) {

		void check(Errors errors) {
			checkText("isi", this.isi, 1, Submission.TEXT_LENGTH, errors);
		}

		String words() {
			return text(this.isi);
		}

		/** Whether it held a number like a NIK, which is hidden. */
		boolean masked() {
			return this.isi != null && SixteenDigits.isIn(this.isi);
		}

	}

	/** Why it is not solved. */
	record ReopenForm(@Nullable String alasan) {

		void check(Errors errors) {
			checkText("alasan", this.alasan, SHORTEST, LONGEST_NOTE, errors);
		}

		String words() {
			return text(this.alasan);
		}

	}

	/** How good it was. */
	record RatingForm(@Nullable String nilai, @Nullable String beres, @Nullable String kesan) {

		static final String YES = "ya";

		void check(Errors errors) {
			if (rating().isEmpty()) {
				errors.rejectValue("nilai", "complaint-follow.error.rating");
			}
			if (this.beres == null || !(this.beres.equals(YES) || this.beres.equals("tidak"))) {
				errors.rejectValue("beres", "complaint-follow.error.solved");
			}
			checkText("kesan", this.kesan, 0, LONGEST_NOTE, errors);
		}

		Optional<Integer> rating() {
			return Optional.ofNullable(this.nilai).filter((typed) -> typed.matches("[1-5]")).map(Integer::valueOf);
		}

		boolean solved() {
			return YES.equals(this.beres);
		}

		@Nullable String words() {
			String words = text(this.kesan);
			return words.isEmpty() ? null : words;
		}

	}

	/** The words of the complaint without what should not have been in them. */
	record RedactForm(@Nullable String judul, @Nullable String isi) {

		void check(Errors errors) {
			checkText("judul", this.judul, 1, Submission.SUBJECT_LENGTH, errors);
			checkText("isi", this.isi, 1, Submission.TEXT_LENGTH, errors);
		}

		/** Whether words were taken out only. */
		void checkAgainst(ReporterView report, Errors errors) {
			checkTakenOut("judul", report.subject(), subject(), errors);
			checkTakenOut("isi", report.text(), words(), errors);
		}

		private static void checkTakenOut(String field, String before, String after, Errors errors) {
			if (!errors.hasFieldErrors(field) && !Redaction.isOf(before, after)) {
				errors.rejectValue(field, "complaint-follow.error.added");
			}
		}

		String subject() {
			return CleanText.line(text(this.judul));
		}

		String words() {
			return text(this.isi);
		}

	}

	/** Without blank ends and with one kind of line ends. */
	private static String text(@Nullable String typed) {
		return (typed != null) ? CleanText.of(typed.replace("\r\n", "\n")).strip() : "";
	}

	private static void checkText(String field, @Nullable String typed, int shortest, int longest, Errors errors) {
		String text = text(typed);
		if (text.isEmpty() && shortest > 0) {
			errors.rejectValue(field, "complaint-follow.error.missing");
		}
		else if (text.length() < shortest) {
			errors.rejectValue(field, "complaint-follow.error.short");
		}
		else if (text.length() > longest) {
			errors.rejectValue(field, "complaint-follow.error.long", new Object[] { longest, text.length() }, null);
		}
	}

}
