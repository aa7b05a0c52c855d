package id.tangerangkota.layanan.web.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.InvalidParameter;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.Paging;
import id.tangerangkota.layanan.web.Suggestion;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** One page for each thing that can happen to a page. */
@TestComponent
@Controller
public class TestPages {

	/** How many pages were made. */
	public final AtomicInteger made = new AtomicInteger();

	/** Holds {@code /coba/lambat} up. */
	public volatile CountDownLatch gate = new CountDownLatch(0);

	private final JdbcClient jdbc;

	TestPages(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@GetMapping("/coba")
	@CachedPage(parameters = { "kategori", "halaman" }, uncached = "q", tags = "coba", maxAge = "1h")
	String page(@RequestParam(required = false) @Nullable String kategori,
			@RequestParam(defaultValue = "1") int halaman, @RequestParam(required = false) @Nullable String q,
			@RequestParam(name = "utm_source", required = false) @Nullable String unknown, HttpServletRequest request,
			Model model) {
		this.made.incrementAndGet();
		model.addAttribute("value",
				this.jdbc.sql("select coalesce(current_setting('coba.nilai', true), 'nilai')")
					.query(String.class)
					.single());
		model.addAttribute("words", kategori + "|" + halaman + "|" + q + "|" + unknown);
		model.addAttribute("url", request.getRequestURL() + " " + request.getServerName() + " "
				+ request.getHeader("X-Forwarded-Host") + " " + request.getHeader("Host"));
		model.addAttribute("paging", Paging.of(halaman, 10, 95, (number) -> "/coba?halaman=" + number));
		return "test/page";
	}

	@GetMapping("/coba/{slug}")
	@CachedPage(tags = "coba")
	@ResponseBody
	String slug(@PathVariable String slug) {
		this.made.incrementAndGet();
		return slug;
	}

	@GetMapping("/coba/baru")
	@ResponseBody
	String literal() {
		return "not kept " + this.made.incrementAndGet();
	}

	@GetMapping("/coba/lambat")
	@CachedPage(tags = "coba")
	@ResponseBody
	String slow() throws InterruptedException {
		int number = this.made.incrementAndGet();
		this.gate.await(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS);
		return "made " + number;
	}

	@GetMapping("/coba/sesi")
	@CachedPage
	@ResponseBody
	String session(HttpServletRequest request) {
		request.getSession().setAttribute("a", "b");
		return "session";
	}

	@GetMapping(path = "/api/coba", produces = MediaType.APPLICATION_JSON_VALUE)
	@CachedPage(parameters = "page", tags = "coba")
	@ResponseBody
	Map<String, Object> json(@RequestParam(defaultValue = "1") @Max(1000) int page) {
		Paging.offset(page, 20);
		return Map.of("page", page);
	}

	@GetMapping("/api/coba/wajib")
	@ResponseBody
	String required(@RequestParam String kunci) {
		throw new InvalidParameter("kunci", "must be one of a, b");
	}

	@PostMapping("/api/coba")
	@ResponseBody
	String post(@RequestBody Map<String, Object> body) {
		return "ok";
	}

	@GetMapping("/tidak-ada")
	String missing() {
		throw new NotFound(List.of(new Suggestion("Layanan lain", "/layanan")));
	}

	@GetMapping("/rusak")
	String broken(@RequestParam(defaultValue = "") String kata) {
		throw new IllegalStateException("secret " + kata);
	}

	@GetMapping("/rusak/templat")
	String brokenTemplate() {
		return "test/broken";
	}

	@GetMapping("/cari")
	@ResponseBody
	String search(@RequestParam String q, @RequestParam(defaultValue = "1") int halaman) {
		return this.jdbc.sql("select cast(:q as text)").param("q", q).query(String.class).single();
	}

	@GetMapping("/pindah")
	String redirect() {
		return "redirect:/coba?halaman=2#a";
	}

	@GetMapping("/daftar-panjang")
	@ResponseBody
	String list(@RequestParam(defaultValue = "1") int halaman) {
		return "from " + Paging.offset(halaman, 20);
	}

}
