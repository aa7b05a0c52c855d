package id.tangerangkota.layanan.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;

/**
 * The running portal.
 *
 * @param url without a slash at the end
 */
record Portal(String url, Browser browser) {

	private static final int TIMEOUT_MILLISECONDS = 10_000;

	private static final HttpClient HTTP = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

	/** A browser without a past, as a person of the city has it. */
	BrowserContext open(boolean javaScript, int width, int height) {
		return open(options().setJavaScriptEnabled(javaScript).setViewportSize(width, height));
	}

	/**
	 * The same zoomed in: fewer pixels of the page, each shown by more dots of the
	 * screen.
	 */
	BrowserContext openZoomed(boolean javaScript, int zoom, int width, int height) {
		return open(options().setJavaScriptEnabled(javaScript)
			.setDeviceScaleFactor(zoom)
			.setViewportSize(width / zoom, height / zoom));
	}

	private BrowserContext open(NewContextOptions options) {
		BrowserContext context = this.browser.newContext(options);
		context.setDefaultTimeout(TIMEOUT_MILLISECONDS);
		return context;
	}

	private NewContextOptions options() {
		return new NewContextOptions().setBaseURL(this.url).setLocale("id-ID").setTimezoneId("Asia/Jakarta");
	}

	/** Fetches an address without a browser and without following where it sends. */
	HttpResponse<String> get(String address) {
		try {
			HttpRequest request = HttpRequest.newBuilder(URI.create(this.url).resolve(address)).build();
			return HTTP.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
