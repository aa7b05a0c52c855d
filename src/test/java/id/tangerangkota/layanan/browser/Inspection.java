package id.tangerangkota.layanan.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks at a page as every reader of it does: on a phone and on a desk, by day and by
 * night, with a screen reader and with a validator.
 */
final class Inspection implements AutoCloseable {

	private static final int LARGEST_HTML = 14 * 1024;

	private static final int MOST_REQUESTS = 8;

	private static final int DESK = 1280;

	private static final int PHONE = 360;

	/** The width WCAG's reflow asks for. */
	private static final int NARROWEST = 320;

	private static final int HEIGHT = 800;

	private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]+)\"");

	/** In one question, for each is a way through two other processes. */
	private static final String FACTS = """
			() => JSON.stringify({
				language: document.documentElement.getAttribute('lang'),
				headings: document.querySelectorAll('h1').length,
				mains: document.querySelectorAll('main').length,
				links: [...document.querySelectorAll('a[href]')].map(a =>
					({ href: a.getAttribute('href'), address: new URL(a.getAttribute('href'), location).href, language: a.getAttribute('hreflang') }))
			})
			""";

	private static final JsonMapper JSON = new JsonMapper();

	/** The checker goes as deep as a page is long. */
	private static final Executor DEEP = (task) -> new Thread(null, task, "html-checker", 64L << 20).start();

	/** What internal links lead to, so that each is fetched once by all tests. */
	private static final Map<String, Destination> DESTINATIONS = new ConcurrentHashMap<>();

	/** By address: the icon is named twice, and fetched once. */
	private final Set<String> requests = new LinkedHashSet<>();

	private final Portal portal;

	private final BrowserContext context;

	private final Page page;

	private final Complaints complaints;

	record Facts(@Nullable String language, int headings, int mains, List<Link> links) {

	}

	record Link(String href, String address, @Nullable String language) {

		boolean isInternal() {
			return this.href.startsWith("/") || this.href.startsWith("?") || isOnThisPage();
		}

		boolean isOnThisPage() {
			return this.href.startsWith("#");
		}

		String page() {
			return this.address.replaceFirst("#.*", "");
		}

	}

	record Destination(int status, Set<String> ids) {

	}

	Inspection(Portal portal) {
		this.portal = portal;
		this.context = portal.open(true, PHONE, HEIGHT);
		this.page = this.context.newPage();
		this.complaints = Complaints.of(this.page);
		// What the page before tells as it goes is none of this one's requests.
		this.page.onRequest((request) -> {
			if (!request.url().endsWith("/ukuran")) {
				this.requests.add(request.url());
			}
		});
	}

	/** The page it looks through, to sign in with and the like. */
	Page page() {
		return this.page;
	}

	@Override
	public void close() {
		this.context.close();
	}

	/**
	 * Opens and inspects a page.
	 * @param cookies whether it may set any
	 */
	void inspect(PublicPage wanted, String language, boolean cookies) {
		this.complaints.take();
		this.page.setViewportSize(PHONE, HEIGHT);
		this.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
		this.requests.clear();
		Response response = Objects.requireNonNull(this.page.navigate(wanted.path(language)));
		String html = response.text();
		Facts facts = JSON.readValue((String) this.page.evaluate(FACTS), Facts.class);
		List<Link> links = facts.links().stream().filter(Link::isInternal).toList();
		// The browser is busy with what follows; meanwhile this happens beside it.
		CompletableFuture<List<String>> problems = CompletableFuture.supplyAsync(() -> HtmlChecker.problems(html),
				DEEP);
		CompletableFuture<Void> fetched = CompletableFuture
			.runAsync(() -> links.stream().filter((link) -> !link.isOnThisPage()).forEach(this::destination));
		SoftAssertions softly = new SoftAssertions();
		softly.assertThat(response.status()).as("status").isEqualTo(wanted.status());
		softly.assertThat(this.page.url()).as("address").endsWith(wanted.path(language));
		softly.assertThat(facts.language()).as("language").isEqualTo(language);
		softly.assertThat(facts.headings()).as("number of h1").isEqualTo(1);
		softly.assertThat(facts.mains()).as("number of main").isEqualTo(1);
		softly.assertThat(compressed(html)).as("bytes of HTML").isLessThanOrEqualTo(LARGEST_HTML);
		softly.assertThat(this.requests).as("requests of the first view").hasSizeLessThanOrEqualTo(MOST_REQUESTS);
		softly.assertThat(response.headerValue("content-security-policy"))
			.as("policy")
			.contains("default-src")
			.doesNotContain("unsafe-");
		if (!cookies) {
			softly.assertThat(response.allHeaders().keySet())
				.as("public pages set no cookie")
				.doesNotContain("set-cookie");
		}
		softly.assertThat(Axe.violations(this.page)).as("axe").isEmpty();
		softly.assertThat(Layout.smallTargets(this.page)).as("targets under 24 px").isEmpty();
		checkWidths(wanted, language, softly);
		softly.assertThat(problems.join()).as("Nu Html Checker").isEmpty();
		fetched.join();
		checkLinks(wanted, language, html, links, cookies, softly);
		softly.assertThat(this.complaints.take()).as("console and policy").isEmpty();
		assertThat(softly.assertionErrorsCollected().stream().map(Throwable::getMessage)).as(wanted.path(language))
			.isEmpty();
	}

	private void checkWidths(PublicPage wanted, String language, SoftAssertions softly) {
		softly.assertThat(Layout.widerThanScreen(this.page)).as("wider than 360 px").isEmpty();
		this.page.setViewportSize(NARROWEST, HEIGHT);
		softly.assertThat(Layout.widerThanScreen(this.page)).as("wider than 320 px").isEmpty();
		Shot.takeAll(this.page, wanted.name(), language, List.of(PHONE, DESK), HEIGHT);
		this.page.setViewportSize(DESK, HEIGHT);
		softly.assertThat(Layout.widerThanScreen(this.page)).as("wider than 1280 px").isEmpty();
		if (language.equals("id")) {
			// Colours are the same in every language.
			this.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
			softly.assertThat(Axe.contrastViolations(this.page)).as("axe on a dark desk").isEmpty();
		}
	}

	private void checkLinks(PublicPage wanted, String language, String html, List<Link> links, boolean cookies,
			SoftAssertions softly) {
		Set<String> ids = ids(html);
		for (Link link : links) {
			if (link.isOnThisPage()) {
				softly.assertThat(ids).as("place on this page").contains(link.href().substring(1));
				continue;
			}
			URI address = URI.create(link.address());
			softly.assertThat(address.getQuery())
				.as("parameters of " + link.href())
				.isNotEqualTo("")
				.satisfiesAnyOf((query) -> assertThat(query).isNull(),
						(query) -> assertThat(query).doesNotContainPattern("=(&|$)"));
			Destination destination = destination(link);
			boolean switches = link.language() != null;
			// In the other language the same page has the same status, also when it is
			// not there. Whoever fetches it here is not signed in.
			softly.assertThat(destination.status())
				.as("status of " + link.href())
				.isLessThan(switches ? Math.max(wanted.status() + 1, cookies ? 400 : 0) : 400);
			if (address.getFragment() != null) {
				// A page that belongs to one visit looks different without it.
				boolean own = cookies && address.getPath().equals(URI.create(wanted.path()).getPath());
				softly.assertThat(own ? ids : destination.ids())
					.as("place of " + link.href())
					.contains(address.getFragment());
			}
			boolean english = String.valueOf(address.getQuery()).matches("(.*&)?lang=en(&.*)?");
			if (!address.getPath().matches("/(api|feed|berkas)/.*|.*\\.json")) {
				softly.assertThat(english)
					.as("language of " + link.href())
					.isEqualTo("en".equals(language) != switches);
			}
		}
		softly.assertThat(links).as("links of " + wanted.path()).isNotEmpty();
	}

	private Destination destination(Link link) {
		return DESTINATIONS.computeIfAbsent(link.page(), this::fetch);
	}

	private Destination fetch(String address) {
		HttpResponse<String> response = this.portal.get(address);
		return new Destination(response.statusCode(), ids(response.body()));
	}

	private static Set<String> ids(String html) {
		return ID.matcher(html).results().map((result) -> result.group(1)).collect(Collectors.toSet());
	}

	private static int compressed(String html) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
			out.write(html.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.size();
	}

}
