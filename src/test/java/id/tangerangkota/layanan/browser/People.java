package id.tangerangkota.layanan.browser;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Page;

/** What people do at the doors of the portal, step by step. */
final class People {

	static final String PASSWORD = "kopi pagi hujan deras";

	private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	private People() {
	}

	static void register(Page page, String nik, String email) {
		page.navigate("/daftar");
		page.locator("#nik").fill(nik);
		page.locator("#nama").fill("Siti Aminah");
		page.locator("#surel").fill(email);
		page.locator("#sandi").fill(PASSWORD);
		send(page, "/daftar");
		page.waitForURL("**/daftar/terkirim");
	}

	/** From the page that asks for it. */
	static void signIn(Page page, String nik, String password) {
		if (page.locator("#nik").count() == 1) {
			page.locator("#nik").fill(nik);
		}
		page.locator("#sandi").fill(password);
		send(page, "/masuk");
	}

	/** Opens an invitation and joins with an authenticator app. */
	static void join(Page page, String link, String name, String email) {
		page.navigate(link);
		page.locator("#nama").fill(name);
		if (page.locator("#surel").count() == 1) {
			page.locator("#surel").fill(email);
		}
		page.locator("#sandi").fill(PASSWORD);
		send(page, link.replaceFirst("\\?.*", ""));
		page.locator("#kode").fill(code(page, Instant.now()));
		send(page, page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", ""));
		page.waitForURL(Pattern.compile(".*/petugas(\\?lang=en)?$"));
	}

	/** The code an app shows that was given the secret the page shows. */
	static String code(Page page, Instant at) {
		return code(page.locator(".secret-code").innerText(), at);
	}

	static String code(String base32, Instant at) {
		try {
			return new TimeBasedOneTimePasswordGenerator()
				.generateOneTimePasswordString(new SecretKeySpec(decode(base32), "HmacSHA1"), at, Locale.ROOT);
		}
		catch (java.security.InvalidKeyException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] decode(String base32) {
		String signs = base32.replaceAll("\\s", "");
		byte[] bytes = new byte[signs.length() * 5 / 8];
		int buffer = 0;
		int bits = 0;
		int place = 0;
		for (char sign : signs.toCharArray()) {
			buffer = (buffer << 5) | BASE32.indexOf(sign);
			bits += 5;
			if (bits >= 8) {
				bits -= 8;
				bytes[place++] = (byte) (buffer >> bits);
			}
		}
		return bytes;
	}

	/** Sends the form that goes to an address. */
	static void send(Page page, String action) {
		page.locator("main form[method=post]:is([action='%1$s'], [action='%1$s?lang=en']) button[type=submit]"
			.formatted(action)).first().click();
	}

	/** On a phone, what is in it has to be asked for. */
	static void openMenu(Page page) {
		if (page.locator(".menu-button").isVisible()) {
			page.locator(".menu-button").click();
		}
	}

	static void signOut(Page page) {
		openMenu(page);
		page.locator("header form[action='/keluar'] button").click();
		page.waitForURL("**/keluar");
	}

}
