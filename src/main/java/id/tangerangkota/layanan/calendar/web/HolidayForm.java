package id.tangerangkota.layanan.calendar.web;

import java.time.LocalDate;

import id.tangerangkota.layanan.calendar.Certainty;
import id.tangerangkota.layanan.calendar.Holiday;
import id.tangerangkota.layanan.calendar.HolidayKind;
import id.tangerangkota.layanan.web.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * A holiday, as typed.
 *
 * @param inggris its name in English
 */
record HolidayForm(@Nullable String tanggal, @Nullable String jenis, @Nullable String nama, @Nullable String inggris,
		@Nullable String kepastian, @Nullable String sumber) {

	static final HolidayForm EMPTY = new HolidayForm(null, HolidayKind.NATIONAL.name(), null, null,
			Certainty.CERTAIN.name(), null);

	private static final int LONGEST_NAME = 120;

	private static final int LONGEST_SOURCE = 400;

	static HolidayForm of(Holiday holiday) {
		return new HolidayForm(holiday.day().toString(), holiday.kind().name(), holiday.name(), holiday.nameEn(),
				holiday.certainty().name(), holiday.source());
	}

	/** Whatever is wrong is put on the fields; null then. */
	@Nullable Holiday holiday(Errors errors) {
		LocalDate day = Typed.date(this.tanggal);
		HolidayKind kind = TypedText.choice(HolidayKind.values(), this.jenis);
		Certainty certainty = TypedText.choice(Certainty.values(), this.kepastian);
		if (day == null) {
			errors.rejectValue("tanggal", "calendar.error.date");
		}
		if (kind == null) {
			errors.rejectValue("jenis", "calendar.error.choose");
		}
		Typed.check("nama", this.nama, LONGEST_NAME, errors);
		Typed.check("inggris", this.inggris, LONGEST_NAME, errors);
		if (certainty == null) {
			errors.rejectValue("kepastian", "calendar.error.choose");
		}
		Typed.check("sumber", this.sumber, LONGEST_SOURCE, errors);
		return (day == null || kind == null || certainty == null || errors.hasErrors()) ? null
				: new Holiday(day, kind, TypedText.maskedLine(this.nama), TypedText.maskedLine(this.inggris), certainty,
						TypedText.maskedLine(this.sumber));
	}

}
