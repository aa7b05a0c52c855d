package id.tangerangkota.layanan.complaint.web.desk;

import java.util.Arrays;
import java.util.Optional;

import id.tangerangkota.layanan.complaint.CleanText;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.queue.AnswerTemplates.AnswerTemplate;
import id.tangerangkota.layanan.complaint.queue.AnswerTemplates.Purpose;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * A text for answers.
 *
 * @param opd whose it is, empty for of all
 * @param guna name of a {@link Purpose}
 * @param inggris the same in English, may be empty
 */
record TemplateForm(@Nullable Integer versi, @Nullable String opd, @Nullable String guna, @Nullable String nama,
		@Nullable String isi, @Nullable String inggris) {

	static final int LONGEST_NAME = 80;

	static final int LONGEST_TEXT = Submission.TEXT_LENGTH;

	static final TemplateForm EMPTY = new TemplateForm(0, null, null, null, null, null);

	static TemplateForm of(AnswerTemplate template) {
		return new TemplateForm(template.version(), (template.agency() != null) ? template.agency().code() : "",
				template.purpose().name(), template.name(), template.text(), template.textEn());
	}

	void check(Errors errors) {
		if (purpose().isEmpty()) {
			errors.rejectValue("guna", "complaint-desk.error.guna");
		}
		check("nama", name(), true, LONGEST_NAME, errors);
		check("isi", text(), true, LONGEST_TEXT, errors);
		check("inggris", lines(this.inggris), false, LONGEST_TEXT, errors);
		purpose().ifPresent((purpose) -> {
			checkPlaces("isi", text(), purpose, errors);
			checkPlaces("inggris", lines(this.inggris), purpose, errors);
		});
	}

	/** What is sent when an outage is over nobody looks over before. */
	private static void checkPlaces(String field, String text, Purpose purpose, Errors errors) {
		Placeholders.unknown(text, purpose)
			.ifPresent(
					(place) -> errors.rejectValue(field, "complaint-desk.error.unknown", new Object[] { place }, null));
		if (purpose == Purpose.OUTAGE_ENDED) {
			Placeholders.left(text)
				.ifPresent((place) -> errors.rejectValue(field, "complaint-desk.error.automatic",
						new Object[] { place }, null));
		}
	}

	private static void check(String field, String text, boolean required, int longest, Errors errors) {
		if (required && text.isEmpty()) {
			errors.rejectValue(field, "complaint-desk.error.text");
		}
		else if (text.length() > longest) {
			errors.rejectValue(field, "complaint-desk.error.long", new Object[] { longest, text.length() }, null);
		}
	}

	Optional<Purpose> purpose() {
		return Arrays.stream(Purpose.values()).filter((purpose) -> purpose.name().equals(this.guna)).findFirst();
	}

	String name() {
		return (this.nama != null) ? CleanText.line(this.nama) : "";
	}

	String text() {
		return lines(this.isi);
	}

	@Nullable String english() {
		String text = lines(this.inggris);
		return text.isEmpty() ? null : text;
	}

	private static String lines(@Nullable String typed) {
		return (typed != null) ? CleanText.of(typed) : "";
	}

}
