package id.tangerangkota.layanan.identity.web;

import java.time.Clock;
import java.util.Optional;

import id.tangerangkota.layanan.identity.SignIn;
import id.tangerangkota.layanan.web.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** Keeps who signed in in the session, as text. */
@Component
class SignInSession {

	private final JsonMapper json = new JsonMapper();

	private final Sessions sessions;

	private final Clock clock;

	SignInSession(Sessions sessions, Clock clock) {
		this.sessions = sessions;
		this.clock = clock;
	}

	/**
	 * Starts or completes a sign-in. The session gets a new id each time, so that one
	 * known before is worth nothing.
	 */
	void start(HttpServletRequest request, SignIn signIn) {
		request.getSession();
		request.changeSessionId();
		keep(request, signIn);
	}

	/** Keeps a changed sign-in under the same id. */
	void keep(HttpServletRequest request, SignIn signIn) {
		HttpSession session = request.getSession();
		session.setAttribute(Sessions.CONTENT, this.json.writeValueAsString(signIn));
		if (signIn.complete()) {
			session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
					signIn.account().toString());
			session.setMaxInactiveInterval((int) signIn.idle().toSeconds());
		}
	}

	/** Who is signed in. */
	Optional<SignIn> current(HttpServletRequest request) {
		return read(request).filter(SignIn::complete);
	}

	/** Whose second factor is missing. */
	Optional<SignIn> waiting(HttpServletRequest request) {
		return read(request).filter((signIn) -> !signIn.complete());
	}

	/** Who is signed in, where the security rules have made sure that somebody is. */
	SignIn require(HttpServletRequest request) {
		return current(request).orElseThrow();
	}

	private Optional<SignIn> read(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		Object content = (session != null) ? session.getAttribute(Sessions.CONTENT) : null;
		return Optional.ofNullable(parse(content)).filter((signIn) -> !signIn.isOver(this.clock.instant()));
	}

	/** Whoever another session belongs to, from its text. */
	@Nullable SignIn parse(@Nullable Object content) {
		try {
			return (content instanceof String text) ? this.json.readValue(text, SignIn.class) : null;
		}
		catch (JacksonException ex) {
			// Written by another version: signing in again is all it takes.
			return null;
		}
	}

	void end(HttpServletRequest request, HttpServletResponse response) {
		this.sessions.invalidate(request, response);
	}

}
