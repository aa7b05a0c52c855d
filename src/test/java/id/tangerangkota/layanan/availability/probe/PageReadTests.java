package id.tangerangkota.layanan.availability.probe;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages are read by the same client and the same rules as checks. */
class PageReadTests {

	private static final int LIMIT = 100_000;

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
	void keepsEachAnswerOnTheWay() {
		try (LoopbackServer page = LoopbackServer
			.answering("HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n" + "Content-Length: 5\r\n\r\nhalo!");
				LoopbackServer door = LoopbackServer.answering(LoopbackServer.redirect(page.url() + "x"))) {
			PageRead read = read(door.url(), LIMIT);
			assertThat(read.result().outcome()).isEqualTo(Outcome.UP);
			assertThat(read.answers()).extracting(PageRead.Answer::status).containsExactly(302, 200);
			assertThat(read.answers().getFirst().headers().get("Location")).isEqualTo(page.url() + "x");
			assertThat(read.answers().getLast().address()).hasToString(page.url() + "x");
			assertThat(read.answers().getLast().headers().getAll("set-cookie")).containsExactly("a=1", "b=2");
			assertThat(new String(read.body(), StandardCharsets.UTF_8)).isEqualTo("halo!");
			assertThat(read.protocol()).isNull();
		}
	}

	@Test
	void waitsForNoMoreThanWanted() {
		try (LoopbackServer server = LoopbackServer.talking((socket, self) -> {
			self.request(socket);
			socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			byte[] much = new byte[8192];
			while (true) {
				socket.getOutputStream().write(much);
			}
		})) {
			PageRead read = read(server.url(), LIMIT);
			assertThat(read.result().outcome()).isEqualTo(Outcome.UP);
			assertThat(read.body()).hasSize(LIMIT);
		}
	}

	@Test
	void entersNoInnerNetwork() {
		try (LoopbackServer server = LoopbackServer.answering(LoopbackServer.redirect("http://127.0.0.2/"))) {
			PageRead read = read(server.url(), LIMIT);
			assertThat(read.result().cause()).isEqualTo(Cause.REDIRECT);
			assertThat(read.answers()).singleElement();
			assertThat(read.body()).isEmpty();
		}
		assertThat(read("http://127.0.0.2/", LIMIT).result().cause()).isEqualTo(Cause.ADDRESS_REFUSED);
		assertThat(read("http://10.20.0.1/", LIMIT).result().cause()).as("also where it is opened for checks")
			.isEqualTo(Cause.ADDRESS_REFUSED);
	}

	@Test
	void keepsTheHeadersOfAnError() {
		try (LoopbackServer server = LoopbackServer.answering("HTTP/1.1 500 No\r\nServer: x\r\n\r\n")) {
			PageRead read = read(server.url(), LIMIT);
			assertThat(read.result().outcome()).isEqualTo(Outcome.DOWN);
			assertThat(read.answers()).singleElement()
				.satisfies((answer) -> assertThat(answer.status()).isEqualTo(500));
		}
	}

	/** Until it is no fault of this machine, which is busy. */
	private static PageRead read(String url, int limit) {
		PageRead read;
		int again = 0;
		do {
			CompletableFuture<PageRead> page = new CompletableFuture<>();
			prober.prober().read(HttpTarget.get(url), Clock.systemUTC().instant(), limit, page::complete);
			read = page.orTimeout(15, TimeUnit.SECONDS).join();
		}
		while (read.result().cause() == Cause.LATE && again++ < 20);
		return read;
	}

}
