package id.tangerangkota.layanan.identity.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.AccountDesk;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Gives an authenticator app its secret. The secret waits, encrypted, in the session, so
 * that loading the page again does not make the app's code wrong.
 */
@Component
class TotpSetup {

	private static final String ATTRIBUTE = "totp";

	private static final String ISSUER = "Layanan Kota Tangerang";

	private static final int GROUP = 4;

	private final AccountDesk desk;

	private final SealedText seal;

	TotpSetup(AccountDesk desk, SealedText seal) {
		this.desk = desk;
		this.seal = seal;
	}

	/**
	 * Tells the page what {@code identity/totp-setup :: setup(qr, secret)} shows: model
	 * attributes {@code qr} and {@code secret}.
	 * @param label what the app calls the account, no NIK
	 */
	void describe(HttpServletRequest request, AccountId account, String label, Model model) {
		String secret = secret(request, account).orElseGet(() -> start(request, account));
		String base32 = Base32.encode(Base64.getDecoder().decode(secret));
		model.addAttribute("qr", TotpQr.of(uri(base32, label)));
		model.addAttribute("secret", base32.replaceAll("(.{" + GROUP + "})(?!$)", "$1 "));
	}

	/**
	 * The secret the page showed, in Base64; nothing when it showed this account none.
	 */
	Optional<String> secret(HttpServletRequest request, AccountId account) {
		HttpSession session = request.getSession(false);
		Object sealed = (session != null) ? session.getAttribute(ATTRIBUTE) : null;
		String owner = account + " ";
		return (sealed instanceof String text) ? this.seal.open(text)
			.filter((kept) -> kept.startsWith(owner))
			.map((kept) -> kept.substring(owner.length())) : Optional.empty();
	}

	/** The app has it, or nobody needs it any more. */
	void forget(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.removeAttribute(ATTRIBUTE);
		}
	}

	private String start(HttpServletRequest request, AccountId account) {
		String secret = this.desk.newTotpSecret();
		request.getSession().setAttribute(ATTRIBUTE, this.seal.seal(account + " " + secret));
		return secret;
	}

	/**
	 * As apps agree on it; what is left out (SHA1, six digits, 30 seconds) is the usual.
	 */
	private static String uri(String base32, String label) {
		return "otpauth://totp/" + encode(ISSUER) + ":" + encode(label) + "?secret=" + base32 + "&issuer="
				+ encode(ISSUER);
	}

	/** A plus sign is no space there. */
	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
