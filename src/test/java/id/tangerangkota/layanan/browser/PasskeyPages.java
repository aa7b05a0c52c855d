package id.tangerangkota.layanan.browser;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.passkey.Ceremony;
import id.tangerangkota.layanan.identity.passkey.PasskeyRefused;
import id.tangerangkota.layanan.identity.passkey.Passkeys;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Passkeys with nothing around them: an account in the address, one form per page. */
@TestComponent
@Controller
@RequestMapping("/coba/kunci-sandi/{id}")
class PasskeyPages {

	/** In the place of an account: sign in whoever it is. */
	static final String ANYBODY = "siapa-saja";

	private static final String ASKED = "ditanyakan";

	private static final String PAGE = "test/passkey";

	private final Passkeys passkeys;

	PasskeyPages(Passkeys passkeys) {
		this.passkeys = passkeys;
	}

	@GetMapping("/buat")
	String toCreate(@PathVariable String id, HttpSession session, Model model) {
		return ask("buat", this.passkeys.beginRegistration(AccountId.parse(id), "warga@contoh.id", "Warga"), session,
				model);
	}

	@PostMapping("/buat")
	String create(@PathVariable String id, @RequestParam String tanggapan, HttpSession session, Model model) {
		AccountId account = AccountId.parse(id);
		try {
			this.passkeys.register(account, asked(session), tanggapan, "Peramban");
			model.addAttribute("account", account + " " + this.passkeys.of(account).size());
		}
		catch (PasskeyRefused ex) {
			model.addAttribute("refused", ex.reason());
		}
		return PAGE;
	}

	@GetMapping("/masuk")
	String toSignIn(@PathVariable String id, HttpSession session, Model model) {
		return ask("masuk", this.passkeys.beginSignIn(expected(id)), session, model);
	}

	@PostMapping("/masuk")
	String signIn(@PathVariable String id, @RequestParam String tanggapan, HttpSession session, Model model) {
		try {
			model.addAttribute("account", this.passkeys.signIn(asked(session), tanggapan, expected(id)));
		}
		catch (PasskeyRefused ex) {
			model.addAttribute("refused", ex.reason());
		}
		return PAGE;
	}

	private static String ask(String action, Ceremony ceremony, HttpSession session, Model model) {
		session.setAttribute(ASKED, ceremony.challenge());
		model.addAttribute("action", action);
		model.addAttribute("options", ceremony.optionsJson());
		return PAGE;
	}

	private static String asked(HttpSession session) {
		String challenge = String.valueOf(session.getAttribute(ASKED));
		session.removeAttribute(ASKED);
		return challenge;
	}

	private static @Nullable AccountId expected(String id) {
		return id.equals(ANYBODY) ? null : AccountId.parse(id);
	}

}
