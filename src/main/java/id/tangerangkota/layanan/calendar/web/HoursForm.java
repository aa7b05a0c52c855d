package id.tangerangkota.layanan.calendar.web;

import java.time.DayOfWeek;
import java.time.LocalTime;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.calendar.HoursEntry;
import id.tangerangkota.layanan.calendar.OfficeHours;
import id.tangerangkota.layanan.calendar.Season;
import id.tangerangkota.layanan.web.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * Office hours, as typed.
 *
 * @param opd code of an agency, empty for all
 */
record HoursForm(@Nullable String opd, @Nullable String musim, @Nullable String hari, @Nullable String buka,
		@Nullable String tutup) {

	static final HoursForm EMPTY = new HoursForm(null, Season.ORDINARY.name(), DayOfWeek.MONDAY.name(), null, null);

	private static final int LONGEST_CODE = 60;

	/** Whatever is wrong is put on the fields; null then. */
	@Nullable HoursEntry entry(Errors errors) {
		String code = TypedText.maskedLine(this.opd);
		if (!isAgency(code)) {
			errors.rejectValue("opd", "calendar.error.agency");
		}
		Season season = TypedText.choice(Season.values(), this.musim);
		if (season == null) {
			errors.rejectValue("musim", "calendar.error.choose");
		}
		DayOfWeek weekday = TypedText.choice(HoursController.WEEKDAYS, this.hari);
		if (weekday == null) {
			errors.rejectValue("hari", "calendar.error.choose");
		}
		LocalTime opens = TypedText.time(this.buka);
		if (opens == null) {
			errors.rejectValue("buka", "calendar.error.time");
		}
		LocalTime closes = TypedText.time(this.tutup);
		if (closes == null) {
			errors.rejectValue("tutup", "calendar.error.time");
		}
		if (opens != null && closes != null && !opens.isBefore(closes)) {
			errors.rejectValue("tutup", "calendar.error.order");
		}
		if (season == null || weekday == null || opens == null || closes == null || errors.hasErrors()) {
			return null;
		}
		return new HoursEntry(code.isEmpty() ? null : new AgencyId(code), season, weekday,
				new OfficeHours(opens, closes));
	}

	private static boolean isAgency(String code) {
		return code.isEmpty() || (code.length() <= LONGEST_CODE && AgencyId.isValid(code));
	}

}
