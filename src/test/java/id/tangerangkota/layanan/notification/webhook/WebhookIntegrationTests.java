package id.tangerangkota.layanan.notification.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.OutageEnded;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.notification.Failure;
import id.tangerangkota.layanan.notification.MessageDesk;
import id.tangerangkota.layanan.notification.MessageState;
import id.tangerangkota.layanan.notification.MessageSummary;
import id.tangerangkota.layanan.notification.Trouble;
import id.tangerangkota.layanan.privacy.People;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

/**
 * What receivers get, with one that answers HTTP. All of a call has to fit into the
 * timeout, and on a busy machine a second is short: too late an answer is none.
 */
@SpringBootTest(properties = { "db-scheduler.enabled=false", "layanan.webhook.allowed-networks=127.0.0.1/32",
		"layanan.webhook.timeout=5s" })
class WebhookIntegrationTests {

	private static final JsonMapper JSON = new JsonMapper();

	private static HttpServer server;

	private static final List<Call> calls = new CopyOnWriteArrayList<>();

	private static volatile int answer;

	@Autowired
	private WebhookDesk desk;

	@Autowired
	private MessageDesk messages;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private RecurringTask<Void> notificationOutboxTask;

	@Autowired
	private RecurringTask<Void> notificationWebhooksTask;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	/** What a receiver got. */
	private record Call(String id, String timestamp, String signatures, byte[] body) {

		JsonNode json() {
			return JSON.readTree(this.body);
		}

	}

