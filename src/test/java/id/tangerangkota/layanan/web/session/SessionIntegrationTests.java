package id.tangerangkota.layanan.web.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import id.tangerangkota.layanan.web.testing.Node;
import id.tangerangkota.layanan.web.testing.TestPortal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = { TestPortal.class, SessionPages.class }, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "server.forward-headers-strategy=native")
class SessionIntegrationTests {

	@Autowired
	private SessionPages pages;

	@Autowired
	private Sessions sessions;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@MockitoSpyBean(name = "sessionTable")
	private JdbcIndexedSessionRepository table;

	private final Node node;

	SessionIntegrationTests(@LocalServerPort int port) {
		this.node = Node.at(port);
	}

	@BeforeEach
	void startWithNone() {
		this.jdbc.sql("delete from session.spring_session").update();
		this.pages.gate = new CountDownLatch(0);
		this.pages.waiting.drainPermits();
		Mockito.clearInvocations(this.table);
	}

	@Test
	void givesACookieThatNobodyGuessesAndNoScriptReads() {
		String cookie = setCookie(this.node.get("/sesi-coba/tulis?kata=a"));
		assertThat(cookie).matches("SESI=[A-Za-z0-9_-]{32}; Path=/; HttpOnly; SameSite=Lax");
		assertThat(setCookie(this.node.get("/sesi-coba/tulis?kata=a"))).isNotEqualTo(cookie);
		assertThat(this.node.get("/sesi-coba/baca", "Cookie", open("b")).headers().firstValue("Set-Cookie")).isEmpty();
	}

	@Test
	void namesTheCookieForTheHostOverTlsAndReadsNoOther() {
		String cookie = setCookie(this.node.get("/sesi-coba/tulis?kata=a", "X-Forwarded-Proto", "https"));
		assertThat(cookie).matches("__Host-SESI=[A-Za-z0-9_-]{32}; Path=/; Secure; HttpOnly; SameSite=Lax");
		String id = id(cookie.replaceAll(";.*", ""));
		assertThat(read("/sesi-coba/baca", "Cookie", "__Host-SESI=" + id, "X-Forwarded-Proto", "https")).isEqualTo("a");
		assertThat(read("/sesi-coba/baca", "Cookie", "SESI=" + id, "X-Forwarded-Proto", "https"))
			.isEqualTo("no session");
		assertThat(read("/sesi-coba/baca", "Cookie", "SESI=" + id)).isEqualTo("a");
		assertThat(read("/sesi-coba/baca", "Cookie", "__Host-SESI=" + id)).isEqualTo("no session");
	}

	@Test
	void costsNothingWithoutTheCookie() {
		for (String path : List.of("/coba", "/coba/baru", "/sesi-coba/baca", "/css/app.css", "/livez", "/tidak-ada",
				"/daftar-panjang")) {
			this.node.get(path, "Cookie", "lain=1");
			this.node.get(path);
		}
		this.node.send("POST", "/api/coba");
		assertThat(questions()).isEmpty();
	}

	@Test
	void isNotLookedUpForFilesAndMachines() {
		String cookie = open("a");
		Mockito.clearInvocations(this.table);
		for (String path : List.of("/css/app.css", "/img/icons.svg", "/livez", "/readyz", "/api/coba")) {
			assertThat(this.node.get(path, "Cookie", cookie).statusCode()).as(path).isEqualTo(200);
			assertThat(questions()).as(path).isEmpty();
		}
		assertThat(read("/sesi-coba/baca", "Cookie", cookie)).isEqualTo("a");
		assertThat(questions()).contains("findById");
	}

	@Test
	void doesNotAskTheTableForWhatIsNoId() {
		for (String id : List.of("", "x", "'; drop table", "a".repeat(31), "a".repeat(33), "a".repeat(4000))) {
			HttpResponse<byte[]> response = this.node.get("/sesi-coba/baca", "Cookie", "SESI=" + id);
			assertThat(Node.text(response)).isEqualTo("no session");
			assertThat(setCookie(response)).startsWith("SESI=; Path=/; Max-Age=0");
		}
		assertThat(questions()).isEmpty();
		this.node.get("/sesi-coba/baca", "Cookie",
				String.join("; ", IntStream.range(0, 300).mapToObj((i) -> "SESI=" + "%032d".formatted(i)).toList()));
		assertThat(questions()).hasSize(1);
	}

