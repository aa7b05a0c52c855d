package id.tangerangkota.layanan.survey.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;

import id.tangerangkota.layanan.survey.FollowUp;
import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.web.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What is done about a part, as typed.
 *
 * @param kunci becomes the id of a new one, so that it is written down once however often
 * it is sent
 * @param unsur code of the part
 * @param opd code of the agency, empty for the city
 * @param selesai when it was done, empty while it is not
 */
record FollowUpForm(@Nullable String kunci, @Nullable String periode, @Nullable String unsur, @Nullable String opd,
		@Nullable String tindakan, @Nullable String penanggung, @Nullable String tenggat, @Nullable String selesai,
		@Nullable String hasil, @Nullable Integer versi) {

	private static final int LONGEST_TEXT = 500;

	private static final int LONGEST_OWNER = 120;

	static FollowUpForm empty(SkmPeriod period, @Nullable String agency) {
		return new FollowUpForm(UUID.randomUUID().toString(), period.toString(), "U1", agency, null, null, null, null,
				null, 0);
	}

	static FollowUpForm of(FollowUp followUp) {
		return new FollowUpForm(null, followUp.period().toString(), followUp.part(), followUp.agency(),
				followUp.action(), followUp.owner(), followUp.dueOn().toString(),
				(followUp.doneOn() != null) ? followUp.doneOn().toString() : null, followUp.result(),
				followUp.version());
	}

	/** Whatever is wrong is put on the fields; null then. */
	@Nullable FollowUp planned(Errors errors) {
		SkmPeriod period = SkmPeriod.parse(TypedText.maskedLine(this.periode)).orElse(null);
		if (period == null) {
			errors.rejectValue("periode", "survey.error.choose");
		}
		if (!TypedText.maskedLine(this.unsur).matches("U[1-9]")) {
			errors.rejectValue("unsur", "survey.error.choose");
		}
		LocalDate due = what(errors);
		return (period == null || due == null || errors.hasErrors()) ? null
				: new FollowUp(id(), TypedText.maskedLine(this.opd).isEmpty() ? null : TypedText.maskedLine(this.opd),
						period, TypedText.maskedLine(this.unsur), TypedText.maskedLine(this.tindakan),
						TypedText.maskedLine(this.penanggung), due, null, null, 0);
	}

	private UUID id() {
		try {
			return UUID.fromString(String.valueOf(this.kunci));
		}
		catch (IllegalArgumentException ex) {
			return UUID.randomUUID();
		}
	}

	/** As {@link #planned}, of one that is there. */
	@Nullable FollowUp changed(FollowUp before, LocalDate today, Errors errors) {
		LocalDate due = what(errors);
		LocalDate done = date(this.selesai);
		if (!TypedText.maskedLine(this.selesai).isEmpty() && done == null) {
			errors.rejectValue("selesai", "survey.error.date");
		}
		else if (done != null && done.isAfter(today)) {
			errors.rejectValue("selesai", "survey.error.future");
		}
		if (done != null) {
			check("hasil", this.hasil, LONGEST_TEXT, errors);
		}
		return (due == null || errors.hasErrors()) ? null
				: new FollowUp(before.id(), before.agency(), before.period(), before.part(),
						TypedText.maskedLine(this.tindakan), TypedText.maskedLine(this.penanggung), due, done,
						(done != null) ? TypedText.maskedLine(this.hasil) : null,
						(this.versi != null) ? this.versi : before.version());
	}

	private @Nullable LocalDate what(Errors errors) {
		check("tindakan", this.tindakan, LONGEST_TEXT, errors);
		check("penanggung", this.penanggung, LONGEST_OWNER, errors);
		LocalDate due = date(this.tenggat);
		if (due == null) {
			errors.rejectValue("tenggat", "survey.error.date");
		}
		return due;
	}

	private static void check(String field, @Nullable String typed, int longest, Errors errors) {
		String line = TypedText.maskedLine(typed);
		if (line.isEmpty()) {
			errors.rejectValue(field, "survey.error.missing");
		}
		else if (line.length() > longest) {
			errors.rejectValue(field, "survey.error.long", new Object[] { longest, line.length() }, null);
		}
	}

	private static @Nullable LocalDate date(@Nullable String typed) {
		try {
			LocalDate day = LocalDate.parse(TypedText.maskedLine(typed));
			return (day.getYear() >= 2000 && day.getYear() <= 2100) ? day : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
