package id.tangerangkota.layanan.notification.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The address of a receiver, in form. Where it leads is checked at each call. */
final class WebhookUrl {

	private static final int LONGEST = 500;

	private WebhookUrl() {
	}

	/**
	 * Reads an address.
	 * @param plain whether it may be without encryption
	 * @return empty when it is none, or holds a password or a fragment
	 */
	static Optional<URI> parse(String typed, boolean plain) {
		try {
			URI url = new URI(typed.strip());
			boolean allowed = "https".equals(url.getScheme()) || (plain && "http".equals(url.getScheme()));
			return (allowed && typed.length() <= LONGEST && url.getHost() != null && url.getRawUserInfo() == null
					&& url.getRawFragment() == null) ? Optional.of(url) : Optional.empty();
		}
		catch (URISyntaxException ex) {
			return Optional.empty();
		}
	}

}
