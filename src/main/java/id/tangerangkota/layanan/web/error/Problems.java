package id.tangerangkota.layanan.web.error;

import java.util.List;

import id.tangerangkota.layanan.web.InvalidParameter;
import id.tangerangkota.layanan.web.NoSuchPage;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.Overload;
import id.tangerangkota.layanan.web.TooManyTries;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Turns exceptions into problems. Their messages may hold what was typed, so none is
 * used.
 */
final class Problems {

	private static final String INVALID = "The value is not valid.";

	private static final String UNREADABLE = "The request cannot be read.";

	private Problems() {
	}

	/**
	 * The problem behind an exception.
	 * @param machine whether a program asked, which gets a wrong page number for what it
	 * is
	 */
	static Problem of(Throwable failure, boolean machine) {
		return switch (failure) {
			case NoSuchPage ex when machine -> Problem.of(Problem.BAD_REQUEST, "There is no such page of the list.");
			case NotFound ex -> Problem.notFound(ex.suggestions());
			case InvalidParameter ex -> Problem.ofParameter(ex.parameter(), ex.reason());
			case TooManyTries ex ->
				Problem.later(Problem.TOO_MANY, "Too many tries from here or for this account.", ex.retryAfter());
			case Overload ex -> Problem.later(Problem.UNAVAILABLE, "Too many ask for this at once.", ex.retryAfter());
			case MissingServletRequestParameterException ex ->
				Problem.ofParameter(ex.getParameterName(), "The parameter is missing.");
			case MethodArgumentTypeMismatchException ex -> Problem.ofParameter(ex.getName(), INVALID);
			case HandlerMethodValidationException ex -> ofValidation(ex);
			case BindException ex -> ofBinding(ex);
			case ErrorResponse ex -> ofResponse(ex);
			case TypeMismatchException ex -> Problem.of(Problem.BAD_REQUEST, UNREADABLE);
			case HttpMessageNotReadableException ex -> Problem.of(Problem.BAD_REQUEST, UNREADABLE);
			case RequestRejectedException ex -> Problem.of(Problem.BAD_REQUEST, UNREADABLE);
			case InvalidParameterException ex -> Problem.of(ex.getErrorCode(), UNREADABLE);
			case OptimisticLockingFailureException ex ->
				Problem.of(Problem.CONFLICT, "Somebody else has changed it meanwhile.");
			default -> ofRest(failure, machine);
		};
	}

	private static Problem ofRest(Throwable failure, boolean machine) {
		if (Outage.isCause(failure)) {
			return Problem.unavailable();
		}
		Throwable cause = failure.getCause();
		// Wrapped by the servlet, by the template engine or by a binder.
		if (cause instanceof NotFound || cause instanceof InvalidParameter || cause instanceof RequestRejectedException
				|| cause instanceof InvalidParameterException) {
			return of(cause, machine);
		}
		return Problem.of(Problem.INTERNAL_ERROR);
	}

	private static Problem ofResponse(ErrorResponse failure) {
		HttpHeaders headers = new HttpHeaders();
		headers.addAll(failure.getHeaders());
		return new Problem(failure.getStatusCode().value(), null, "", List.of(), headers);
	}

	private static Problem ofBinding(BindException failure) {
		FieldError error = failure.getFieldError();
		return (error != null) ? Problem.ofParameter(error.getField(), INVALID)
				: Problem.of(Problem.BAD_REQUEST, INVALID);
	}

	private static Problem ofValidation(HandlerMethodValidationException failure) {
		for (ParameterValidationResult result : failure.getParameterValidationResults()) {
			String name = name(result.getMethodParameter());
			if (name != null && !failure.isForReturnValue()) {
				return Problem.ofParameter(name, INVALID);
			}
		}
		return Problem.of(failure.getStatusCode().value(), INVALID);
	}

	private static @Nullable String name(MethodParameter parameter) {
		RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
		return (annotation != null && StringUtils.hasText(annotation.name())) ? annotation.name()
				: parameter.getParameterName();
	}

}
