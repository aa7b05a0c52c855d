package id.tangerangkota.layanan.web.security;

import java.util.List;

import id.tangerangkota.layanan.web.testing.Node;
import id.tangerangkota.layanan.web.testing.TestPortal;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.micrometer.metrics.test.autoconfigure.AutoConfigureMetrics;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.web.SecurityFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMetrics
class SecurityIntegrationTests {

	private final Node node;

	private final Node management;

	@Autowired
	private List<SecurityFilterChain> chains;

	SecurityIntegrationTests(@LocalServerPort int port, @LocalManagementPort int managementPort) {
		this.node = Node.at(port);
		this.management = Node.at(managementPort);
	}

	@Test
	void hasTwoChainsAndNoThird() {
		assertThat(this.chains).hasSize(2);
	}

	@Test
	void keepsTheActuatorOnItsOwnPort() {
		assertThat(this.node.get("/actuator").statusCode()).isEqualTo(404);
		assertThat(this.node.get("/actuator/prometheus").statusCode()).isEqualTo(404);
		assertThat(Node.text(this.management.get("/actuator/prometheus")))
			.contains("layanan_page_cache_requests_total");
		for (String closed : List.of("env", "beans", "heapdump", "loggers", "shutdown", "threaddump", "mappings")) {
			assertThat(this.management.get("/actuator/" + closed).statusCode()).as(closed).isEqualTo(404);
		}
	}

	@Test
	void tellsOnBothPortsWhetherItIsReady() {
		for (String path : List.of("/livez", "/readyz")) {
			assertThat(Node.text(this.node.get(path))).isEqualTo("{\"status\":\"UP\"}");
		}
		assertThat(this.management.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
	}

	@Test
	void opensNoSessionForWhoeverIsRefused() {
		for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
			assertThat(this.node.send(method, "/admin").statusCode()).isEqualTo(403);
			assertThat(this.node.send(method, "/admin").headers().firstValue("Set-Cookie")).isEmpty();
		}
	}

}
