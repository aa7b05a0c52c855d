package id.tangerangkota.layanan.identity.web;

import java.time.Clock;
import java.time.Duration;

import id.tangerangkota.layanan.identity.AccountKind;
import id.tangerangkota.layanan.identity.SignIn;
import id.tangerangkota.layanan.web.Visitor;
import id.tangerangkota.layanan.web.VisitorMenu;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The header's door: to sign in, or to one's own page and out again. */
@Component
class AccountMenu implements VisitorMenu {

	private final SignInSession session;

	private final Clock clock;

	AccountMenu(SignInSession session, Clock clock) {
		this.session = session;
		this.clock = clock;
	}

	@Override
	public Visitor visitor(HttpServletRequest request) {
		// Not the session alone: the account behind it may have been closed.
		if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn)) {
			return Visitor.guest("/masuk");
		}
		return this.session.current(request).map(this::signedIn).orElseGet(() -> Visitor.guest("/masuk"));
	}

	private Visitor signedIn(SignIn signIn) {
		Duration left = Duration.between(this.clock.instant(), signIn.at().plus(signIn.absolute()));
		Duration ends = (left.compareTo(signIn.idle()) < 0) ? left : signIn.idle();
		Visitor.Kind kind = (signIn.kind() == AccountKind.STAFF) ? Visitor.Kind.STAFF : Visitor.Kind.CITIZEN;
		return Visitor.signedIn(kind, Entrance.home(signIn), "/keluar", ends);
	}

}
