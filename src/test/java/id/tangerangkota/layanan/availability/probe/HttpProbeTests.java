package id.tangerangkota.layanan.availability.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What pages answer, and what is made of it. */
class HttpProbeTests {

	private static final Duration SHORT = Duration.ofMillis(300);

	private static TestProber prober;

	@BeforeAll
	static void open() {
		prober = TestProber.usual();
	}

	@AfterAll
	static void close() {
		prober.close();
	}

	@Test
	void findsAPageUp() {
		try (LoopbackServer server = LoopbackServer.answering(LoopbackServer.ok("Selamat datang"))) {
			Result result = prober.get(server.url());
			assertThat(result.outcome()).isEqualTo(Outcome.UP);
			assertThat(result.cause()).isNull();
			assertThat(result.status()).isEqualTo(200);
			assertThat(result.address()).isEqualTo(FakeNames.address("127.0.0.1"));
			assertThat(result.certificate()).isNull();
			Phases phases = result.phases();
			assertThat(phases.tls()).isEqualTo(Phases.NONE);
			assertThat(Stream.of(phases.dns(), phases.connect(), phases.firstByte())).allMatch((part) -> part >= 0);
			assertThat(phases.total()).isGreaterThanOrEqualTo(phases.connect() + phases.firstByte());
		}
	}

	@Test
	void saysWhoItIsAndAsksForNothingFancy() {
		try (LoopbackServer server = LoopbackServer.answering(LoopbackServer.ok(""))) {
			prober.names().next("layanan.example", "127.0.0.1");
			prober.get("http://layanan.example:" + server.port() + "/a?b=c");
			assertThat(server.requests()).singleElement()
				.asString()
				.startsWith("GET /a?b=c HTTP/1.1\n")
				.containsIgnoringCase("\nhost: layanan.example:" + server.port() + "\n")
				.containsIgnoringCase("\nuser-agent: Test/1.0 (+http://test/)\n")
				.containsIgnoringCase("\naccept-encoding: identity\n")
				.containsIgnoringCase("\nconnection: close\n");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403, 429 })
	void saysWhenASiteTurnsChecksAway(int status) {
		try (LoopbackServer server = LoopbackServer.answering("HTTP/1.1 " + status + " No\r\n\r\n")) {
			assertThat(prober.get(server.url()))
				.satisfies((result) -> assertResult(result, Outcome.REFUSED, Cause.TURNED_AWAY, status));
			HttpTarget expecting = HttpTarget.get(server.url()).expecting(StatusRanges.parse("401,403,429"));
			assertThat(prober.probe(expecting).outcome()).isEqualTo(Outcome.UP);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 404, 410, 451, 500, 502, 503, 599, 101 })
	void findsOtherStatusesDown(int status) {
		try (LoopbackServer server = LoopbackServer.answering("HTTP/1.1 " + status + " No\r\n\r\n")) {
			assertResult(prober.get(server.url()), Outcome.DOWN, Cause.STATUS, status);
		}
	}

	@Test
	void asksForHeadersOnly() {
		String answer = "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n";
		try (LoopbackServer server = LoopbackServer.answering(answer)) {
			assertThat(prober.probe(HttpTarget.get(server.url()).by(HttpTarget.Method.HEAD)).outcome())
				.isEqualTo(Outcome.UP);
			assertThat(server.requests().get(0)).startsWith("HEAD / ");
		}
	}

	@Test
	void looksForTexts() {
		try (LoopbackServer server = LoopbackServer.answering(LoopbackServer.ok("<h1>Pelayanan é</h1>"))) {
			HttpTarget target = HttpTarget.get(server.url());
			assertThat(prober.probe(target.reading("Pelayanan é", "Kesalahan")).outcome()).isEqualTo(Outcome.UP);
			assertResult(prober.probe(target.reading("Perizinan", null)), Outcome.DOWN, Cause.CONTENT, 200);
			assertResult(prober.probe(target.reading(null, "Pelayanan")), Outcome.DOWN, Cause.CONTENT, 200);
		}
	}

