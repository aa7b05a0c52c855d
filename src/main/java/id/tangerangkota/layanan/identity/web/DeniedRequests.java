package id.tangerangkota.layanan.identity.web;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.audit.AuditTrail;
import id.tangerangkota.layanan.identity.AccountAct;
import id.tangerangkota.layanan.identity.AccountAct.Act;
import id.tangerangkota.layanan.throttle.Limit;
import id.tangerangkota.layanan.throttle.Throttle;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Refuses somebody who is signed in what they may not do, and puts it on record: one by
 * one for a while, and after that as a count by the minute, so that nobody holds up the
 * audit trail by asking again and again.
 */
@Component
class DeniedRequests implements AccessDeniedHandler {

	static final Limit RECORDED = new Limit("access-denied", 10, Duration.ofMinutes(1));

	/** What a variable may hold says nothing to readers of the trail. */
	private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+):[^/]*\\}");

	private final AccessDeniedHandler answer = new AccessDeniedHandlerImpl();

	private final AuditTrail trail;

	private final Throttle throttle;

	/** Looked up late: the pages are made with what the security filters need. */
	private final ObjectProvider<RequestMappingHandlerMapping> pages;

	DeniedRequests(AuditTrail trail, Throttle throttle,
			@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> pages) {
		this.trail = trail;
		this.throttle = throttle;
		this.pages = pages;
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
			throws IOException, ServletException {
		Authentication person = SecurityContextHolder.getContext().getAuthentication();
		if (person != null && person.getPrincipal() instanceof Actor actor && actor.account() != null) {
			record(request, actor, denied);
		}
		this.answer.handle(request, response, denied);
	}

	private void record(HttpServletRequest request, Actor actor, AccessDeniedException denied) {
		if (this.throttle.take(RECORDED, actor.requireAccount().toString()).isPresent()) {
			return;
		}
		Map<String, String> details = new HashMap<>();
		details.put("method", request.getMethod());
		details.put("reason", (denied instanceof CsrfException) ? "FORM" : "ROLE");
		page(request).ifPresent((page) -> details.put("page", page));
		this.trail.refuse(new AccountAct(Act.ACCESS_DENIED, null, details, actor));
	}

	/**
	 * The page as its module names it: an address may hold anything. Nothing where there
	 * is none.
	 */
	private Optional<String> page(HttpServletRequest request) {
		PathContainer path = PathContainer.parsePath(request.getRequestURI());
		return this.pages.getObject()
			.getHandlerMethods()
			.keySet()
			.stream()
			.map(RequestMappingInfo::getPathPatternsCondition)
			.filter((condition) -> condition != null)
			.flatMap((condition) -> condition.getPatterns().stream())
			.filter((pattern) -> pattern.matches(path))
			.sorted()
			.map((pattern) -> VARIABLE.matcher(pattern.getPatternString()).replaceAll("{$1}"))
			.findFirst();
	}

}
