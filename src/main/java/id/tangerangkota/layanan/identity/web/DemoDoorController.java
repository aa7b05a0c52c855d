package id.tangerangkota.layanan.identity.web;

import id.tangerangkota.layanan.identity.DemoAccounts;
import id.tangerangkota.layanan.identity.SignIn;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The door of the demo: a link signs one in. */
@Controller
@Profile(Demo.PROFILE)
class DemoDoorController {

	private final DemoAccounts accounts;

	private final SignInSession session;

	DemoDoorController(DemoAccounts accounts, SignInSession session) {
		this.accounts = accounts;
		this.session = session;
	}

	@GetMapping(DemoAccounts.PATH + "{token}")
	ModelAndView enter(@PathVariable String token, HttpServletRequest request) {
		SignIn signIn = this.accounts.signIn(token, Device.attempt(request)).orElseThrow(NotFound::new);
		this.session.start(request, signIn);
		return Entrance.redirect(Entrance.home(signIn));
	}

}
