package id.tangerangkota.layanan.web.session;

import java.time.Duration;

import id.tangerangkota.layanan.web.Visitor;
import id.tangerangkota.layanan.web.VisitorMenu;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Lets somebody who reads or writes a long page stay signed in: asking for it is use of
 * the session, like any other page. Says how many seconds there are now.
 */
@Controller
class SessionEndController {

	static final String HEADER = "Session-Ends";

	private final ObjectProvider<VisitorMenu> menu;

	SessionEndController(ObjectProvider<VisitorMenu> menu) {
		this.menu = menu;
	}

	@GetMapping("/sesi/perpanjang")
	ResponseEntity<Void> extend(HttpServletRequest request) {
		VisitorMenu people = this.menu.getIfAvailable();
		Visitor visitor = (people != null) ? people.visitor(request) : null;
		@Nullable Duration endsAfter = (visitor != null) ? visitor.endsAfter() : null;
		if (endsAfter == null) {
			return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
		}
		return ResponseEntity.noContent().header(HEADER, String.valueOf(endsAfter.toSeconds())).build();
	}

}
