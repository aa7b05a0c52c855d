package id.tangerangkota.layanan.identity.web;

import java.time.Clock;
import java.util.Optional;

import id.tangerangkota.layanan.identity.SignIn;
import id.tangerangkota.layanan.identity.SignInDesk;
import id.tangerangkota.layanan.web.security.FreshPassword;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * Asks for the password again where it matters and was given more than five minutes ago.
 * It is a field of the form itself, so that nothing typed is lost on a way to another
 * page.
 */
@Component
class YoungPassword implements FreshPassword {

	/** The field's name, and the model attribute that says whether to show it. */
	private static final String FIELD = "sandi";

	private static final String ASK = "askPassword";

	private final SignInSession session;

	private final SignInDesk desk;

	private final Clock clock;

	YoungPassword(SignInSession session, SignInDesk desk, Clock clock) {
		this.session = session;
		this.desk = desk;
		this.clock = clock;
	}

	@Override
	public void describe(HttpServletRequest request, Model model) {
		model.addAttribute(ASK, !isYoung(request));
	}

	@Override
	public boolean check(HttpServletRequest request, @Nullable String given, Errors errors) {
		if (isYoung(request)) {
			return true;
		}
		if (!StringUtils.hasLength(given)) {
			errors.rejectValue(FIELD, "identity.password.missing");
			return false;
		}
		Optional<SignIn> confirmed = this.desk.confirm(this.session.require(request), given);
		confirmed.ifPresentOrElse((signIn) -> this.session.keep(request, signIn),
				() -> errors.rejectValue(FIELD, "identity.young.wrong"));
		return confirmed.isPresent();
	}

	private boolean isYoung(HttpServletRequest request) {
		return this.session.require(request).isPasswordYoung(this.clock.instant());
	}

}
