package id.tangerangkota.layanan.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** The fingerprint reader of a phone, as Chromium plays it for one page. */
final class FingerprintReader {

	private final CDPSession devTools;

	private final JsonObject authenticator;

	/**
	 * Puts one into the device.
	 * @param keepsAccounts false for a small security key, which has to be told whose key
	 * is asked for
	 */
	FingerprintReader(Page page, boolean keepsAccounts) {
		this.devTools = page.context().newCDPSession(page);
		this.devTools.send("WebAuthn.enable");
		JsonObject options = new JsonObject();
		options.addProperty("protocol", "ctap2");
		options.addProperty("transport", "internal");
		options.addProperty("hasResidentKey", keepsAccounts);
		options.addProperty("hasUserVerification", true);
		options.addProperty("isUserVerified", true);
		options.addProperty("automaticPresenceSimulation", true);
		JsonObject parameters = new JsonObject();
		parameters.add("options", options);
		this.authenticator = this.devTools.send("WebAuthn.addVirtualAuthenticator", parameters);
	}

	/** Whether the finger on it is the right one. */
	void knowsFinger(boolean knows) {
		JsonObject parameters = this.authenticator.deepCopy();
		parameters.addProperty("isUserVerified", knows);
		this.devTools.send("WebAuthn.setUserVerified", parameters);
	}

	int credentials() {
		return this.devTools.send("WebAuthn.getCredentials", this.authenticator).getAsJsonArray("credentials").size();
	}

}
