package id.tangerangkota.layanan.identity.web;

import java.time.Clock;

import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.TooManyTries;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Says until when somebody who tried too often has to wait. */
@Component
class Waiting {

	private final PageClock pageClock;

	private final Clock clock;

	Waiting(PageClock pageClock, Clock clock) {
		this.pageClock = pageClock;
		this.clock = clock;
	}

	void reject(Errors errors, TooManyTries failure, HttpServletResponse response) {
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(failure.retryAfter().toSeconds()));
		// The next full minute: people read clocks without seconds.
		String until = this.pageClock.format(this.clock.instant().plus(failure.retryAfter()).plusSeconds(59),
				Language.of(LocaleContextHolder.getLocale()));
		errors.reject("identity.wait", new Object[] { until }, null);
	}

}