	@Test
	void takesBackTheCookieOfASessionThatIsOver() {
		String cookie = open("a");
		this.jdbc.sql("update session.spring_session set expiry_time = 0, last_access_time = 0").update();
		HttpResponse<byte[]> response = this.node.get("/sesi-coba/baca", "Cookie", cookie);
		assertThat(Node.text(response)).isEqualTo("no session");
		assertThat(setCookie(response)).startsWith("SESI=; Path=/; Max-Age=0");
	}

	@Test
	void aNewIdIsANewSessionWithWhatTheOldOneHeld() {
		String before = open("a");
		HttpResponse<byte[]> response = this.node.get("/sesi-coba/masuk?siapa=budi", "Cookie", before);
		String after = cookie(response);
		assertThat(after).isNotEqualTo(before);
		assertThat(Node.text(response)).as("form token").isEqualTo("null");
		assertThat(read("/sesi-coba/baca", "Cookie", before)).isEqualTo("no session");
		assertThat(read("/sesi-coba/baca", "Cookie", after)).isEqualTo("a");
		assertThat(count()).isEqualTo(1);
		assertThat(
				this.jdbc.sql("select max_inactive_interval from session.spring_session").query(Integer.class).single())
			.isEqualTo(900);
	}

	/** The attacker has a request under way with the id the victim signs in with. */
	@Test
	void aRequestOfBeforeTheSignInReachesNothingOfTheNewSession() throws Exception {
		String before = open("a");
		this.pages.gate = new CountDownLatch(1);
		CompletableFuture<HttpResponse<byte[]>> late = waiting(before, "racun");
		String after = cookie(this.node.get("/sesi-coba/masuk?siapa=budi", "Cookie", before));
		this.pages.gate.countDown();
		assertThat(late.get().statusCode()).isEqualTo(200);
		assertThat(read("/sesi-coba/baca?nama=racun", "Cookie", after)).isEqualTo("null");
		assertThat(read("/sesi-coba/baca", "Cookie", before)).isEqualTo("no session");
		assertThat(this.sessions.of("budi")).hasSize(1);
		assertThat(count()).isEqualTo(1);
	}

	@Test
	void listsTheSessionsOfOnePersonTheLastUsedFirst() {
		String first = signIn("budi");
		String second = signIn("budi");
		signIn("ani");
		this.jdbc
			.sql("update session.spring_session set last_access_time = last_access_time - 60000"
					+ " where session_id = ?")
			.param(id(first))
			.update();
		List<OpenSession> open = this.sessions.of("budi");
		assertThat(open).extracting(OpenSession::content).containsExactly("isi budi", "isi budi");
		assertThat(open.getFirst().handle()).isEqualTo(read("/sesi-coba/gagang", "Cookie", second));
		assertThat(open.getFirst().created()).isBetween(Instant.now().minusSeconds(60), Instant.now());
		assertThat(open.get(1).lastUsed()).isBefore(open.getFirst().lastUsed());
		assertThat(this.sessions.of("nobody")).isEmpty();
		assertThat(open.toString()).doesNotContain(id(first), id(second));
	}

	@Test
	void endsSessionsOfOnePersonOnly() {
		String here = signIn("budi");
		String there = signIn("budi");
		String other = signIn("ani");
		String handle = read("/sesi-coba/gagang", "Cookie", here);
		assertThat(this.sessions.end("ani", handle)).as("not hers").isFalse();
		assertThat(this.sessions.endAllBut("budi", handle)).isEqualTo(1);
		assertThat(read("/sesi-coba/baca?nama=masuk", "Cookie", here)).isEqualTo("isi budi");
		assertThat(read("/sesi-coba/baca", "Cookie", there)).isEqualTo("no session");
		assertThat(this.sessions.end("budi", handle)).isTrue();
		assertThat(this.sessions.end("budi", handle)).isFalse();
		assertThat(read("/sesi-coba/baca", "Cookie", here)).isEqualTo("no session");
		assertThat(this.sessions.endAll("budi")).isZero();
		assertThat(this.sessions.endAll("ani")).isEqualTo(1);
		assertThat(read("/sesi-coba/baca", "Cookie", other)).isEqualTo("no session");
	}

