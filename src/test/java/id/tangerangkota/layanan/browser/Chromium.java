package id.tangerangkota.layanan.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.impl.driver.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A headless browser under Playwright's hand. It reaches this machine only. */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Chromium.class);

	private static final int MINUTES_TO_DOWNLOAD = 5;

	/** Else Playwright fetches three browsers when it starts. */
	private static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

	private static final List<String> ARGUMENTS = List.of("--disable-dev-shm-usage", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
			"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost");

	/** The browser that is there, else Playwright's own, which is fetched if need be. */
	static Chromium start() {
		Optional<Path> found = ChromiumPath.find(System.getenv());
		if (found.isPresent()) {
			return launch(options().setExecutablePath(found.get()));
		}
		try {
			return launch(options());
		}
		catch (PlaywrightException ex) {
			download();
			return launch(options());
		}
	}

	private static LaunchOptions options() {
		List<String> arguments = new ArrayList<>(ARGUMENTS);
		// Chromium's sandbox does not start for root.
		if ("root".equals(System.getProperty("user.name"))) {
			arguments.add("--no-sandbox");
		}
		return new LaunchOptions().setHeadless(true).setArgs(arguments);
	}

	private static Chromium launch(LaunchOptions options) {
		Map<String, String> environment = new HashMap<>(System.getenv());
		environment.putAll(NO_DOWNLOAD);
		Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
		try {
			return new Chromium(playwright, playwright.chromium().launch(options));
		}
		catch (RuntimeException ex) {
			playwright.close();
			throw ex;
		}
	}

	private static void download() {
		log.warn("There is no Chromium here: Playwright fetches its own, once for this account");
		ProcessBuilder install = Driver.ensureDriverInstalled(System.getenv(), false).createProcessBuilder();
		install.command().addAll(List.of("install", "--only-shell", "chromium"));
		install.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
		install.inheritIO();
		try {
			Process process = install.start();
			if (!process.waitFor(MINUTES_TO_DOWNLOAD, TimeUnit.MINUTES)) {
				process.destroyForcibly();
				throw new IllegalStateException("Chromium did not come within " + MINUTES_TO_DOWNLOAD + " minutes");
			}
			if (process.exitValue() != 0) {
				throw new IllegalStateException("none is installed, and none could be fetched");
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("none is installed, and Playwright cannot fetch one", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("The download was interrupted", ex);
		}
	}

	@Override
	public void close() {
		this.playwright.close();
	}

}
