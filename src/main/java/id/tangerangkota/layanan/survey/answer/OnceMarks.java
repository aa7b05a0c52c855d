package id.tangerangkota.layanan.survey.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.Occasion;
import id.tangerangkota.layanan.vault.BlindIndex;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers who has answered about a service in a quarter, whichever way they came: as
 * keyed hashes that lead to no answer.
 */
@Component
class OnceMarks {

	private static final String ONCE = "survey.once";

	private final BlindIndex index;

	private final JdbcClient jdbc;

	OnceMarks(BlindIndex index, JdbcClient jdbc) {
		this.index = index;
		this.jdbc = jdbc;
	}

	/** Whether it is this person's first answer of that kind in the quarter. */
	boolean set(Sheet sheet, Instrument instrument, Respondent respondent, Instant now) {
		if (!binds(sheet, instrument, respondent)) {
			return true;
		}
		LocalDate today = LocalDate.ofInstant(now, AvailabilityReport.ZONE);
		String text = text(sheet, instrument, respondent, today);
		return this.jdbc.sql("""
				insert into survey.once (mark, forget_on) select :mark, :forget
				where not exists (select 1 from survey.once where mark in (:candidates))
				on conflict do nothing""")
			.param("mark", this.index.of(ONCE, text))
			.param("candidates", this.index.candidates(ONCE, text))
			.param("forget", today.with(IsoFields.DAY_OF_QUARTER, 1).plus(1, IsoFields.QUARTER_YEARS))
			.update() == 1;
	}

	boolean isSet(Sheet sheet, Instrument instrument, Respondent respondent, Instant now) {
		return binds(sheet, instrument, respondent) && this.jdbc
			.sql("select exists (select 1 from survey.once where mark in (:candidates))")
			.param("candidates",
					this.index.candidates(ONCE,
							text(sheet, instrument, respondent, LocalDate.ofInstant(now, AvailabilityReport.ZONE))))
			.query(Boolean.class)
			.single();
	}

	/**
	 * How a problem was handled is asked about each problem. Without an account a link
	 * stands for its person.
	 */
	private static boolean binds(Sheet sheet, Instrument instrument, Respondent respondent) {
		return instrument != Instrument.ERECS && (respondent.account() != null || sheet.invitation() == null);
	}

	/**
	 * The short answer and the long one are asked for once each. At a counter everybody
	 * chooses the service themselves, so a device answers once for the whole agency.
	 */
	private static String text(Sheet sheet, Instrument instrument, Respondent respondent, LocalDate today) {
		String form = (instrument == Instrument.SHORT) ? "short" : "long";
		boolean chosen = sheet.occasion() == Occasion.COUNTER && respondent.account() == null;
		String what = (sheet.service() != null && !chosen) ? sheet.service().toString() : "agency " + sheet.agency();
		String quarter = today.getYear() + "-" + today.get(IsoFields.QUARTER_OF_YEAR);
		return String.join("|", form, what, quarter, respondent.person());
	}

}
