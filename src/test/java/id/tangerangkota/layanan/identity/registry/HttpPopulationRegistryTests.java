package id.tangerangkota.layanan.identity.registry;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.tangerangkota.layanan.identity.nik.Nik;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HttpPopulationRegistryTests {

	private static final Nik SITI = Nik.parse("3671015505900001");

	private static final LocalDate BORN = LocalDate.of(1990, 5, 15);

	private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

	private final CountDownLatch end = new CountDownLatch(1);

	private HttpServer server;

	private volatile Answer answer = (exchange) -> reply(exchange, 200, "{\"cocok\": true}");

	@FunctionalInterface
	private interface Answer {

		void to(HttpExchange exchange) throws IOException;

	}

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", (exchange) -> {
			this.asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
					+ new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			this.answer.to(exchange);
		});
		this.server.setExecutor(Thread::startVirtualThread);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.end.countDown();
		this.server.stop(0);
	}

	@Test
	void tellsWhetherThePersonIsKnown(@TempDir Path directory) throws IOException {
		Path token = Files.writeString(directory.resolve("token"), "rahasia\n");
		HttpPopulationRegistry registry = registry(token, 0, "127.0.0.0/8");
		assertThat(registry.matches(SITI, "Siti Aminah", BORN)).isTrue();
		this.answer = (exchange) -> reply(exchange, 200, "{\"cocok\": false}");
		assertThat(registry.matches(SITI, "Siti Aminah", BORN)).isFalse();
		assertThat(this.asked).first()
			.asString()
			.startsWith("Bearer rahasia ")
			.contains("\"nik\":\"3671015505900001\"", "\"nama\":\"Siti Aminah\"", "\"tanggalLahir\":\"1990-05-15\"");
	}

	@Test
	void asksAgainWhenNoAnswerCame() {
		this.answer = (exchange) -> reply(exchange, (this.asked.size() < 3) ? 503 : 200, "{\"cocok\": true}");
		assertThat(registry(null, 2, "127.0.0.0/8").matches(SITI, "Siti", BORN)).isTrue();
		assertThat(this.asked).hasSize(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[]", "ya", "{\"cocok\": null}", "{\"cocok\": \"entahlah\"}" })
	void doesNotGuessWhatAnAnswerMeans(String body) {
		this.answer = (exchange) -> reply(exchange, 200, body);
		assertThatExceptionOfType(RegistryUnavailable.class)
			.isThrownBy(() -> registry(null, 0, "127.0.0.0/8").matches(SITI, "Siti", BORN));
	}

	@Test
	void waitsNoLongerThanItMay() {
		this.answer = (exchange) -> awaitEnd();
		assertThatExceptionOfType(RegistryUnavailable.class)
			.isThrownBy(() -> registry(null, 0, "127.0.0.0/8").matches(SITI, "Siti", BORN))
			.satisfies((ex) -> assertThat(ex.getCause()).as("it would quote the question").isNull());
	}

	@Test
	void stopsAskingWhereNobodyAnswers() {
		this.answer = (exchange) -> reply(exchange, 500, "");
		HttpPopulationRegistry registry = registry(null, 0, "127.0.0.0/8");
		for (int i = 0; i < 20; i++) {
			assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> registry.matches(SITI, "Siti", BORN));
		}
		assertThat(this.asked).hasSizeLessThanOrEqualTo(10);
	}

	@Test
	void reachesInternalNetworksOnlyWhereAllowed() {
		assertThatExceptionOfType(RegistryUnavailable.class)
			.isThrownBy(() -> registry(null, 0).matches(SITI, "Siti", BORN));
		assertThat(this.asked).isEmpty();
	}

	@Test
	void followsNoRedirect() {
		this.answer = (exchange) -> {
			exchange.getResponseHeaders().add("Location", "/lain");
			reply(exchange, 307, "");
		};
		assertThatExceptionOfType(RegistryUnavailable.class)
			.isThrownBy(() -> registry(null, 0, "127.0.0.0/8").matches(SITI, "Siti", BORN));
		assertThat(this.asked).hasSize(1);
	}

	private HttpPopulationRegistry registry(Path token, int retries, String... networks) {
		URI url = URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + "/cocokkan");
		return new RegistryConfiguration()
			.populationRegistry(new RegistrySettings(url, token, Duration.ofMillis(500), retries, List.of(networks)));
	}

	private static void reply(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, (bytes.length > 0) ? bytes.length : -1);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	private void awaitEnd() {
		try {
			this.end.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
