package id.tangerangkota.layanan.privacy.web;

import java.time.Clock;
import java.util.Locale;

import id.tangerangkota.layanan.privacy.Countdown;
import id.tangerangkota.layanan.privacy.RequestState;
import id.tangerangkota.layanan.privacy.RequestSummary;
import id.tangerangkota.layanan.privacy.breach.BreachState;
import id.tangerangkota.layanan.privacy.breach.BreachSummary;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says where something stands and how much time is left for it. */
@Component
class StateTags {

	private static final String GOOD = "up";

	private static final String BAD = "down";

	private static final String HURRY = "maintenance";

	private static final String CALM = "cited";

	private static final String CLOCK = "clock";

	private final MessageSource messages;

	private final Clock clock;

	StateTags(MessageSource messages, Clock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	StateTag of(RequestSummary request, Locale locale) {
		return switch (request.state()) {
			case OPEN -> running(request.countdown(this.clock.instant()), locale);
			case DONE -> new StateTag(GOOD, "check", say("privacy.state." + RequestState.DONE, locale));
			case REFUSED -> new StateTag(HURRY, "cross", say("privacy.state." + RequestState.REFUSED, locale));
		};
	}

	StateTag of(BreachSummary breach, Locale locale) {
		String words = say("privacy.breach.state." + breach.state(), locale);
		return switch (breach.state()) {
			case OPEN -> running(breach.countdown(this.clock.instant()), locale);
			case NOTIFIED -> new StateTag(CALM, "check", words);
			case CLOSED -> new StateTag(GOOD, "check", say("privacy.breach.state." + BreachState.CLOSED, locale));
			case DISMISSED -> new StateTag(CALM, "cross", words);
		};
	}

	private StateTag running(Countdown left, Locale locale) {
		if (left.isOver()) {
			return new StateTag(BAD, "warning", time(left, "privacy.late.", locale));
		}
		return new StateTag(left.isShort() ? HURRY : CALM, CLOCK, time(left, "privacy.left.", locale));
	}

	private String time(Countdown left, String prefix, Locale locale) {
		return (left.days() > 0) ? say(prefix + "days", locale, left.days(), left.hours())
				: say(prefix + "hours", locale, left.hours(), left.minutes());
	}

	private String say(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
