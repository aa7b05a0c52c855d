package id.tangerangkota.layanan.web.error;

import java.time.Duration;
import java.util.List;

import id.tangerangkota.layanan.web.Suggestion;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * What went wrong, without anything that was typed.
 *
 * @param parameter the parameter at fault
 * @param detail in English, for programmers
 * @param headers such as {@code Allow}
 */
record Problem(int status, @Nullable String parameter, String detail, List<Suggestion> suggestions,
		HttpHeaders headers) {

	static final int BAD_REQUEST = 400;

	static final int NOT_FOUND = 404;

	static final int CONFLICT = 409;

	static final int TOO_MANY = 429;

	static final int INTERNAL_ERROR = 500;

	static final int UNAVAILABLE = 503;

	private static final Duration A_MOMENT = Duration.ofSeconds(30);

	static Problem of(int status) {
		return of(status, "");
	}

	static Problem of(int status, String detail) {
		return new Problem(status, null, detail, List.of(), new HttpHeaders());
	}

	static Problem ofParameter(String name, String reason) {
		return new Problem(BAD_REQUEST, name, reason, List.of(), new HttpHeaders());
	}

	static Problem notFound(List<Suggestion> suggestions) {
		return new Problem(NOT_FOUND, null, "There is nothing at this address.", suggestions, new HttpHeaders());
	}

	static Problem unavailable() {
		return later(UNAVAILABLE, "The data cannot be reached at the moment.", A_MOMENT);
	}

	static Problem later(int status, String detail, Duration retryAfter) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter.toSeconds()));
		return new Problem(status, null, detail, List.of(), headers);
	}

}
