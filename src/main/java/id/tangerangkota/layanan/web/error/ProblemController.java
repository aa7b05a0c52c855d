package id.tangerangkota.layanan.web.error;

import id.tangerangkota.layanan.web.security.ResponseHeaders;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Answers what went wrong before or behind the pages: refused requests, missing rights.
 */
@Controller
class ProblemController implements ErrorController {

	private final ProblemResponder responder;

	private final FailureLog log;

	ProblemController(ProblemResponder responder, FailureLog log) {
		this.responder = responder;
		this.log = log;
	}

	@RequestMapping("${spring.web.error.path:/error}")
	Object error(HttpServletRequest request, HttpServletResponse response) {
		// The server refuses some requests before the first filter.
		ResponseHeaders.applyOnce(request, response);
		Problem problem = problem(request);
		if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
			this.log.write(problem, failure);
		}
		return this.responder.respond(problem, request, response);
	}

	private static Problem problem(HttpServletRequest request) {
		if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
			return Problems.of(failure, ProblemResponder.isForMachine(request));
		}
		// Nobody has a reason to ask for this address itself.
		return (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status)
				? Problem.of(status) : Problem.of(Problem.NOT_FOUND);
	}

}
