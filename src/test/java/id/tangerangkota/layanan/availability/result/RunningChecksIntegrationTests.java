package id.tangerangkota.layanan.availability.result;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpServer;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.check.CheckDesk;
import id.tangerangkota.layanan.availability.check.CheckDetail;
import id.tangerangkota.layanan.availability.check.CheckFilter;
import id.tangerangkota.layanan.availability.check.CheckMode;
import id.tangerangkota.layanan.availability.check.CheckRefused;
import id.tangerangkota.layanan.availability.check.CheckSpec;
import id.tangerangkota.layanan.availability.probe.DnsTarget;
import id.tangerangkota.layanan.availability.probe.Host;
import id.tangerangkota.layanan.availability.probe.HttpTarget;
import id.tangerangkota.layanan.availability.probe.Names;
import id.tangerangkota.layanan.availability.probe.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** The portal with checks switched on, in a city whose names all lead to this machine. */
@SpringBootTest(properties = { "layanan.availability.enabled=true", "layanan.availability.allowed-networks=127.0.0.0/8",
		"layanan.availability.shards=2", "db-scheduler.enabled=true", "db-scheduler.polling-interval=200ms" })
@AutoConfigureMockMvc
@DirtiesContext
@Timeout(120)
class RunningChecksIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Set<String> lookedUpAfresh = ConcurrentHashMap.newKeySet();

	private static final List<HttpServer> servers = List.of(server(), server(), server(), server());

	@Autowired
	private CheckDesk desk;

	@Autowired
	private CheckResults results;

	@Autowired
	private CheckNode node;

	@Autowired
	private Heard heard;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvcTester mvc;

	@DynamicPropertySource
	static void canaries(DynamicPropertyRegistry properties) {
		properties.add("layanan.availability.canaries", () -> String.join(",", IntStream.range(0, 3)
			.mapToObj((each) -> "http://" + each + ".canary.example:" + servers.get(each).getAddress().getPort() + "/")
			.toList()));
		properties.add("layanan.availability.probe.ports", () -> "443," + String.join(",",
				servers.stream().map((server) -> String.valueOf(server.getAddress().getPort())).toList()));
	}

	@AfterAll
	static void stop() {
		servers.forEach((server) -> server.stop(0));
	}

	private static HttpServer server() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
			server.createContext("/", (exchange) -> {
				exchange.sendResponseHeaders(204, -1);
				exchange.close();
			});
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String url(HttpServer server) {
		return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
	}

	@Test
	void checksAtOnceAndRecordsWhatItFinds() {
		await().atMost(PATIENCE).until(() -> this.node.shards().size() == 2);
		List<CheckDetail> cited = this.desk.list(new CheckFilter("", Set.of(), CheckMode.CITED, null, null), 1, 2)
			.items();
		CheckDetail check = cited.get(0);
		this.desk.edit(check.id(), check.version(), rarely(url(servers.get(3))));
		Instant asked = this.desk.checkNow(check.id());
		await().atMost(PATIENCE).until(() -> this.results.after(check.id(), asked).isPresent());
		StoredResult result = this.results.after(check.id(), asked).orElseThrow();
		assertThat(result.at()).isBetween(asked, asked.plusSeconds(10));
		assertThat(result.outcome()).isEqualTo(Outcome.UP);
		assertThat(result.status()).isEqualTo(204);
		assertThat(result.address()).isEqualTo("127.0.0.1");
		assertThat(result.node()).isNotBlank();
		for (int time = 0; time < 2; time++) {
			Instant again = askOverHttp(check.id());
			await().atMost(PATIENCE).until(() -> this.results.after(check.id(), again).isPresent());
		}
		this.desk.pause(check.id(), "Dipindah");
		assertThatExceptionOfType(CheckRefused.class).isThrownBy(() -> this.desk.checkNow(check.id()));
		// Nothing listens there, and the canaries say that it is not the portal.
		CheckDetail dead = cited.get(1);
		Instant askedDead = this.desk.checkNow(dead.id());
		await().atMost(PATIENCE).until(() -> this.results.after(dead.id(), askedDead).isPresent());
		assertThat(this.results.after(dead.id(), askedDead)).get()
			.satisfies((found) -> assertThat(found.outcome()).isEqualTo(Outcome.DOWN));
		assertThat(lookedUpAfresh).as("a dead name server must show")
			.containsExactlyInAnyOrder("0.canary.example", "1.canary.example", "2.canary.example");
		assertThat(this.heard.observations()).anyMatch((one) -> one.check() == check.id())
			.anyMatch((one) -> one.check() == dead.id());
		assertThat(this.meters.get("layanan.availability.results").tag("outcome", "up").counter().count()).isPositive();
		assertThat(this.meters.get("layanan.availability.shards").gauge().value()).isEqualTo(2);
		assertThat(this.meters.find("layanan.availability.void.rounds").counter()).as("from zero on").isNotNull();
		assertThat(this.meters.get("layanan.availability.lag").timer().count()).isPositive();
		this.node.end();
		assertThat(this.jdbc.sql("select count(*) from availability.shard where leased_until > now()")
			.query(Long.class)
			.single()).isZero();
	}

	/** As an administrator does, whom the page tells what came of it. */
	private Instant askOverHttp(int check) {
		String path = "/admin/ketersediaan/" + check;
		RequestPostProcessor administrator = SecurityMockMvcRequestPostProcessors.authentication(
				new TestingAuthenticationToken(Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null), "",
						"ROLE_STAFF", Role.ADMINISTRATOR.authority()));
		MvcTestResult shown = this.mvc.get().uri(path).with(administrator).exchange();
		assertThat(shown).hasStatusOk();
		String asked = this.mvc.post()
			.uri(path + "/periksa")
			.with(administrator)
			.cookie(shown.getResponse().getCookies())
			.param("_csrf",
					Jsoup.parse(new String(shown.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
						.select("main input[name=_csrf]")
						.val())
			.header("Origin", "http://localhost")
			.exchange()
			.getResponse()
			.getRedirectedUrl();
		assertThat(asked).startsWith(path + "?diminta=");
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.mvc.get().uri(asked).with(administrator)).hasStatusOk()
				.bodyText()
				.contains("banner-success"));
		return Instant.ofEpochMilli(Long.parseLong(asked.substring(asked.indexOf('=') + 1)));
	}

	/** Once a day, so that nothing but a wish makes it look. */
	private static CheckSpec rarely(String url) {
		return new CheckSpec(HttpTarget.get(url), Duration.ofDays(1), 3, 2, 3, CheckMode.CITED);
	}

	record Heard(ConcurrentLinkedQueue<Observation> observations) {

	}

	@TestConfiguration
	static class City {

		@Bean
		Heard heard() {
			return new Heard(new ConcurrentLinkedQueue<>());
		}

		@Bean
		ObservationListener observationListener(Heard heard) {
			return heard.observations()::addAll;
		}

		@Bean
		Names namesOfTheCity() {
			return new Names() {

				@Override
				public CompletableFuture<List<InetAddress>> addresses(Host name) {
					return CompletableFuture.completedFuture(List.of(InetAddress.getLoopbackAddress()));
				}

				@Override
				public CompletableFuture<List<InetAddress>> addressesAfresh(Host name) {
					lookedUpAfresh.add(name.name());
					return addresses(name);
				}

				@Override
				public CompletableFuture<List<String>> records(Host name, DnsTarget.Type type) {
					return CompletableFuture.completedFuture(List.of("127.0.0.1"));
				}

			};
		}

	}

}
