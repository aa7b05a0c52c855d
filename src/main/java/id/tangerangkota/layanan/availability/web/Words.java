package id.tangerangkota.layanan.availability.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import id.tangerangkota.layanan.availability.CurrentState;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.Uptime;
import id.tangerangkota.layanan.web.NumberText;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.PageWords;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Says states, times and shares as people read them. */
@Component
class Words extends PageWords {

	/** Of more nobody knows how many days they are. */
	private static final int MOST_HOURS = 48;

	/** A year at three nines is down for almost nine hours; two digits still show it. */
	static final int DECIMALS = 2;

	Words(MessageSource messages, PageClock clock) {
		super(messages, clock);
	}

	/** The end of a style class and of a text's key, such as {@code down}. */
	static String code(ServiceState state) {
		return state.name().toLowerCase(Locale.ROOT);
	}

	/** A state and, where it is worth saying, since when. */
	String state(CurrentState current, Locale locale) {
		Instant since = current.since();
		return (since == null || current.state() == ServiceState.UP || current.state() == ServiceState.UNMONITORED)
				? say("availability.state." + code(current.state()), locale)
				: say("availability.note." + current.state(), locale, brief(since, locale));
	}

	/** How often people said that something concerns them. */
	String affected(int times, Locale locale) {
		return say("availability.affected.taps", locale, times);
	}

	/** What the city must add to a state, null where nothing. */
	@Nullable String reason(CurrentState current, Locale locale) {
		return (current.reason() != null) ? say("availability.reason." + current.reason(), locale) : null;
	}

	/** The share of time it was up, to be read beside {@link Uptime#excluded()}. */
	String percent(Uptime uptime, Locale locale) {
		return uptime.percent(DECIMALS)
			.map((percent) -> NumberText.percent(percent, DECIMALS, locale))
			.orElseGet(() -> say("availability.percent.none", locale));
	}

	/** In the two largest units; whatever began counts as a minute. */
	String duration(Duration duration, Locale locale) {
		if (duration.isZero()) {
			return say("availability.duration.none", locale);
		}
		long minutes = duration.plusMinutes(1).minusNanos(1).toMinutes();
		long hours = minutes / 60;
		if (hours == 0) {
			return say("availability.duration.minutes", locale, minutes);
		}
		return (hours < 24) ? say("availability.duration.hours", locale, hours, minutes % 60)
				: say("availability.duration.days", locale, hours / 24, hours % 24);
	}

	/** How long before something: plain hours where these are all there is. */
	String ahead(Duration duration, Locale locale) {
		return duration.equals(Duration.ofHours(duration.toHours())) && duration.toHours() <= MOST_HOURS
				? say("availability.duration.whole-hours", locale, duration.toHours()) : duration(duration, locale);
	}

	/** From when to when, or since when; it begins a sentence. */
	String span(Instant start, @Nullable Instant end, Locale locale) {
		return (end != null) ? say("availability.span", locale, time(start, locale), brief(end, start, locale))
				: StringUtils.capitalize(say("availability.since", locale, time(start, locale)));
	}

}
