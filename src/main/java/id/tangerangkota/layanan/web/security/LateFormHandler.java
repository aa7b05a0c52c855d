package id.tangerangkota.layanan.web.security;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.DeferredCsrfToken;

/**
 * Shows a form again that was open for too long, instead of losing what was typed. Only
 * one that surely comes from a page of the portal: another site could have people send
 * off what it has filled in.
 */
class LateFormHandler implements AccessDeniedHandler {

	private final RequestOrigin origin;

	private final Map<String, SecretField> secrets;

	private final AccessDeniedHandler next;

	LateFormHandler(RequestOrigin origin, Iterable<SecretField> more, AccessDeniedHandler next) {
		this.origin = origin;
		this.secrets = new HashMap<>();
		SecretField.KNOWN.forEach((field) -> this.secrets.put(field.name(), field));
		more.forEach((field) -> this.secrets.put(field.name(), field));
		this.next = next;
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
			throws IOException, ServletException {
		LateForm form = (denied instanceof CsrfException && this.origin.isOwn(request))
				? LateForm.of(request, this.secrets) : null;
		if (form == null || !prepareToken(request)) {
			this.next.handle(request, response, denied);
			return;
		}
		request.setAttribute(LateForm.ATTRIBUTE, form);
		request.getRequestDispatcher(LateFormController.PATH).forward(request, response);
	}

	/** The page has a form, so there must be a session for its token. */
	private static boolean prepareToken(HttpServletRequest request) {
		@Nullable Object token = request.getAttribute(DeferredCsrfToken.class.getName());
		if (token instanceof DeferredCsrfToken deferred) {
			FormTokens.keep(deferred.get(), request);
			return true;
		}
		return false;
	}

}
