package id.tangerangkota.layanan.survey.web;

import java.time.Duration;

import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.survey.answer.Respondent;
import id.tangerangkota.layanan.throttle.Limit;
import id.tangerangkota.layanan.throttle.Throttle;
import id.tangerangkota.layanan.web.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Tells who sends answers, and sends away whoever sends too many. */
@Component
class SurveyDoor {

	/** Loose: many people on phones share an address, and counters a network. */
	private static final Limit NETWORK = new Limit("survey.network", 120, Duration.ofMinutes(10));

	/** What one can rate with a browser, one after the other. */
	private static final Limit DEVICE = new Limit("survey.device", 30, Duration.ofMinutes(30));

	private final CurrentActor actor;

	private final Throttle throttle;

	SurveyDoor(CurrentActor actor, Throttle throttle) {
		this.actor = actor;
		this.throttle = throttle;
	}

	Respondent respondent(HttpServletRequest request) {
		return Respondent.of(this.actor.get(), request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT),
				request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
	}

	/**
	 * Lets an answer in.
	 * @throws TooManyTries if too many have come from there
	 */
	Respondent enter(HttpServletRequest request) {
		Respondent respondent = respondent(request);
		take(NETWORK, respondent.network());
		take(DEVICE, respondent.device());
		return respondent;
	}

	private void take(Limit limit, String key) {
		this.throttle.take(limit, key).ifPresent((wait) -> {
			throw new TooManyTries(wait);
		});
	}

}
