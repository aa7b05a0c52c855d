package id.tangerangkota.layanan.identity.web;

import java.io.IOException;

import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * Sends whoever is not signed in to the right door, and back afterwards. Who was signed
 * in for too long is told so at the door.
 */
@Component
class SignInEntryPoint implements AuthenticationEntryPoint {

	/** The parameter that says why somebody is at the door. */
	static final String EXPIRED = "habis";

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException {
		String path = request.getRequestURI();
		String query = request.getQueryString();
		// What was sent by a form cannot be sent again by a link.
		String back = request.getMethod().equals("GET") ? path + ((query != null) ? "?" + query : "") : "";
		String door = path.startsWith("/akun") ? "/masuk" : "/petugas/masuk";
		String address = Entrance.withReturn(door, back);
		if (Sessions.isOver(request)) {
			address += (address.contains("?") ? "&" : "?") + EXPIRED + "=ya";
		}
		response.setStatus(HttpStatus.SEE_OTHER.value());
		response.setHeader("Location", Language.of(request).addTo(address));
	}

}