	@BeforeAll
	static void listen() throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/kabar", WebhookIntegrationTests::answer);
		server.start();
	}

	@AfterAll
	static void stop() {
		server.stop(0);
	}

	private static void answer(HttpExchange exchange) throws IOException {
		calls.add(new Call(exchange.getRequestHeaders().getFirst("webhook-id"),
				exchange.getRequestHeaders().getFirst("webhook-timestamp"),
				exchange.getRequestHeaders().getFirst("webhook-signature"), exchange.getRequestBody().readAllBytes()));
		if (answer == 302) {
			exchange.getResponseHeaders().set("Location", "/kabar?dipindah");
		}
		if (answer == 429) {
			exchange.getResponseHeaders().set("Retry-After", "7200");
		}
		if (answer > 0) {
			exchange.sendResponseHeaders(answer, -1);
			exchange.close();
		}
		// Else it never answers.
	}

	@BeforeEach
	void empty() {
		this.jdbc.sql("delete from notification.happening").update();
		this.jdbc.sql("delete from notification.webhook").update();
		calls.clear();
		answer = 204;
	}

	@AfterEach
	void quiet() {
		this.jdbc.sql("delete from notification.webhook").update();
	}

	@Test
	void tellsWhatHappenedSigned() throws Exception {
		UUID id = add(Set.of("outage.ended"));
		Instant end = Instant.parse("2026-11-23T03:42:00Z");
		OutageId outage = OutageId.random();
		ended(outage, end);
		deliver();
		assertThat(calls).hasSize(1);
		Call call = calls.getFirst();
		// The receiver has it before the portal has noted that.
		await().untilAsserted(
				() -> assertThat(this.messages.ofWebhook(id, 10).getFirst().state()).isEqualTo(MessageState.SENT));
		MessageSummary message = this.messages.ofWebhook(id, 10).getFirst();
		assertThat(call.id()).isEqualTo("msg_" + message.id());
		assertThat(call.signatures()).isEqualTo("v1," + hmac(secret(id), call));
		assertThat(call.json().get("type").asString()).isEqualTo("outage.ended");
		assertThat(Instant.parse(call.json().get("timestamp").asString())).isNotNull();
		JsonNode data = call.json().get("data");
		assertThat(data.propertyNames()).containsExactly("service", "outage", "start", "end", "then");
		assertThat(data.get("service").asString()).isEqualTo("disdukcapil");
		assertThat(data.get("outage").asString()).isEqualTo(outage.toString());
		assertThat(data.get("end").asString()).isEqualTo(end.toString());
		assertThat(data.get("then").asString()).isEqualTo("UP");
	}

	@Test
	void tellsOnlyWhatIsWanted() {
		add(Set.of("outage.started"));
		ended(OutageId.random(), Instant.parse("2026-11-23T03:42:00Z"));
		deliver();
		assertThat(calls).isEmpty();
	}

	@Test
	void signsWithBothSecretsWhileOneReplacesTheOther() throws Exception {
		UUID id = add(Set.of("outage.ended"));
		String before = secret(id);
		as(() -> {
			this.desk.rotate(id);
			return id;
		});
		String after = secret(id);
		assertThat(after).isNotEqualTo(before);
		test(id);
		Call call = calls.getFirst();
		assertThat(call.signatures()).isEqualTo("v1," + hmac(after, call) + " v1," + hmac(before, call));
		assertThat(call.json().get("type").asString()).isEqualTo("webhook.test");
		this.jdbc.sql("update notification.webhook set old_secret_until = now() - interval '1 second'").update();
		calls.clear();
		test(id);
		assertThat(calls.getFirst().signatures()).isEqualTo("v1," + hmac(after, calls.getFirst()));
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 404, 302, 429, 0 })
	void triesAgainUnderTheSameIdWhateverWentWrong(int wrong) {
		UUID id = add(Set.of("outage.ended"));
		answer = wrong;
		test(id);
		assertThat(calls).as("nobody is followed elsewhere").hasSize(1);
		MessageSummary failed = this.messages.ofWebhook(id, 10).getFirst();
		assertThat(failed.state()).isEqualTo(MessageState.WAITING);
		assertThat(failed.trouble()).isEqualTo((wrong == 0) ? Trouble.NO_ANSWER : Trouble.ANSWERED_WITH_ERROR);
		Duration pause = Duration.between(Instant.now(), failed.nextAttempt());
		assertThat(pause).isBetween((wrong == 429) ? Duration.ofMinutes(110) : Duration.ofSeconds(40),
				(wrong == 429) ? Duration.ofMinutes(121) : Duration.ofSeconds(75));
		assertThat(this.desk.find(id).orElseThrow().failingSince()).isNotNull();
		answer = 200;
		as(() -> this.messages.retry(failed.id()));
		deliver();
		await().untilAsserted(
				() -> assertThat(this.messages.ofWebhook(id, 10).getFirst().state()).isEqualTo(MessageState.SENT));
		assertThat(calls).hasSize(2).extracting(Call::id).containsOnly(calls.getFirst().id());
		assertThat(this.desk.find(id).orElseThrow().failingSince()).isNull();
	}

	@Test
	void spareAReceiverThatIsAwayFromEverythingElse() {
		UUID id = add(Set.of("outage.ended"));
		answer = 503;
		// At once: what happens after a receiver was found away is tried by itself.
		this.transactions.executeWithoutResult((status) -> {
			for (int i = 0; i < 5; i++) {
				ended(OutageId.random(), Instant.parse("2026-11-23T03:42:00Z"));
			}
		});
		deliver();
		deliver();
		assertThat(calls).hasSizeLessThan(3);
		assertThat(this.messages.ofWebhook(id, 10)).hasSize(5)
			.allSatisfy((message) -> assertThat(message.state()).isEqualTo(MessageState.WAITING));
	}

	@Test
	void disablesAReceiverThatFailsForDaysAndTellsAdministrators() {
		UUID id = add(Set.of("outage.ended"));
		answer = 500;
		test(id);
		this.jdbc.sql("update notification.webhook set failing_since = now() - interval '5 days'").update();
		MessageSummary waiting = this.messages.ofWebhook(id, 10).getFirst();
		as(() -> this.messages.retry(waiting.id()));
		deliver();
		await().untilAsserted(
				() -> assertThat(this.desk.find(id).orElseThrow().disabledBecause()).isEqualTo(Webhook.Reason.FAILING));
		await().untilAsserted(
				() -> assertThat(this.messages.ofWebhook(id, 10).getFirst().state()).isEqualTo(MessageState.GIVEN_UP));
		assertThat(this.jdbc.sql("select count(*) from notification.happening where kind = 'WEBHOOK_DISABLED'")
			.query(Integer.class)
			.single()).isOne();
		assertThat(this.desk.failed()).isOne();
		calls.clear();
		ended(OutageId.random(), Instant.parse("2026-11-23T03:42:00Z"));
		deliver();
		assertThat(calls).isEmpty();
		as(() -> {
			this.desk.enable(id);
			return id;
		});
		answer = 200;
		test(id);
		assertThat(calls).hasSize(1);
	}

	@Test
	void takesGoneForGone() {
		UUID id = add(Set.of("outage.ended"));
		answer = 410;
		test(id);
		await().untilAsserted(
				() -> assertThat(this.desk.find(id).orElseThrow().disabledBecause()).isEqualTo(Webhook.Reason.GONE));
	}

	@Test
	void entersNoNetworkThatIsNotOpen() {
		try (Closing client = new Closing(
				new WebhookClient(new WebhookSettings(List.of(), Duration.ofSeconds(2), Duration.ofDays(5))))) {
			Failure failure = client.client().post(address(), Map.of(), new byte[0]);
			assertThat(Objects.requireNonNull(failure).trouble()).isEqualTo(Trouble.NETWORK_CLOSED);
			assertThat(calls).isEmpty();
		}
	}

	private record Closing(WebhookClient client) implements AutoCloseable {

		@Override
		public void close() {
			this.client.destroy();
		}

	}

	@Test
	void keepsSecretsFromWhoeverReadsTheDatabase() {
		UUID id = add(Set.of("outage.ended"));
		String secret = secret(id);
		assertThat(this.jdbc.sql("select secret from notification.webhook where id = ?")
			.param(id)
			.query(String.class)
			.single()).startsWith("v1:").doesNotContain(secret);
		assertThat(this.jdbc.sql(
				"select count(*) from audit.entry where action = 'notification.webhook-secret-shown' and subject_id = ?")
			.param(id.toString())
			.query(Integer.class)
			.single()).isOne();
	}

	private static java.net.URI address() {
		return java.net.URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/kabar");
	}

	private UUID add(Set<String> types) {
		return as(() -> this.desk.add(new WebhookPlan(address().toString(), "Uji", types)));
	}

	private String secret(UUID id) {
		return as(() -> this.desk.secret(id));
	}

	private void test(UUID id) {
		as(() -> {
			this.desk.test(id);
			return id;
		});
		deliver();
		await().untilAsserted(() -> assertThat(this.messages.ofWebhook(id, 10).getFirst().attempts()).isPositive());
	}

	private void ended(OutageId outage, Instant end) {
		this.transactions.executeWithoutResult((status) -> this.events.publishEvent(new OutageEnded(outage,
				this.catalog.service("disdukcapil").orElseThrow().id(), end.minusSeconds(600), end, ServiceState.UP)));
	}

	private void deliver() {
		await().untilAsserted(() -> {
			this.notificationOutboxTask.execute(new TaskInstance<>("notification-outbox", "recurring"),
					mock(ExecutionContext.class));
			assertThat(this.jdbc.sql("select count(*) from notification.happening where expanded_at is null")
				.query(Integer.class)
				.single()).isZero();
		});
		await().untilAsserted(() -> {
			this.notificationWebhooksTask.execute(new TaskInstance<>("notification-webhooks", "recurring"),
					mock(ExecutionContext.class));
			assertThat(this.jdbc.sql("""
					select count(*) from notification.outbox
					where channel = 'WEBHOOK' and state = 'WAITING' and next_attempt_at <= now()""")
				.query(Integer.class)
				.single()).isZero();
		});
	}

	private static <T> T as(Supplier<T> act) {
		return People.as(Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null), act::get);
	}

	/** By other means than the portal's own. */
	private static String hmac(String secret, Call call) throws Exception {
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
		String signed = call.id() + "." + call.timestamp() + "." + new String(call.body(), StandardCharsets.UTF_8);
		return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
	}

}
