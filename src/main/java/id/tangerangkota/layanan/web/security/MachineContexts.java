package id.tangerangkota.layanan.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Recognises nobody where programs send forms, whatever cookie comes along. */
class MachineContexts implements SecurityContextRepository {

	private final RequestMatcher forms;

	private final SecurityContextRepository nobody = new RequestAttributeSecurityContextRepository();

	private final SecurityContextRepository people;

	MachineContexts(RequestMatcher forms, SecurityContextRepository people) {
		this.forms = forms;
		this.people = people;
	}

	private SecurityContextRepository of(HttpServletRequest request) {
		return this.forms.matches(request) ? this.nobody : this.people;
	}

	@Override
	@SuppressWarnings("deprecation")
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		return of(holder.getRequest()).loadContext(holder);
	}

	@Override
	public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
		return of(request).loadDeferredContext(request);
	}

	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
		of(request).saveContext(context, request, response);
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		return of(request).containsContext(request);
	}

}
