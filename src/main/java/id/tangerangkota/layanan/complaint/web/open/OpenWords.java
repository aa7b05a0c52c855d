package id.tangerangkota.layanan.complaint.web.open;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import id.tangerangkota.layanan.complaint.OutageTitles;
import id.tangerangkota.layanan.complaint.PublicComplaint;
import id.tangerangkota.layanan.complaint.PublicState;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.PageWords;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says states, ages and dates of complaints as people read them. */
@Component
class OpenWords extends PageWords {

	private final OutageTitles titles;

	private final Clock clock;

	OpenWords(MessageSource messages, PageClock pageClock, OutageTitles titles, Clock clock) {
		super(messages, pageClock);
		this.titles = titles;
		this.clock = clock;
	}

	String state(PublicState state, Locale locale) {
		return say("complaint-open.state." + state.code(), locale);
	}

	String subject(PublicComplaint complaint, Locale locale) {
		return complaint.byPortal() ? this.titles.in(locale, complaint.subject()) : complaint.subject();
	}

	LocalDate today() {
		return PageClock.day(this.clock.instant());
	}

	String date(Instant instant, Locale locale) {
		return date(PageClock.day(instant), locale);
	}

	/** When it was received and, while it is open, how long ago that was. */
	String age(PublicComplaint complaint, Locale locale) {
		long days = ChronoUnit.DAYS.between(PageClock.day(complaint.receivedAt()), today());
		String received = date(complaint.receivedAt(), locale);
		boolean over = !complaint.status().isOpen() || complaint.state() == PublicState.DONE;
		return over ? received : say("complaint-open.age", locale, received, days);
	}

	/** Until when it was promised, null when nothing is any more. */
	@Nullable String due(PublicComplaint complaint, Locale locale) {
		LocalDate due = complaint.dueOn();
		if (due == null) {
			return null;
		}
		Instant late = complaint.lateSince();
		return (late != null) ? say("complaint-open.overdue.since", locale, date(late, locale))
				: say("complaint-open.due", locale, date(due, locale));
	}

}
