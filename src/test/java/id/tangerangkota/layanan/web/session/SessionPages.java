package id.tangerangkota.layanan.web.session;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Opens, reads and ends sessions on demand. */
@TestComponent
@RestController
class SessionPages {

	/** Holds {@code /sesi-coba/tunggu} up. */
	volatile CountDownLatch gate = new CountDownLatch(0);

	/** How many requests wait at the gate. */
	final Semaphore waiting = new Semaphore(0);

	private final Sessions sessions;

	SessionPages(Sessions sessions) {
		this.sessions = sessions;
	}

	@GetMapping("/sesi-coba/tulis")
	String write(@RequestParam String kata, HttpServletRequest request) {
		request.getSession().setAttribute("kata", kata);
		request.getSession().setAttribute(Sessions.FORM_TOKEN, "token of before");
		return this.sessions.handle(request).orElse("not stored yet");
	}

	@GetMapping("/sesi-coba/baca")
	String read(@RequestParam(defaultValue = "kata") String nama, HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null) ? String.valueOf(session.getAttribute(nama)) : "no session";
	}

	@GetMapping("/sesi-coba/gagang")
	String handle(HttpServletRequest request) {
		return this.sessions.handle(request).orElse("none");
	}

	@GetMapping("/sesi-coba/masuk")
	String signIn(@RequestParam String siapa, HttpServletRequest request) {
		if (request.getSession(false) != null) {
			request.changeSessionId();
		}
		HttpSession session = request.getSession();
		session.setAttribute(Sessions.PRINCIPAL, siapa);
		session.setAttribute(Sessions.CONTENT, "isi " + siapa);
		session.setMaxInactiveInterval(900);
		return String.valueOf(session.getAttribute(Sessions.FORM_TOKEN));
	}

	@GetMapping("/sesi-coba/keluar")
	String signOut(HttpServletRequest request, HttpServletResponse response) {
		this.sessions.invalidate(request, response);
		return "out";
	}

	@GetMapping("/sesi-coba/objek")
	String object(HttpServletRequest request) {
		request.getSession().setAttribute("daftar", List.of("a"));
		return "kept";
	}

	/** Loads the session, waits, then writes to it. */
	@GetMapping("/sesi-coba/tunggu")
	String waitAndWrite(@RequestParam String nama, @RequestParam(defaultValue = "false") boolean ganti,
			HttpServletRequest request) throws InterruptedException {
		HttpSession session = Objects.requireNonNull(request.getSession(false));
		session.getAttribute("kata");
		this.waiting.release();
		this.gate.await(20, TimeUnit.SECONDS);
		if (ganti) {
			request.changeSessionId();
		}
		session.setAttribute(nama, "ditulis " + nama);
		return "written";
	}

}
