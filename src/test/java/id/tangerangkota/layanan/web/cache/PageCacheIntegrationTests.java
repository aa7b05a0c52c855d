package id.tangerangkota.layanan.web.cache;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageChanges;
import id.tangerangkota.layanan.web.testing.CuttableRelay;
import id.tangerangkota.layanan.web.testing.Node;
import id.tangerangkota.layanan.web.testing.TestPages;
import id.tangerangkota.layanan.web.testing.TestPortal;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class PageCacheIntegrationTests {

	@Autowired
	private TestPages pages;

	@Autowired
	private PageChanges changes;

	@Autowired
	private PageStore store;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcConnectionDetails database;

	private Node here;

	PageCacheIntegrationTests(@LocalServerPort int port) {
		Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
		this.here = Node.at(port);
	}

	@BeforeEach
	void hearOfChanges() {
		await().until(this.store::isConnected);
	}

	@Test
	void aCommitOnOneNodeDropsThePageOnBoth() {
		try (Node other = Node.start(this.database.getJdbcUrl())) {
			await().until(other::isConnected);
			settle(this.here);
			settle(other);
			int madeHere = this.pages.made.get();
			int madeThere = other.pages().made.get();

			this.transaction.executeWithoutResult((status) -> {
				this.changes.changed("coba");
				assertKept(this.here);
				assertKept(other);
			});
			await().untilAsserted(() -> {
				this.here.get("/coba");
				other.get("/coba");
				assertThat(this.pages.made.get()).isGreaterThan(madeHere);
				assertThat(other.pages().made.get()).isGreaterThan(madeThere);
			});
		}
	}

	@Test
	void aRollbackDropsNothing() {
		settle(this.here);
		String tag = tag(this.here);
		this.transaction.executeWithoutResult((status) -> {
			this.changes.changed("coba");
			status.setRollbackOnly();
		});
		// Anything sent before it would have arrived when this one does.
		this.store.put("/tanda", mark(), this.store.ticket(List.of("tanda")));
		this.changes.changed("tanda");
		await().until(() -> this.store.get("/tanda") == null);
		assertThat(tag(this.here)).isEqualTo(tag);
	}

	@Test
	void pagesGoOnWhileTheDatabaseIsGoneAndAreMadeAnewAfterwards() throws Exception {
		int port = URI.create(this.database.getJdbcUrl().substring("jdbc:".length())).getPort();
		try (CuttableRelay relay = new CuttableRelay(port);
				Node node = Node.start(this.database.getJdbcUrl().replace(":" + port + "/", ":" + relay.port() + "/"),
						"--spring.datasource.hikari.connection-timeout=2000")) {
			await().until(node::isConnected);
			settle(node);
			node.get("/coba?lang=en");

			relay.cut();
			await().untilAsserted(() -> assertThat(Node.text(node.get("/coba"))).contains("stale-notice"));
			HttpResponse<byte[]> kept = node.get("/coba", "Accept-Encoding", "gzip");
			assertThat(kept.statusCode()).isEqualTo(200);
			assertThat(Node.unzipped(kept)).contains("Halaman ini menampilkan data per", "<h1>Coba</h1>");
			assertThat(kept.headers().firstValue("ETag")).isEmpty();
			assertThat(kept.headers().firstValue("X-Data-As-Of")).isPresent();
			assertThat(Node.text(node.get("/coba?lang=en"))).contains("This page shows data as of");
			HttpResponse<byte[]> missing = node.get("/coba?halaman=2&lang=en");
			assertThat(missing.statusCode()).isEqualTo(503);
			assertThat(missing.headers().firstValue("Retry-After")).hasValue("30");
			assertThat(Node.text(missing)).contains("This service is not available now");
			assertThat(node.get("/livez").statusCode()).isEqualTo(200);
			assertThat(node.get("/readyz").statusCode()).isEqualTo(503);

			int made = node.pages().made.get();
			relay.mend();
			await().untilAsserted(() -> {
				HttpResponse<byte[]> fresh = node.get("/coba");
				assertThat(Node.text(fresh)).doesNotContain("class=\"stale-notice\"");
				assertThat(fresh.headers().firstValue("ETag")).isPresent();
			});
			assertThat(node.pages().made.get()).isGreaterThan(made);
			await().untilAsserted(() -> assertThat(node.get("/readyz").statusCode()).isEqualTo(200));
		}
	}

	@Test
	void nothingOfARequestIsLeftInThePage() throws Exception {
		this.changes.changed("coba");
		await().until(() -> this.store.get("/coba") == null);
		String forged = "GET /coba HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
				+ "X-Forwarded-Proto: https\r\nForwarded: host=evil.example\r\nCookie: a=evil.example\r\n"
				+ "Referer: https://evil.example/\r\nConnection: close\r\n\r\n";
		assertThat(this.here.raw(forged)).contains("200").doesNotContain("evil.example");
		assertThat(Node.text(this.here.get("/coba"))).contains("http://localhost:8080/coba localhost null null");
	}

	@Test
	void publicPagesSetNoCookie() {
		for (String path : new String[] { "/coba", "/coba/satu", "/css/app.css", "/tidak-ada", "/rusak",
				"/api/coba" }) {
			assertThat(this.here.get(path).headers().firstValue("Set-Cookie")).as(path).isEmpty();
		}
		HttpResponse<byte[]> session = this.here.get("/coba/sesi");
		assertThat(session.headers().firstValue("Set-Cookie")).isPresent();
		assertThat(session.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(this.store.get("/coba/sesi")).isNull();
	}

	private KeptPage mark() {
		Variant body = Variant.identity(new byte[1], "text/plain");
		return new KeptPage(body, null, "text/plain", new String[0], Language.INDONESIAN, List.of("tanda"),
				Instant.EPOCH, 0, Long.MAX_VALUE);
	}

	/** A change of another test may still be under way. */
	private static void settle(Node node) {
		await().until(() -> tag(node).equals(tag(node)));
	}

	private static void assertKept(Node node) {
		assertThat(tag(node)).isEqualTo(tag(node));
	}

	private static String tag(Node node) {
		return node.get("/coba").headers().firstValue("ETag").orElseThrow();
	}

}
