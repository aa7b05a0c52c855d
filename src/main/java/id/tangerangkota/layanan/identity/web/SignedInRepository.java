package id.tangerangkota.layanan.identity.web;

import java.util.Optional;

import id.tangerangkota.layanan.identity.AccountDirectory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Reads who is signed in from the session and asks the account what they may do: a role
 * taken away or an account closed counts from the next request on.
 */
@Component
class SignedInRepository implements SecurityContextRepository {

	private final SignInSession session;

	private final AccountDirectory directory;

	SignedInRepository(SignInSession session, AccountDirectory directory) {
		this.session = session;
		this.directory = directory;
	}

	@Override
	public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
		SingletonSupplier<SecurityContext> context = SingletonSupplier.of(() -> load(request));
		return new DeferredSecurityContext() {

			@Override
			public SecurityContext get() {
				return context.obtain();
			}

			@Override
			public boolean isGenerated() {
				return context.obtain().getAuthentication() == null;
			}

		};
	}

	private SecurityContext load(HttpServletRequest request) {
		Optional<SignedIn> signedIn = this.session.current(request)
			.flatMap((signIn) -> this.directory.actor(signIn.account()))
			.map(SignedIn::new);
		return signedIn.<SecurityContext>map(SecurityContextImpl::new)
			.orElseGet(SecurityContextHolder::createEmptyContext);
	}

	@Override
	@SuppressWarnings({ "deprecation", "removal" })
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		return loadDeferredContext(holder.getRequest()).get();
	}

	/** The session was written when somebody signed in. */
	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		return this.session.current(request).isPresent();
	}

}
