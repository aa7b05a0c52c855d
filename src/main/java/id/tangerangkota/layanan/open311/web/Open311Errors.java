package id.tangerangkota.layanan.open311.web;

import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.apikey.RefusedKey;
import id.tangerangkota.layanan.open311.web.Part.Many;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.ProblemDialect;
import id.tangerangkota.layanan.web.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Tells what went wrong as GeoReport has it: 404 for what is not there, 403 for keys, 400
 * for the rest. What is no fault of the call keeps the status of HTTP, so that clients
 * know whether to come again: 429 and 503 with the time, 405, 500.
 */
@ControllerAdvice(basePackageClasses = Open311Errors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Open311Errors implements ProblemDialect {

	private static final String HOME = "/open311/";

	private final MessageSource messages;

	Open311Errors(MessageSource messages) {
		this.messages = messages;
	}

	@ExceptionHandler
	ResponseEntity<String> refused(Refused refusal, HttpServletRequest request, Locale locale) {
		return errors(request.getRequestURI(), refusal.status(),
				refusal.faults()
					.stream()
					.map((fault) -> this.messages.getMessage(fault.key(), fault.arguments(), locale))
					.toList());
	}

	@ExceptionHandler
	ResponseEntity<String> refused(RefusedKey refusal, HttpServletRequest request, Locale locale) {
		return refused(Refused.key("open311.error.key"), request, locale);
	}

	@ExceptionHandler
	ResponseEntity<String> refused(TooManyTries refusal, HttpServletRequest request, Locale locale) {
		ResponseEntity<String> answer = tell(request.getRequestURI(), HttpStatus.TOO_MANY_REQUESTS.value(),
				Language.of(locale));
		return ResponseEntity.status(answer.getStatusCode())
			.headers(answer.getHeaders())
			.header(HttpHeaders.RETRY_AFTER, Long.toString(refusal.retryAfter().toSeconds()))
			.body(answer.getBody());
	}

	@Override
	public boolean isUsedAt(String path) {
		return path.startsWith(HOME);
	}

	@Override
	public ResponseEntity<String> tell(String path, int status, Language language) {
		int told = switch (status) {
			case 403, 404, 405, 413, 429, 503 -> status;
			default -> (status < 500) ? 400 : 500;
		};
		return errors(path, status,
				List.of(this.messages.getMessage("open311.error." + told, null, language.locale())));
	}

	private static ResponseEntity<String> errors(String path, int status, List<String> descriptions) {
		return Format.ofPath(path)
			.answer(status,
					new Many("errors",
							descriptions.stream()
								.map((description) -> Part.thing("error", Part.value("code", status),
										Part.value("description", description)))
								.toList()));
	}

}
