package id.tangerangkota.layanan.web.error;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.ProblemDialect;
import id.tangerangkota.layanan.web.SitePages;
import id.tangerangkota.layanan.web.security.RequestId;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers a problem: to people with a page in their language, to programs with a document
 * as in RFC 9457, or as the standard they speak has it.
 */
@Component
class ProblemResponder {

	private static final URI PARAMETER = URI.create("tag:tangerangkota.go.id,2026:layanan:invalid-parameter");

	private static final URI GENERIC = URI.create("about:blank");

	private final SitePages pages;

	private final MessageSource messages;

	private final List<ProblemDialect> dialects;

	ProblemResponder(SitePages pages, MessageSource messages, ObjectProvider<ProblemDialect> dialects) {
		this.pages = pages;
		this.messages = messages;
		this.dialects = dialects.orderedStream().toList();
	}

	static boolean isForMachine(HttpServletRequest request) {
		String path = path(request);
		if (path.startsWith("/api/") || path.startsWith("/open311/")) {
			return true;
		}
		String accept = request.getHeader("Accept");
		return accept != null && accept.contains("json") && !accept.contains("html");
	}

	/** A view or a document. */
	Object respond(Problem problem, HttpServletRequest request, HttpServletResponse response) {
		problem.headers().forEach((name, values) -> values.forEach((value) -> response.setHeader(name, value)));
		response.setHeader("Cache-Control", "no-store");
		String path = path(request);
		Optional<ProblemDialect> dialect = this.dialects.stream().filter((one) -> one.isUsedAt(path)).findFirst();
		if (dialect.isPresent()) {
			return dialect.get().tell(path, problem.status(), Language.of(request));
		}
		return isForMachine(request) ? document(problem, request) : page(problem, request);
	}

	private static ResponseEntity<ProblemDetail> document(Problem problem, HttpServletRequest request) {
		ProblemDetail detail = ProblemDetail.forStatus(problem.status());
		detail.setType((problem.parameter() != null) ? PARAMETER : GENERIC);
		detail.setTitle(title(problem));
		if (!problem.detail().isEmpty()) {
			detail.setDetail(problem.detail());
		}
		detail.setInstance(instance(path(request)));
		detail.setProperty("reference", RequestId.of(request));
		if (problem.parameter() != null) {
			detail.setProperty("parameter", problem.parameter());
		}
		return ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(detail);
	}

	private static String title(Problem problem) {
		HttpStatus status = HttpStatus.resolve(problem.status());
		return (problem.parameter() != null) ? "Invalid parameter"
				: (status != null) ? status.getReasonPhrase() : "Error";
	}

	/** The path alone: what stands behind it may be somebody's words. */
	private static @Nullable URI instance(String path) {
		try {
			return URI.create(path);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private ModelAndView page(Problem problem, HttpServletRequest request) {
		Language language = Language.of(request);
		ModelAndView page = new ModelAndView("error/problem",
				Map.of("status", told(problem.status(), language), "reference", RequestId.of(request), "suggestions",
						problem.suggestions(), SitePages.ATTRIBUTE,
						this.pages.ofProblem(request, path(request), language)));
		page.setStatus(HttpStatusCode.valueOf(problem.status()));
		return page;
	}

	/** The status there are words for; others are told like their kind. */
	private int told(int status, Language language) {
		if (StringUtils
			.hasText(this.messages.getMessage("web.error." + status + ".title", null, "", language.locale()))) {
			return status;
		}
		return (status < Problem.INTERNAL_ERROR) ? Problem.BAD_REQUEST : Problem.INTERNAL_ERROR;
	}

	/** What was asked for, also while the server handles an error. */
	private static String path(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		return (failed != null) ? failed.toString() : request.getRequestURI();
	}

}
