package id.tangerangkota.layanan.availability.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.incident.Recurrence;
import id.tangerangkota.layanan.web.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * Work to be announced, as typed.
 *
 * @param layanan slug of a service
 * @param opd code of an agency, where it is about all its services
 * @param lama minutes
 * @param sampai the last day of recurring work
 */
record MaintenanceForm(@Nullable String layanan, @Nullable String opd, @Nullable String tanggal, @Nullable String jam,
		@Nullable String lama, @Nullable String ulang, @Nullable String sampai, @Nullable String isi) {

	/** No month is longer. */
	private static final int MOST_MINUTES = 31 * 24 * 60;

	static MaintenanceForm of(@Nullable String service, @Nullable String agency) {
		return new MaintenanceForm(service, agency, null, null, null, Recurrence.ONCE.name(), null, null);
	}

	/**
	 * When and how often.
	 *
	 * @param lastDay null when it has no end, or comes once
	 */
	record Times(Instant start, Duration length, Recurrence recurrence, @Nullable LocalDate lastDay) {
	}

	/** Whatever is wrong is put on the fields; null then. */
	@Nullable Times times(Errors errors) {
		LocalDate day = Written.date("tanggal", this.tanggal, true, errors);
		LocalTime time = Written.time("jam", this.jam, errors);
		int minutes = Written.number("lama", this.lama, 1, MOST_MINUTES, errors);
		Recurrence recurrence = TypedText.choice(Recurrence.values(), this.ulang);
		if (recurrence == null) {
			errors.rejectValue("ulang", "monitoring.error.choose");
		}
		LocalDate last = (recurrence == Recurrence.ONCE) ? null : Written.date("sampai", this.sampai, false, errors);
		Written.check("isi", this.isi, true, Written.LONGEST_TEXT, errors);
		return (day == null || time == null || recurrence == null || errors.hasErrors()) ? null
				: new Times(day.atTime(time).atZone(AvailabilityReport.ZONE).toInstant(), Duration.ofMinutes(minutes),
						recurrence, last);
	}

	String text() {
		return TypedText.text(this.isi);
	}

}