	@Test
	void endsThemWithTheCallersTransactionOrNotAtAll() {
		String cookie = signIn("budi");
		this.transaction.executeWithoutResult((status) -> {
			assertThat(this.sessions.endAll("budi")).isEqualTo(1);
			status.setRollbackOnly();
		});
		assertThat(read("/sesi-coba/baca?nama=masuk", "Cookie", cookie)).isEqualTo("isi budi");
	}

	@Test
	void aStolenCookieIsWorthNothingAfterSignOut() {
		String cookie = signIn("budi");
		HttpResponse<byte[]> response = this.node.get("/sesi-coba/keluar", "Cookie", cookie);
		assertThat(setCookie(response)).isEqualTo("SESI=; Path=/; Max-Age=0; Expires="
				+ setCookie(response).replaceAll(".*Expires=([^;]+).*", "$1") + "; HttpOnly; SameSite=Lax");
		assertThat(count()).isZero();
		assertThat(read("/sesi-coba/baca?nama=masuk", "Cookie", cookie)).isEqualTo("no session");
	}

	@Test
	void anEndedSessionIsNotBroughtBackByARequestThatStillHasIt() throws Exception {
		String cookie = signIn("budi");
		this.pages.gate = new CountDownLatch(1);
		CompletableFuture<HttpResponse<byte[]>> late = waiting(cookie, "baru");
		CompletableFuture<HttpResponse<byte[]>> later = waiting(cookie, "lagi");
		CompletableFuture<HttpResponse<byte[]>> renewing = waiting(cookie, "ganti&ganti=true");
		assertThat(this.sessions.endAll("budi")).isEqualTo(1);
		this.pages.gate.countDown();
		assertThat(late.get().statusCode()).isEqualTo(200);
		assertThat(later.get().statusCode()).isEqualTo(200);
		assertThat(renewing.get().statusCode()).isEqualTo(200);
		assertThat(count()).isZero();
		assertThat(read("/sesi-coba/baca", "Cookie", cookie)).isEqualTo("no session");
		assertThat(read("/sesi-coba/baca", "Cookie", cookie(renewing.get()))).isEqualTo("no session");
	}

	@Test
	void parallelRequestsOfOneSessionAllWriteToIt() throws Exception {
		String cookie = open("a");
		this.pages.gate = new CountDownLatch(1);
		List<CompletableFuture<HttpResponse<byte[]>>> requests = IntStream.range(0, 12)
			.mapToObj((i) -> waiting(cookie, (i < 6) ? "sama" : "lain" + i))
			.toList();
		this.pages.gate.countDown();
		for (CompletableFuture<HttpResponse<byte[]>> request : requests) {
			assertThat(request.get().statusCode()).isEqualTo(200);
		}
		assertThat(read("/sesi-coba/baca?nama=sama", "Cookie", cookie)).isEqualTo("ditulis sama");
		for (int i = 6; i < 12; i++) {
			assertThat(read("/sesi-coba/baca?nama=lain" + i, "Cookie", cookie)).isEqualTo("ditulis lain" + i);
		}
	}

	@Test
	void takesTextOnly() {
		assertThat(this.node.get("/sesi-coba/objek").statusCode()).isEqualTo(500);
		assertThat(
				this.jdbc.sql("select count(*) from session.spring_session_attributes").query(Integer.class).single())
			.isZero();
		String cookie = open("NIK é 1/2 ☂");
		assertThat(read("/sesi-coba/baca", "Cookie", cookie)).isEqualTo("NIK é 1/2 ☂");
		assertThat(this.jdbc
			.sql("select convert_from(attribute_bytes, 'UTF8') from session.spring_session_attributes"
					+ " where attribute_name = 'kata'")
			.query(String.class)
			.single()).isEqualTo("NIK é 1/2 ☂");
	}

