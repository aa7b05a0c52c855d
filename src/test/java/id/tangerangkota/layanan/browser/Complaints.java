package id.tangerangkota.layanan.browser;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;

/**
 * What the browser itself finds wrong with the pages it shows: errors and blocked
 * content.
 */
final class Complaints {

	private final List<String> found = new ArrayList<>();

	private Complaints() {
	}

	/** Listens from now on. */
	static Complaints of(Page page) {
		Complaints complaints = new Complaints();
		page.onConsoleMessage(complaints::console);
		page.onPageError((error) -> complaints.found.add("script: " + error));
		page.onRequestFailed((request) -> complaints.found.add("failed: " + request.url() + " " + request.failure()));
		page.onResponse((response) -> {
			if (response.status() >= 400 && !response.request().isNavigationRequest()) {
				complaints.found.add(response.status() + ": " + response.url());
			}
		});
		return complaints;
	}

	private void console(ConsoleMessage message) {
		// The status says nothing new about the page itself; that of others is listened
		// to above.
		boolean status = message.text().startsWith("Failed to load resource");
		if (("error".equals(message.type()) || "warning".equals(message.type())) && !status) {
			this.found.add(message.type() + ": " + message.text());
		}
	}

	/** Takes what was found since the last time. */
	List<String> take() {
		List<String> taken = List.copyOf(this.found);
		this.found.clear();
		return taken;
	}

}
