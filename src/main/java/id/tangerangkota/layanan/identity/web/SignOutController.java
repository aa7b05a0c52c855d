package id.tangerangkota.layanan.identity.web;

import java.time.Duration;

import id.tangerangkota.layanan.identity.Doors;
import id.tangerangkota.layanan.identity.Doors.Door;
import id.tangerangkota.layanan.identity.Doors.Outcome;
import id.tangerangkota.layanan.identity.SignInDesk;
import id.tangerangkota.layanan.web.CachedPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The way out: the session is gone before the answer is written. */
@Controller
class SignOutController {

	private final SignInDesk desk;

	private final Doors doors;

	private final SignInSession session;

	SignOutController(SignInDesk desk, Doors doors, SignInSession session) {
		this.desk = desk;
		this.doors = doors;
		this.session = session;
	}

	@PostMapping("/keluar")
	String signOut(HttpServletRequest request, HttpServletResponse response) {
		long start = System.nanoTime();
		var signIn = this.session.current(request);
		this.session.end(request, response);
		signIn.ifPresent(this.desk::signOut);
		// Not "storage": drafts of complaints on the device are not the portal's to
		// delete.
		response.setHeader("Clear-Site-Data", "\"cookies\"");
		this.doors.passed(Door.OUT, Outcome.DONE, Duration.ofNanos(System.nanoTime() - start));
		return "redirect:/keluar";
	}

	@GetMapping("/keluar")
	@CachedPage
	String signedOut() {
		return "identity/signed-out";
	}

}