	@Test
	void neverDeserialisesAnObjectInTheTable() throws IOException {
		String cookie = signIn("budi");
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(new Trap());
		}
		this.jdbc.sql("update session.spring_session_attributes set attribute_bytes = ? where attribute_name = 'masuk'")
			.param(bytes.toByteArray())
			.update();
		Trap.sprung = false;
		assertThat(read("/sesi-coba/baca?nama=masuk", "Cookie", cookie)).isEqualTo("null");
		assertThat(this.sessions.of("budi")).extracting(OpenSession::content).containsOnlyNulls();
		assertThat(Trap.sprung).isFalse();
	}

	@Test
	void writesTheTimeOfUseEveryFewSecondsOnly() {
		String cookie = open("a");
		long written = lastAccess();
		read("/sesi-coba/baca", "Cookie", cookie);
		assertThat(lastAccess()).isEqualTo(written);
		this.jdbc.sql("update session.spring_session set last_access_time = last_access_time - 6000").update();
		read("/sesi-coba/baca", "Cookie", cookie);
		assertThat(lastAccess()).isGreaterThanOrEqualTo(written);
		assertThat(this.jdbc.sql("select expiry_time - last_access_time from session.spring_session")
			.query(Long.class)
			.single()).isEqualTo(2 * 60 * 60 * 1000L);
	}

	private CompletableFuture<HttpResponse<byte[]>> waiting(String cookie, String name) {
		CompletableFuture<HttpResponse<byte[]>> response = CompletableFuture.supplyAsync(
				() -> this.node.get("/sesi-coba/tunggu?nama=" + name, "Cookie", cookie), Thread::startVirtualThread);
		try {
			assertThat(this.pages.waiting.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return response;
	}

	private String open(String word) {
		return cookie(this.node.get("/sesi-coba/tulis?kata=" + URLEncoder.encode(word, StandardCharsets.UTF_8)));
	}

	private String signIn(String who) {
		return cookie(this.node.get("/sesi-coba/masuk?siapa=" + who));
	}

	private String read(String path, String... headers) {
		return Node.text(this.node.get(path, headers));
	}

	private List<String> questions() {
		return Mockito.mockingDetails(this.table)
			.getInvocations()
			.stream()
			.map((invocation) -> invocation.getMethod().getName())
			.filter("findById"::equals)
			.toList();
	}

	private int count() {
		return this.jdbc.sql("select count(*) from session.spring_session").query(Integer.class).single();
	}

	/** Though Spring Session saves twice, when the answer goes out and at the end. */
	@Test
	void readsASessionOnceForARequestThatWritesToIt() {
		String cookie = cookie(this.node.get("/sesi-coba/tulis?kata=a"));
		Mockito.clearInvocations(this.table);
		assertThat(this.node.get("/sesi-coba/tulis?kata=b", "Cookie", cookie).statusCode()).isEqualTo(200);
		Mockito.verify(this.table, Mockito.times(1)).findById(id(cookie));
		assertThat(this.node.get("/sesi-coba/baca", "Cookie", cookie).statusCode()).isEqualTo(200);
		Mockito.verify(this.table, Mockito.times(2)).findById(id(cookie));
	}

	private long lastAccess() {
		return this.jdbc.sql("select last_access_time from session.spring_session").query(Long.class).single();
	}

	private static String setCookie(HttpResponse<byte[]> response) {
		return response.headers().firstValue("Set-Cookie").orElse("none");
	}

	private static String cookie(HttpResponse<byte[]> response) {
		return setCookie(response).replaceAll(";.*", "");
	}

	private static String id(String cookie) {
		return cookie.replaceAll(".*=", "");
	}

	/** Tells when somebody reads it as an object. */
	static final class Trap implements Serializable {

		static volatile boolean sprung;

		private void readObject(ObjectInputStream in) {
			sprung = true;
		}

	}

}
