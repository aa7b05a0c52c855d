package id.tangerangkota.layanan.availability.web;

import id.tangerangkota.layanan.availability.incident.IncidentStatus;
import id.tangerangkota.layanan.web.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What the staff say about an incident, as typed.
 *
 * @param keadaan where the work stands, for an update
 * @param versi of what stood there when it was read, where something is worded anew
 */
record IncidentForm(@Nullable String isi, @Nullable String keadaan, @Nullable String versi) {

	/** A post-mortem is longer than news. */
	static final int LONGEST_LESSON = 10_000;

	static int longest(IncidentStep step) {
		return (step == IncidentStep.POST_MORTEM) ? LONGEST_LESSON : Written.LONGEST_TEXT;
	}

	void check(IncidentStep step, Errors errors) {
		Written.check("isi", this.isi, true, longest(step), errors);
		if (step == IncidentStep.UPDATE && (status() == null || !status().isOpen())) {
			errors.rejectValue("keadaan", "monitoring.error.choose");
		}
	}

	String text() {
		return TypedText.text(this.isi);
	}

	int version() {
		return Written.version(this.versi);
	}

	@Nullable IncidentStatus status() {
		return TypedText.choice(IncidentStatus.values(), this.keadaan);
	}

}
