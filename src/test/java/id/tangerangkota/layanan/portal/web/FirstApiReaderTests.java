package id.tangerangkota.layanan.portal.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

class FirstApiReaderTests {

	private final MockEnvironment environment = new MockEnvironment().withProperty("springdoc.api-docs.path",
			"/api/openapi.json");

	@Test
	void asksForTheDescriptionBeforeAnybodyDoes() throws Exception {
		BlockingQueue<String> asked = new LinkedBlockingQueue<>();
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> {
			asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
			exchange.sendResponseHeaders(204, -1);
			exchange.close();
		});
		server.start();
		try {
			this.environment.setProperty("local.server.port", String.valueOf(server.getAddress().getPort()));
			new FirstApiReader(this.environment).read();
			assertThat(asked.poll(30, TimeUnit.SECONDS)).isEqualTo("GET /api/openapi.json");
		}
		finally {
			server.stop(0);
		}
	}

	@Test
	void needsNoServer() {
		assertThatNoException().isThrownBy(() -> new FirstApiReader(this.environment).read());
	}

}
