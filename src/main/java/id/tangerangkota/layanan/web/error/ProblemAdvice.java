package id.tangerangkota.layanan.web.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers what a page could not. */
@ControllerAdvice
class ProblemAdvice {

	private final ProblemResponder responder;

	private final FailureLog log;

	ProblemAdvice(ProblemResponder responder, FailureLog log) {
		this.responder = responder;
		this.log = log;
	}

	@ExceptionHandler
	@Nullable Object handle(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
		if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
			// For the security filters, which know where to send the person.
			throw failure;
		}
		if (response.isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(failure)) {
			return null;
		}
		Problem problem = Problems.of(failure, ProblemResponder.isForMachine(request));
		this.log.write(problem, failure);
		return this.responder.respond(problem, request, response);
	}

}
