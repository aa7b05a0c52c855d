package id.tangerangkota.layanan.apikey.web;

import id.tangerangkota.layanan.web.TooManyTries;
import id.tangerangkota.layanan.web.security.FreshPassword;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.validation.Errors;

/** The password of whoever gives a program a key: a stolen session alone gives none. */
final class AskedAgain {

	private AskedAgain() {
	}

	/** The status to answer with, 0 when the password is fresh. */
	static int check(FreshPassword password, @Nullable String given, HttpServletRequest request,
			HttpServletResponse response, Errors errors) {
		try {
			return password.check(request, given, errors) ? 0 : HttpStatus.UNPROCESSABLE_CONTENT.value();
		}
		catch (TooManyTries ex) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(ex.retryAfter().toSeconds()));
			errors.rejectValue("sandi", "apikey.error.wait", new Object[] { ex.retryAfter().toMinutes() + 1 }, null);
			return HttpStatus.TOO_MANY_REQUESTS.value();
		}
	}

}