	@Test
	void readsChunksAndWhatEndsWithTheConnection() {
		String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nSelam\r\n3\r\nat \r\n5\r\npagi!\r\n0\r\n\r\n";
		try (LoopbackServer one = LoopbackServer.answering(chunked);
				LoopbackServer other = LoopbackServer.answering("HTTP/1.1 200 OK\n\nSelamat pagi!")) {
			assertThat(prober.probe(HttpTarget.get(one.url()).reading("Selamat pagi!", null)).outcome())
				.isEqualTo(Outcome.UP);
			assertThat(prober.probe(HttpTarget.get(other.url()).reading("Selamat pagi!", null)).outcome())
				.isEqualTo(Outcome.UP);
		}
	}

	/** Asked not to, some compress all the same; and some send a bomb. */
	@Test
	void expandsAsMuchAsItReads() throws IOException {
		ByteArrayOutputStream bomb = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
			gzip.write("Selamat pagi".getBytes(StandardCharsets.UTF_8));
			gzip.write(new byte[30_000_000]);
			gzip.write("Selamat malam".getBytes(StandardCharsets.UTF_8));
		}
		String answer = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bomb.size() + "\r\n\r\n"
				+ bomb.toString(StandardCharsets.ISO_8859_1);
		try (LoopbackServer server = LoopbackServer.answering(answer)) {
			HttpTarget target = HttpTarget.get(server.url());
			assertThat(prober.probe(target.reading("Selamat pagi", "Selamat malam")).outcome()).isEqualTo(Outcome.UP);
		}
	}

	@Test
	void tellsTheTitle() {
		String page = "<html><head><TITLE lang=id>\n Dinas &amp; Badan\t</TITLE></head>";
		try (LoopbackServer server = LoopbackServer.answering(LoopbackServer.ok(page));
				LoopbackServer without = LoopbackServer.answering(LoopbackServer.ok("<title>".repeat(2000)))) {
			assertThat(prober.probe(HttpTarget.get(server.url()).titled()).title()).isEqualTo("Dinas & Badan");
			assertThat(prober.probe(HttpTarget.get(server.url())).title()).isNull();
			assertThat(prober.probe(HttpTarget.get(without.url()).titled()).title()).isNull();
		}
	}

	@Test
	void saysWhenItIsSlow() {
		try (LoopbackServer server = LoopbackServer.answering(LoopbackServer.ok("x"))) {
			HttpTarget target = HttpTarget.get(server.url());
			assertThat(prober.probe(target.within(Duration.ofSeconds(5), Duration.ofSeconds(4))).outcome())
				.isEqualTo(Outcome.UP);
			Result slow = prober.probe(target.within(Duration.ofSeconds(5), Duration.ofNanos(1)));
			assertThat(slow.outcome()).isEqualTo(Outcome.SLOW);
			assertThat(slow.cause()).isNull();
		}
	}

	@Test
	void findsNobodyThere() {
		int port;
		try (LoopbackServer server = LoopbackServer.answering("")) {
			port = server.port();
		}
		assertResult(prober.get("http://127.0.0.1:" + port + "/"), Outcome.DOWN, Cause.CONNECT, 0);
	}

	@Test
	void triesTheNextAddressOfAName() {
		try (LoopbackServer server = LoopbackServer.answering(LoopbackServer.ok("x"));
				TestProber other = TestProber.usual()) {
			other.names().next("zwei.example", "127.0.0.2", "127.0.0.1");
			Result result = other.get("http://zwei.example:" + server.port() + "/");
			assertThat(result.outcome()).isEqualTo(Outcome.UP);
			assertThat(result.address().getHostAddress()).isEqualTo("127.0.0.1");
		}
	}

	/** As a machine behind a firewall that drops what it does not want. */
	@Test
	void doesNotWaitForAnAddressThatSaysNothing() throws IOException {
		InetAddress dropping = InetAddress.getByName("127.0.0.3");
		try (ServerSocket full = new ServerSocket(0, 1, dropping);
				ServerSocket open = new ServerSocket(full.getLocalPort(), 10, InetAddress.getByName("127.0.0.1"));
				TestProber other = TestProber.usual()) {
			List<Socket> waiting = fill(full);
			other.names().next("half.example", "127.0.0.3", "127.0.0.1").next("none.example", "127.0.0.3", "127.0.0.3");
			Result result = other.probeInside(connecting("half.example", open.getLocalPort()));
			assertThat(result.outcome()).isEqualTo(Outcome.UP);
			assertThat(result.address().getHostAddress()).isEqualTo("127.0.0.1");
			assertThat(result.phases().connect()).isBetween(500, 1500);
			Result none = other.probeInside(connecting("none.example", open.getLocalPort()));
			assertResult(none, Outcome.DOWN, Cause.TIMEOUT, 0);
			for (Socket one : waiting) {
				one.close();
			}
		}
	}

	private static TcpTarget connecting(String name, int port) {
		return new TcpTarget(new Host(name), port, Duration.ofSeconds(2), null);
	}

	/** Until nobody more fits in: then it drops, as nobody accepts. */
	private static List<Socket> fill(ServerSocket server) throws IOException {
		List<Socket> waiting = new ArrayList<>();
		while (true) {
			Socket next = new Socket();
			waiting.add(next);
			try {
				next.connect(server.getLocalSocketAddress(), 300);
			}
			catch (SocketTimeoutException ex) {
				return waiting;
			}
		}
	}

	/** As on a machine that has no way to IPv6. */
	@Test
	void isNotFooledByAnAddressOutOfReach() throws IOException {
		try (Socket deaf = new Socket(); TestProber other = TestProber.usual()) {
			deaf.bind(new InetSocketAddress("127.0.0.1", 0));
			String path = ":" + deaf.getLocalPort() + "/";
			other.names()
				.next("dead.example", "127.0.0.1", "ff0e::1")
				.next("other-way.example", "ff0e::1", "127.0.0.1")
				.next("new.example", "ff0e::1");
			for (String name : List.of("dead.example", "other-way.example")) {
				Result dead = other.probeInside(HttpTarget.get("http://" + name + path));
				assertResult(dead, Outcome.DOWN, Cause.CONNECT, 0);
				assertThat(dead.address().getHostAddress()).isEqualTo("127.0.0.1");
			}
			assertResult(other.probeInside(HttpTarget.get("http://new.example" + path)), Outcome.VOID,
					Cause.OWN_NETWORK, 0);
		}
	}

	@Test
	void findsANameWithoutAddress() {
		assertResult(prober.get("http://nobody.example/"), Outcome.DOWN, Cause.DNS, 0);
		HttpTarget silent = HttpTarget.get("http://silent.example/").within(SHORT, null);
		assertResult(prober.probe(silent), Outcome.DOWN, Cause.DNS, 0);
	}

	@Test
	void hearsNothingWithinItsTime() {
		try (LoopbackServer server = LoopbackServer.talking((socket, it) -> {
			it.request(socket);
			LoopbackServer.hang(socket);
		})) {
			Result result = prober.probe(HttpTarget.get(server.url()).within(SHORT, null));
			assertResult(result, Outcome.DOWN, Cause.TIMEOUT, 0);
			assertThat(result.phases().total()).isBetween(290, 1500);
			assertThat(result.phases().firstByte()).isEqualTo(Phases.NONE);
		}
	}

	/** A byte now and then keeps no check busy for longer than its time. */
	@ParameterizedTest
	@ValueSource(strings = { "H", "HTTP/1.1 200 OK\r\nX: y", "HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\nz",
			"HTTP/1.1 100 Continue\r\n\r\n" })
	void endsDripsAndSlowloris(String beginning) {
		try (LoopbackServer server = LoopbackServer.talking((socket, it) -> {
			it.request(socket);
			OutputStream out = socket.getOutputStream();
			out.write(beginning.getBytes(StandardCharsets.ISO_8859_1));
			socket.setSoTimeout(20);
			while (true) {
				out.write('z');
				try {
					if (socket.getInputStream().read() < 0) {
						return;
					}
				}
				catch (SocketTimeoutException ex) {
					// The pause between two bytes is over.
				}
			}
		})) {
			Result result = prober.probe(HttpTarget.get(server.url()).within(SHORT, null));
			assertThat(result.outcome()).isEqualTo(Outcome.DOWN);
			assertThat(result.cause()).isEqualTo(Cause.TIMEOUT);
			assertThat(result.phases().total()).isLessThan(1500);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Transfer-Encoding: chunked\r\n", "Content-Length: 9000000000\r\n" })
	void cutsBodiesWithoutEnd(String header) {
		try (LoopbackServer server = LoopbackServer.talking((socket, it) -> {
			it.request(socket);
			OutputStream out = socket.getOutputStream();
			out.write(("HTTP/1.1 200 OK\r\n" + header + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
			byte[] piece = (header.startsWith("T") ? "400\r\n" + "x".repeat(1024) + "\r\n" : "x".repeat(1024))
				.getBytes(StandardCharsets.ISO_8859_1);
			while (true) {
				out.write(piece);
			}
		})) {
			assertThat(prober.get(server.url()).outcome()).isEqualTo(Outcome.UP);
			Result unread = prober.probe(HttpTarget.get(server.url()).reading("never there", null));
			assertResult(unread, Outcome.DOWN, Cause.CONTENT, 200);
		}
	}

	/** What ends with the last byte that is read is found, a byte later not. */
	@ParameterizedTest
	@CsvSource({ "65536, UP", "65537, DOWN" })
	void readsSoMuchOfABodyAndNoMore(int end, Outcome outcome) {
		String mark = "tanda";
		String body = "x".repeat(end - mark.length()) + mark + "y".repeat(100);
		try (LoopbackServer server = LoopbackServer.answering(LoopbackServer.ok(body))) {
			assertThat(prober.probe(HttpTarget.get(server.url()).reading(mark, null)).outcome()).isEqualTo(outcome);
			assertThat(prober.probe(HttpTarget.get(server.url()).reading(null, mark)).outcome()).isNotEqualTo(outcome);
		}
	}

	@Test
	void refusesHeadersWithoutEnd() {
		try (LoopbackServer server = LoopbackServer.talking((socket, it) -> {
			it.request(socket);
			OutputStream out = socket.getOutputStream();
			out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.ISO_8859_1));
			for (int i = 0;; i++) {
				out.write(("X-" + i + ": " + "y".repeat(100) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
			}
		})) {
			assertThat(prober.get(server.url()).cause()).isEqualTo(Cause.PROTOCOL);
		}
	}

	@Test
	void refusesAnnouncementsWithoutEnd() {
		try (LoopbackServer server = LoopbackServer.talking((socket, it) -> {
			it.request(socket);
			while (true) {
				socket.getOutputStream()
					.write("HTTP/1.1 103 Early Hints\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
			}
		})) {
			assertThat(prober.get(server.url()).cause()).isEqualTo(Cause.PROTOCOL);
		}
		String once = "HTTP/1.1 100 Continue\r\n\r\n" + LoopbackServer.ok("x");
		try (LoopbackServer server = LoopbackServer.answering(once)) {
			assertThat(prober.get(server.url()).outcome()).isEqualTo(Outcome.UP);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "SSH-2.0-OpenSSH_9.2\r\n\r\n", "220 mail ready\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
			"HTTP/1.1 abc OK\r\n\r\n" })
	void saysWhenItIsNoHttp(String answer) {
		try (LoopbackServer server = LoopbackServer.answering(answer)) {
			assertThat(prober.get(server.url()).cause()).isEqualTo(Cause.PROTOCOL);
		}
	}

	@Test
	void saysWhenTheAnswerIsCut() {
		String half = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf";
		try (LoopbackServer closing = LoopbackServer.answering(half);
				LoopbackServer resetting = LoopbackServer.talking((socket, it) -> {
					LoopbackServer.answer(half).hold(socket, it);
					socket.setSoLinger(true, 0);
				});
				LoopbackServer inHeaders = LoopbackServer.answering("HTTP/1.1 200 OK\r\nX: ");
				LoopbackServer inChunk = LoopbackServer
					.answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\nhalf")) {
			assertResult(prober.get(closing.url()), Outcome.DOWN, Cause.RESET, 200);
			assertResult(prober.get(resetting.url()), Outcome.DOWN, Cause.RESET, 200);
			assertResult(prober.get(inHeaders.url()), Outcome.DOWN, Cause.RESET, 0);
			assertResult(prober.get(inChunk.url()), Outcome.DOWN, Cause.RESET, 200);
		}
	}

	@Test
	void saysWhenItHangsUpWithoutAWord() {
		try (LoopbackServer silent = LoopbackServer.answering("")) {
			assertResult(prober.get(silent.url()), Outcome.DOWN, Cause.CONNECT, 0);
		}
	}

	@Test
	void followsThreeRedirectsAndNoMore() {
		try (LoopbackServer server = LoopbackServer.talking((socket, it) -> {
			int step = Integer.parseInt(it.request(socket).replaceAll("\\D+(\\d+) .*", "$1"));
			String answer = (step == 0) ? LoopbackServer.ok("done") : LoopbackServer.redirect("/" + (step - 1));
			socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
		})) {
			Result three = prober.probe(HttpTarget.get(server.url() + "3").reading("done", null));
			assertResult(three, Outcome.UP, null, 200);
			assertResult(prober.get(server.url() + "4"), Outcome.DOWN, Cause.REDIRECT, 302);
			assertThat(server.connections()).isEqualTo(8);
		}
	}

	/** Each of them is quick enough by itself. */
	@Test
	void givesAllRedirectsTogetherOneTimeLimit() {
		try (LoopbackServer server = LoopbackServer.talking((socket, it) -> {
			int step = Integer.parseInt(it.request(socket).replaceAll("\\D+(\\d+) .*", "$1"));
			LoopbackServer.dawdle(Duration.ofMillis(400));
			String answer = (step == 0) ? LoopbackServer.ok("done") : LoopbackServer.redirect("/" + (step - 1));
			socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
		})) {
			Duration limit = Duration.ofSeconds(1);
			Result result = prober.probe(HttpTarget.get(server.url() + "3").within(limit, null));
			assertThat(result.outcome()).isEqualTo(Outcome.DOWN);
			assertThat(result.cause()).isEqualTo(Cause.TIMEOUT);
			assertThat(result.phases().total()).isBetween(990, 1390);
			assertThat(server.connections() % 4).as("the last is not asked for").isBetween(1, 3);
			assertThat(prober.probe(HttpTarget.get(server.url() + "0").within(limit, null)).outcome())
				.isEqualTo(Outcome.UP);
		}
	}

	@Test
	void goesInNoCircle() {
		try (LoopbackServer server = LoopbackServer.answering(LoopbackServer.redirect("/"))) {
			assertResult(prober.get(server.url()), Outcome.DOWN, Cause.REDIRECT, 302);
			assertThat(server.connections()).isEqualTo(1);
		}
	}

	@Test
	void takesARedirectAsTheAnswer() {
		try (LoopbackServer server = LoopbackServer.answering(LoopbackServer.redirect("http://nobody.example/"))) {
			assertThat(prober.probe(HttpTarget.get(server.url()).staying()).outcome()).isEqualTo(Outcome.UP);
		}
		try (LoopbackServer server = LoopbackServer.answering("HTTP/1.1 304 Not Modified\r\n\r\n")) {
			assertThat(prober.get(server.url()).outcome()).isEqualTo(Outcome.UP);
		}
	}

	/** 127.0.0.2 and ::1 are inner networks here, and 127.0.0.1 is a public one. */
	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.2:PORT/", "http://[::1]:PORT/", "http://[::ffff:127.0.0.2]:PORT/",
			"http://2130706434:PORT/", "http://0x7f.2:PORT/", "http://0:PORT/", "//127.0.0.2:PORT/",
			"file:///etc/passwd", "ftp://127.0.0.1:PORT/", "gopher://127.0.0.1:PORT/",
			"http://user:secret@127.0.0.1:PORT/", "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/",
			"http://inner.example:PORT/" })
	void followsNoRedirectToWhereItMayNotGo(String location) {
		prober.names().next("inner.example", "127.0.0.2", "10.1.2.3", "::1");
		try (LoopbackServer server = LoopbackServer.talking((socket, it) -> {
			it.request(socket);
			socket.getOutputStream()
				.write(LoopbackServer.redirect(location.replace("PORT", "" + it.port()))
					.getBytes(StandardCharsets.ISO_8859_1));
		})) {
			assertResult(prober.get(server.url()), Outcome.DOWN, Cause.REDIRECT, 302);
			assertThat(server.connections()).isEqualTo(1);
		}
	}

	@Test
	void asksListedPortsOnly() {
		try (LoopbackServer there = LoopbackServer.answering(LoopbackServer.ok("x"));
				LoopbackServer server = LoopbackServer.answering(LoopbackServer.redirect(there.url()));
				TestProber listed = TestProber.asking(Set.of(server.port()))) {
			assertResult(listed.get(server.url()), Outcome.VOID, Cause.PORT_REFUSED, 302);
			assertResult(listed.get(there.url()), Outcome.VOID, Cause.PORT_REFUSED, 0);
			assertThat(there.connections()).isZero();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.2", "[::1]", "[::ffff:127.0.0.2]", "2130706434", "0177.2", "0.0.0.0",
			"[64:ff9b::127.0.0.1]", "localhost.example" })
	void entersNoInnerNetwork(String host) {
		prober.names().next("localhost.example", "127.0.0.2", "::1");
		try (LoopbackServer server = LoopbackServer.answering(LoopbackServer.ok("x"))) {
			Result result = prober.get("http://" + host + ":" + server.port() + "/");
			assertResult(result, Outcome.DOWN, Cause.ADDRESS_REFUSED, 0);
			assertThat(result.address()).isNotNull();
			assertThat(server.connections()).isZero();
		}
	}

	/** It is looked up once, and the address that was judged is the one that is asked. */
	@Test
	void isNotFooledByANameThatChanges() {
		try (LoopbackServer server = LoopbackServer.talking((socket, it) -> {
			boolean first = it.request(socket).startsWith("GET / ");
			assertThat(socket.getLocalAddress().getHostAddress()).isEqualTo("127.0.0.1");
			String answer = first ? LoopbackServer.redirect("/inner") : LoopbackServer.ok("inner");
			socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
		})) {
			prober.names().next("rebind.example", "127.0.0.1").next("rebind.example", "127.0.0.2");
			Result result = prober.get("http://rebind.example:" + server.port() + "/");
			assertResult(result, Outcome.DOWN, Cause.REDIRECT, 302);
			assertThat(prober.names().asked("rebind.example")).isEqualTo(2);
			assertThat(server.connections()).isEqualTo(1);
		}
	}

	@Test
	void refusesRulesWithoutSense() {
		HttpTarget target = HttpTarget.get("https://a.go.id/");
		assertThatExceptionOfType(InvalidTarget.class)
			.isThrownBy(() -> target.reading("x", null).by(HttpTarget.Method.HEAD));
		assertThatExceptionOfType(InvalidTarget.class).isThrownBy(() -> target.reading(" ", null));
		assertThatExceptionOfType(InvalidTarget.class).isThrownBy(() -> target.within(Duration.ZERO, null));
		assertThatExceptionOfType(InvalidTarget.class).isThrownBy(() -> target.within(Duration.ofMinutes(2), null));
		assertThatExceptionOfType(InvalidTarget.class).isThrownBy(() -> target.within(SHORT, Duration.ZERO));
	}

	private static void assertResult(Result result, Outcome outcome, Cause cause, int status) {
		assertThat(result.outcome()).as("%s", result).isEqualTo(outcome);
		assertThat(result.cause()).as("%s", result).isEqualTo(cause);
		assertThat(result.status()).as("%s", result).isEqualTo(status);
	}

}
