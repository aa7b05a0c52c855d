package id.tangerangkota.layanan.complaint.web.filing;

import id.tangerangkota.layanan.complaint.CleanText;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.web.SixteenDigits;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What somebody writes, as typed.
 *
 * @param formal given for a formal request for public information
 */
record WordsForm(@Nullable String judul, @Nullable String isi, @Nullable String formal) {

	private static final int SHORTEST_SUBJECT = 5;

	private static final int SHORTEST_TEXT = 10;

	static WordsForm of(Draft.@Nullable Words words) {
		return (words != null) ? new WordsForm(words.subject(), words.text(), words.formal() ? "ya" : null)
				: new WordsForm(null, null, null);
	}

	void check(Errors errors) {
		check("judul", subject(), SHORTEST_SUBJECT, Submission.SUBJECT_LENGTH, errors);
		check("isi", text(), SHORTEST_TEXT, Submission.TEXT_LENGTH, errors);
	}

	private static void check(String field, String text, int shortest, int longest, Errors errors) {
		if (text.isEmpty()) {
			errors.rejectValue(field, "complaint-filing.words.missing." + field);
		}
		else if (text.length() < shortest) {
			errors.rejectValue(field, "complaint-filing.words.short", new Object[] { shortest }, null);
		}
		else if (text.length() > longest) {
			errors.rejectValue(field, "complaint-filing.long", new Object[] { longest, text.length() }, null);
		}
	}

	/** Whether a number was hidden that looks like a NIK. */
	boolean isMasked() {
		return SixteenDigits.isIn(given(this.judul)) || SixteenDigits.isIn(given(this.isi));
	}

	Draft.Words toWords(@Nullable ComplaintKind kind) {
		return new Draft.Words(subject(), text(), this.formal != null && kind == ComplaintKind.INFORMATION);
	}

	private String subject() {
		return CleanText.line(given(this.judul));
	}

	private String text() {
		return CleanText.of(given(this.isi));
	}

	private static String given(@Nullable String typed) {
		return (typed != null) ? typed : "";
	}

	/** Nothing of what was typed. */
	@Override
	public String toString() {
		return "WordsForm";
	}

}
