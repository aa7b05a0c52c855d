package id.tangerangkota.layanan.identity.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import id.tangerangkota.layanan.identity.AccountDirectory;
import id.tangerangkota.layanan.identity.AccountKind;
import id.tangerangkota.layanan.identity.AccountSummary;
import id.tangerangkota.layanan.identity.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody goes who gave the right password. */
@Component
class Entrance {

	private final SignInSession session;

	private final AccountDirectory directory;

	Entrance(SignInSession session, AccountDirectory directory) {
		this.session = session;
		this.directory = directory;
	}

	/** Starts the sign-in and leads to the next page. */
	ModelAndView enter(HttpServletRequest request, SignIn signIn, boolean first, @Nullable String wanted) {
		return redirect(next(request, signIn, first, wanted));
	}

	private String next(HttpServletRequest request, SignIn signIn, boolean first, @Nullable String wanted) {
		this.session.start(request, signIn);
		if (!signIn.complete()) {
			return withReturn("/masuk/kode", wanted);
		}
		if (first && signIn.kind() == AccountKind.CITIZEN && !canBeReached(signIn)) {
			return withReturn("/akun/kode-pemulihan", wanted);
		}
		return ReturnPath.of(wanted).orElse(home(signIn));
	}

	private boolean canBeReached(SignIn signIn) {
		return this.directory.find(signIn.account()).filter(AccountSummary::emailConfirmed).isPresent();
	}

	static String home(SignIn signIn) {
		return (signIn.kind() == AccountKind.STAFF) ? "/petugas" : "/akun";
	}

	static String withReturn(String path, @Nullable String wanted) {
		return ReturnPath.of(wanted)
			.map((safe) -> path + "?" + ReturnPath.PARAMETER + "=" + URLEncoder.encode(safe, StandardCharsets.UTF_8))
			.orElse(path);
	}

	/** Leads to an own path that was put together here. */
	static ModelAndView redirect(String path) {
		return new ModelAndView("redirect:" + path);
	}

	boolean isCitizen(HttpServletRequest request) {
		return isSignedIn(request, AccountKind.CITIZEN);
	}

	boolean isStaff(HttpServletRequest request) {
		return isSignedIn(request, AccountKind.STAFF);
	}

	private boolean isSignedIn(HttpServletRequest request, AccountKind kind) {
		return this.session.current(request).filter((signIn) -> signIn.kind() == kind).isPresent();
	}

}
