package id.tangerangkota.layanan.web.cache;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.Links;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.testing.SetClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class PageCacheFilterTests {

	private static final String BODY = "<p>isi</p>".repeat(100);

	private final SetClock clock = new SetClock(Instant.parse("2026-11-23T03:42:00Z"));

	private final PageStore store = new PageStore(DataSize.ofMegabytes(64), this.clock);

	private final PageCounters counters = new PageCounters(this.store);

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final AtomicInteger made = new AtomicInteger();

	private FilterChain page = (request, response) -> {
		this.made.incrementAndGet();
		response.setContentType("text/html;charset=UTF-8");
		response.getWriter().write("<!--stale-notice-->" + BODY + request.getParameter("kategori"));
	};

	private final List<String> told = new ArrayList<>();

	private PageCacheFilter filter;

	@BeforeEach
	void set() {
		this.filter = filter(Duration.ofSeconds(10));
		this.counters.bindTo(this.meters);
		this.store.connected();
	}

	private PageCacheFilter filter(Duration patience) {
		StaticApplicationContext context = new StaticApplicationContext();
		context.registerSingleton("pages", Pages.class);
		context.registerSingleton("mapping", RequestMappingHandlerMapping.class);
		context.refresh();
		Routes routes = new Routes(context.getBeanProvider(RequestMappingHandlerMapping.class));
		routes.afterSingletonsInstantiated();
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages/web");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		StaleNotice notice = new StaleNotice(messages, new PageClock(this.clock));
		return new PageCacheFilter(this.store, routes,
				new PageMaker(this.store, new Links(URI.create("https://layanan.example")), this.clock),
				new PageWriter(notice), new Renders(patience), this.counters,
				List.of((request, status) -> this.told.add(request.getRequestURI() + " " + status)));
	}

	@Test
	void makesAPageOnceAndAnswersWithTheSameBytes() throws Exception {
		MockHttpServletResponse first = get("/layanan");
		MockHttpServletResponse second = get("/layanan");
		assertThat(this.made).hasValue(1);
		assertThat(second.getContentAsByteArray()).isEqualTo(first.getContentAsByteArray()).isNotEmpty();
		assertThat(second.getHeader("ETag")).isEqualTo(first.getHeader("ETag")).startsWith("\"");
		assertThat(second.getContentType()).isEqualTo("text/html;charset=UTF-8");
		assertThat(second.getHeader("Cache-Control")).isEqualTo("no-cache");
		assertThat(second.getHeader("Vary")).isEqualTo("Accept-Encoding, Cookie");
		assertThat(second.getContentLength()).isEqualTo(second.getContentAsByteArray().length);
		assertThat(count("miss")).isEqualTo(1);
		assertThat(count("hit")).isEqualTo(1);
	}

	@Test
	void tellsOfEachAnswerKeptOrMade() throws Exception {
		String tag = get("/layanan").getHeader("ETag");
		get("/layanan");
		get("/layanan", "If-None-Match", tag);
		get("/layanan", "Cookie", "SESI=x");
		send("POST", "/layanan");
		assertThat(this.told).containsExactly("/layanan 200", "/layanan 200", "/layanan 304", "/layanan 200");
	}

	@Test
	void compressesForWhoeverTakesIt() throws Exception {
		MockHttpServletResponse plain = get("/layanan");
		MockHttpServletResponse zipped = get("/layanan", "Accept-Encoding", "gzip");
		assertThat(zipped.getHeader("Content-Encoding")).isEqualTo("gzip");
		assertThat(zipped.getContentAsByteArray()).hasSizeLessThan(plain.getContentAsByteArray().length / 5);
		assertThat(zipped.getHeader("ETag")).endsWith("-gz\"").isNotEqualTo(plain.getHeader("ETag"));
		assertThat(this.made).hasValue(1);
	}

	@Test
	void sendsNothingToWhoeverHasItAlready() throws Exception {
		String tag = get("/layanan").getHeader("ETag");
		MockHttpServletResponse again = get("/layanan", "If-None-Match", "\"x\", W/" + tag);
		assertThat(again.getStatus()).isEqualTo(304);
		assertThat(again.getContentAsByteArray()).isEmpty();
		assertThat(again.getHeader("ETag")).isEqualTo(tag);
		assertThat(get("/layanan", "If-None-Match", "\"x\"").getStatus()).isEqualTo(200);
		// Each encoding is a representation of its own.
		assertThat(get("/layanan", "If-None-Match", tag, "Accept-Encoding", "gzip").getStatus()).isEqualTo(200);
		assertThat(count("not_modified")).isEqualTo(1);
	}

	@Test
	void answersHeadWithoutABodyAndKeepsThePage() throws Exception {
		MockHttpServletResponse head = send("HEAD", "/layanan");
		assertThat(head.getContentAsByteArray()).isEmpty();
		assertThat(head.getContentLength()).isGreaterThan(1000);
		assertThat(get("/layanan").getContentLength()).isEqualTo(head.getContentLength());
		assertThat(this.made).hasValue(1);
	}

	@Test
	void leavesSignedInPeopleAlone() throws Exception {
		get("/layanan");
		get("/layanan", "Cookie", "a=b; SESI=x");
		get("/layanan", "Cookie", "__Host-SESI=x");
		get("/layanan", "Authorization", "Bearer x");
		assertThat(this.made).hasValue(4);
		assertThat(count("bypass")).isEqualTo(3);
		get("/layanan", "Cookie", "tema=gelap");
		assertThat(this.made).hasValue(4);
	}

	@Test
	void leavesOtherTypesToThePage() throws Exception {
		get("/layanan", "Accept", "text/html,application/xhtml+xml");
		get("/layanan", "Accept", "*/*");
		assertThat(this.made).hasValue(1);
		get("/layanan", "Accept", "image/png");
		assertThat(this.made).hasValue(2);
	}

	@Test
	void doesNotTakeAPageForAnotherThatIsMoreExact() throws Exception {
		get("/layanan/baru");
		get("/layanan/baru");
		assertThat(this.made).hasValue(2);
		get("/layanan/pajak");
		get("/layanan/pajak");
		assertThat(this.made).hasValue(3);
		get("/layanan/%70ajak");
		assertThat(this.made).hasValue(4);
		assertThat(this.store.entries()).isEqualTo(1);
	}

	@Test
	void makesNoEntriesOfUnknownParameters() throws Exception {
		for (int i = 0; i < 100_000; i++) {
			get("/layanan?utm_" + i + "=" + i);
		}
		assertThat(this.store.entries()).isEqualTo(1);
		assertThat(this.made).hasValue(1);
	}

	@Test
	void showsThePageNothingOfTheOneWhoAsked() throws Exception {
		this.page = (request, response) -> {
			HttpServletRequest http = (HttpServletRequest) request;
			response.setContentType("text/plain");
			response.getWriter()
				.write(String.join(" ", http.getRequestURL(), http.getServerName(), "" + http.getServerPort(),
						http.getScheme(), http.getHeader("Host"), http.getHeader("X-Forwarded-Host"),
						http.getHeader("User-Agent"), http.getQueryString(), "" + http.getCookies(),
						"" + http.getParameterMap().keySet()));
		};
		String body = get("/layanan?utm=1&kategori=a", "Host", "evil.example", "X-Forwarded-Host", "evil.example",
				"User-Agent", "x", "Cookie", "a=b")
			.getContentAsString();
		assertThat(body).isEqualTo("https://layanan.example/layanan layanan.example 443 https null null null "
				+ "kategori=a null [kategori]");
	}

	@Test
	void keepsOnlyWhatIsForEverybody() throws Exception {
		for (FilterChain chain : List.<FilterChain>of(
				(request, response) -> ((HttpServletResponse) response).setHeader("Set-Cookie", "a=b"),
				(request, response) -> ((HttpServletResponse) response).setHeader("Cache-Control", "no-store"),
				(request, response) -> ((HttpServletResponse) response).setStatus(404),
				(request, response) -> response.getOutputStream().write(new byte[600 * 1024]))) {
			this.page = (request, response) -> {
				response.setContentType("text/html");
				response.getWriter().write("x");
				chain.doFilter(request, response);
			};
			assertThat(get("/layanan").getHeader("Cache-Control")).isEqualTo("no-store");
		}
		assertThat(this.store.entries()).isZero();
	}

	@Test
	void keepsTheHeadersOfThePage() throws Exception {
		this.page = (request, response) -> {
			response.setContentType("image/svg+xml");
			((HttpServletResponse) response).setHeader("Content-Security-Policy", "sandbox");
			((HttpServletResponse) response).setHeader("X-Robots-Tag", "noindex");
			response.getWriter().write("<svg/>");
		};
		get("/layanan");
		MockHttpServletResponse kept = get("/layanan");
		assertThat(count("hit")).isEqualTo(1);
		assertThat(kept.getHeader("Content-Security-Policy")).isEqualTo("sandbox");
		assertThat(kept.getHeader("X-Robots-Tag")).isEqualTo("noindex");
		assertThat(kept.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
	}

	@Test
	void makesAPageOnceHoweverManyWantIt() throws Exception {
		CountDownLatch gate = new CountDownLatch(1);
		FilterChain quick = this.page;
		this.page = (request, response) -> {
			pass(gate);
			quick.doFilter(request, response);
		};
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			CountDownLatch begun = new CountDownLatch(50);
			Callable<MockHttpServletResponse> request = () -> {
				begun.countDown();
				return get("/layanan");
			};
			List<Future<MockHttpServletResponse>> answers = Stream.generate(() -> threads.submit(request))
				.limit(50)
				.toList();
			begun.await();
			gate.countDown();
			for (Future<MockHttpServletResponse> answer : answers) {
				assertThat(answer.get().getContentAsString()).contains(BODY);
			}
		}
		assertThat(this.made).hasValue(1);
		assertThat(count("miss")).isEqualTo(1);
		assertThat(count("hit")).isEqualTo(49);
	}

	@Test
	void waitsForAnotherOnlySoLong() throws Exception {
		this.filter = filter(Duration.ofMillis(1));
		CountDownLatch gate = new CountDownLatch(1);
		CountDownLatch first = new CountDownLatch(1);
		FilterChain quick = this.page;
		this.page = (request, response) -> {
			boolean held = first.getCount() > 0;
			first.countDown();
			if (held) {
				pass(gate);
			}
			quick.doFilter(request, response);
		};
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<MockHttpServletResponse> slow = threads.submit(() -> get("/layanan"));
			first.await();
			assertThat(get("/layanan").getStatus()).isEqualTo(200);
			assertThat(slow.isDone()).isFalse();
			gate.countDown();
			assertThat(slow.get().getStatus()).isEqualTo(200);
		}
	}

	@Test
	void refusesAPageWhoseDataChangedMeanwhile() throws Exception {
		FilterChain quick = this.page;
		this.page = (request, response) -> {
			quick.doFilter(request, response);
			this.store.drop("catalog");
		};
		assertThat(get("/layanan").getContentAsString()).contains(BODY);
		assertThat(this.store.entries()).isZero();
		this.page = quick;
		get("/layanan");
		get("/layanan");
		assertThat(this.made).hasValue(2);
	}

	@Test
	void makesAnOldPageAnew() throws Exception {
		get("/layanan");
		this.clock.advance(Duration.ofMinutes(9));
		get("/layanan");
		assertThat(this.made).hasValue(1);
		this.clock.advance(Duration.ofMinutes(2));
		get("/layanan");
		assertThat(this.made).hasValue(2);
		get("/layanan");
		assertThat(this.made).hasValue(2);
	}

	@Test
	void showsOldPagesWithANoticeWhileNothingIsHeardOfChanges() throws Exception {
		get("/layanan");
		get("/layanan?lang=en");
		this.store.disconnected();
		this.clock.advance(Duration.ofHours(5));
		MockHttpServletResponse old = get("/layanan", "Accept-Encoding", "gzip", "If-None-Match", "*");
		assertThat(old.getStatus()).isEqualTo(200);
		assertThat(old.getContentAsString(StandardCharsets.UTF_8)).contains("data per 23 Nov 2026 pukul 10.42 WIB")
			.contains("<div class=\"stale-notice\" role=\"status\"><p>")
			.doesNotContain("<!--stale-notice-->")
			.contains(BODY);
		assertThat(old.getHeader("ETag")).isNull();
		assertThat(old.getHeader("Cache-Control")).isEqualTo("no-store");
		assertThat(old.getHeader("X-Data-As-Of")).isEqualTo("2026-11-23T03:42:00Z");
		assertThat(get("/layanan?lang=en").getContentAsString()).contains("data as of 23 Nov 2026, 10:42 WIB");
		assertThat(this.made).hasValue(2);
		assertThat(count("stale")).isEqualTo(2);
		this.store.connected();
		assertThat(get("/layanan").getContentAsString()).contains("<!--stale-notice-->");
		assertThat(this.made).hasValue(3);
	}

	@Test
	void fallsBackToTheOldPageWhenTheDatabaseGoesUnnoticed() throws Exception {
		get("/layanan");
		this.clock.advance(Duration.ofHours(1));
		this.page = (request, response) -> {
			((HttpServletResponse) response).setStatus(503);
			((HttpServletResponse) response).setHeader("Retry-After", "30");
			response.getWriter().write("unavailable");
		};
		MockHttpServletResponse old = get("/layanan");
		assertThat(old.getStatus()).isEqualTo(200);
		assertThat(old.getContentAsString()).contains(BODY, "stale-notice").doesNotContain("unavailable");
		assertThat(get("/layanan/lain").getStatus()).isEqualTo(503);
	}

	private double count(String result) {
		return this.meters.get("layanan.page.cache.requests").tag("result", result).functionCounter().count();
	}

	private MockHttpServletResponse get(String address, String... headers) throws Exception {
		return send("GET", address, headers);
	}

	private MockHttpServletResponse send(String method, String address, String... headers) throws Exception {
		int mark = address.indexOf('?');
		MockHttpServletRequest request = new MockHttpServletRequest(method,
				(mark < 0) ? address : address.substring(0, mark));
		request.setQueryString((mark < 0) ? null : address.substring(mark + 1));
		for (int i = 0; i < headers.length; i += 2) {
			request.addHeader(headers[i], headers[i + 1]);
		}
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.filter.doFilter(request, response, this.page);
		return response;
	}

	private static void pass(CountDownLatch latch) {
		await().until(() -> latch.getCount() == 0);
	}

	@Controller
	static class Pages {

		@GetMapping("/layanan")
		@CachedPage(parameters = "kategori", tags = "catalog")
		String list() {
			return "";
		}

		@GetMapping("/layanan/{slug}")
		@CachedPage(tags = "catalog")
		String one() {
			return "";
		}

		@GetMapping("/layanan/baru")
		String form() {
			return "";
		}

	}

}
