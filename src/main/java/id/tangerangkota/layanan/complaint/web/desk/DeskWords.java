package id.tangerangkota.layanan.complaint.web.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import id.tangerangkota.layanan.web.NumberText;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.PageWords;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says times, numbers and what is left of deadlines as the staff read them. */
@Component
class DeskWords extends PageWords {

	private static final String CALM = "cited";

	private static final String HURRY = "maintenance";

	private static final String LATE = "down";

	/** Working days from which on there is no hurry. */
	private static final int SOON = 2;

	/** Nobody counts working days further ahead than this. */
	private static final int FAR = 90;

	private final WorkingCalendar calendar;

	private final Clock clock;

	DeskWords(MessageSource messages, PageClock pageClock, WorkingCalendar calendar, Clock clock) {
		super(messages, pageClock);
		this.calendar = calendar;
		this.clock = clock;
	}

	Instant time() {
		return this.clock.instant();
	}

	LocalDate today() {
		return PageClock.day(time());
	}

	String shortDate(Instant instant, Locale locale) {
		LocalDate day = PageClock.day(instant);
		return (day.getYear() == today().getYear()) ? shortDate(day, locale) : date(day, locale);
	}

	String number(double number, int decimals, Locale locale) {
		return NumberText.upTo(number, decimals, locale);
	}

	/** What is left until a deadline, in working days; late ones count calendar days. */
	DueTag due(Instant due, Locale locale) {
		String date = time(due, locale);
		Instant now = time();
		if (now.isAfter(due)) {
			long days = Duration.between(due, now).toDays();
			return new DueTag(LATE, "warning", (days > 0) ? say("complaint-desk.due.late", locale, days)
					: say("complaint-desk.due.late.today", locale), date);
		}
		LocalDate last = PageClock.day(due);
		if (last.equals(today())) {
			return new DueTag(HURRY, "clock", say("complaint-desk.due.today", locale), date);
		}
		int days = workingDays(last);
		return new DueTag((days < SOON) ? HURRY : CALM, "clock", say("complaint-desk.due.left", locale, days), date);
	}

	private int workingDays(LocalDate last) {
		LocalDate today = today();
		LocalDate end = (ChronoUnit.DAYS.between(today, last) > FAR) ? today.plusDays(FAR) : last;
		return (int) today.plusDays(1).datesUntil(end.plusDays(1)).filter(this.calendar::isWorkingDay).count();
	}

	/**
	 * What somebody of the staff is called.
	 * @param people the names of all who are there still
	 */
	String person(AccountId account, Map<AccountId, String> people, Locale locale) {
		String name = people.get(account);
		return (name != null) ? name : say("complaint-desk.officer.gone", locale);
	}

}
