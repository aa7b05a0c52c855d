package id.tangerangkota.layanan.complaint.filing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.apikey.ApiClientTerms;
import id.tangerangkota.layanan.apikey.ApiKeyDesk;
import id.tangerangkota.layanan.apikey.ApiScope;
import id.tangerangkota.layanan.identity.testing.PortalProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * People hand in complaints while the portal is killed (SIGKILL) at random, again and
 * again. Each sends its form once more, as a browser or a phone would: none is lost, none
 * is there twice. The profile {@code killed} makes it the long run of 500.
 */
@PortalTest
@Timeout(3600)
class KilledFilingIntegrationTests {

	private static final int SUBMISSIONS = Integer.getInteger("killed.submissions", 11);

	/** How many a node lives to see, about. */
	private static final int PER_NODE = Integer.getInteger("killed.per-node", 3);

	private static final int THREADS = 4;

	private final JsonMapper json = new JsonMapper();

	private final String mark = "mati " + UUID.randomUUID();

	@TempDir
	private Path place;

	@Autowired
	private JdbcConnectionDetails database;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApiKeyDesk apiKeys;

	/**
	 * Of another system, which names the address of who reports; see {@link #relayed}.
	 */
	private String apiKey = "";

	@Test
	void losesNothingAndDoublesNothing() throws Exception {
		this.apiKey = this.apiKeys
			.issue(new ApiClientTerms("Klien", "rina@kampus.example", "Meneruskan laporan",
					Set.of(ApiScope.OPEN311_SUBMIT), 6000, null))
			.text();
		long before = happenings();
		Queue<UUID> open = new ConcurrentLinkedQueue<>();
		for (int i = 0; i < SUBMISSIONS; i++) {
			open.add(UUID.randomUUID());
		}
		List<UUID> all = List.copyOf(open);
		Queue<UUID> answered = new ConcurrentLinkedQueue<>();
		Random random = new Random(20260701);
		int nodes = 0;
		while (!open.isEmpty()) {
			// No other one lives to answer all.
			boolean last = open.size() <= 2 * PER_NODE + THREADS;
			nodes++;
			try (PortalProcess node = PortalProcess.start(this.database.getJdbcUrl(),
					this.place.resolve("node" + nodes), List.of())) {
				int port = node.port();
				run(node, port, open, answered, last ? Integer.MAX_VALUE : 1 + random.nextInt(2 * PER_NODE));
				if (last) {
					sendAgain(port, all);
				}
			}
		}
		assertThat(answered).as("each was answered in the end").containsExactlyInAnyOrderElementsOf(all);
		assertThat(count("select count(*) from complaint.complaint where body like ?")).isEqualTo(SUBMISSIONS);
		assertThat(count("""
				select count(distinct s.key) from complaint.submission s
					join complaint.complaint c on c.id = s.complaint_id where c.body like ?""")).isEqualTo(SUBMISSIONS);
		for (String table : List.of("custody", "entry", "reporter")) {
			assertThat(count("""
					select count(*) from complaint.%s x join complaint.complaint c on c.id = x.complaint_id
					where c.body like ?""".formatted(table))).as(table).isEqualTo(SUBMISSIONS);
		}
		// A happening for each who can be told, and not one for what was handed in again.
		long told = all.stream().filter(KilledFilingIntegrationTests::relayed).count();
		assertThat(told).isPositive();
		assertThat(happenings()).isEqualTo(before + told);
		assertThat(nodes).as("killed at least once").isGreaterThan(1);
	}

	/** Everybody does: the connection may have been cut before the answer came. */
	private void sendAgain(int port, List<UUID> all) throws IOException, InterruptedException {
		for (UUID key : all) {
			assertThat(send(port, key)).as("%s", key).isTrue();
		}
	}

	/** Several people send at the same time; after some answers the node is killed. */
	private void run(PortalProcess node, int port, Queue<UUID> open, Queue<UUID> answered, int life)
			throws InterruptedException {
		AtomicBoolean alive = new AtomicBoolean(true);
		int before = answered.size();
		List<Runnable> people = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			people.add(() -> {
				UUID key = open.poll();
				while (key != null) {
					boolean done = alive.get() && trySend(port, key);
					(done ? answered : open).add(key);
					key = alive.get() ? open.poll() : null;
				}
			});
		}
		try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
			people.forEach(threads::submit);
			await().atMost(Duration.ofMinutes(10)).until(() -> answered.size() - before >= life || isDone(answered));
			if (life < Integer.MAX_VALUE) {
				alive.set(false);
				node.kill();
			}
		}
	}

	private static boolean isDone(Queue<UUID> answered) {
		return answered.size() == SUBMISSIONS;
	}

	private boolean trySend(int port, UUID key) {
		try {
			return send(port, key);
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private long happenings() {
		return this.jdbc.sql("select count(*) from notification.happening where kind = 'COMPLAINT_SUBMITTED'")
			.query(Long.class)
			.single();
	}

	/** Whether it comes through another system, with an address for news. */
	private static boolean relayed(UUID key) {
		return Math.floorMod(key.getMostSignificantBits(), 3) == 0;
	}

	/** Whether there was a receipt. */
	private boolean send(int port, UUID key) throws IOException, InterruptedException {
		return relayed(key) ? relay(port, key) : handIn(port, key);
	}

	private boolean relay(int port, UUID key) throws IOException, InterruptedException {
		try (HttpClient system = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
			Map<String, String> form = Map.of("api_key", this.apiKey, "jurisdiction_id", "tangerangkota.go.id",
					"service_code", "sampah", "address_string", "Jalan Kenanga", "description",
					"Sudah seminggu tidak diangkut, " + this.mark, "email", key + "@example.org");
			HttpResponse<String> answer = system.send(request(port, "/open311/v2/requests.json", key)
				.header("Content-Type", "application/x-www-form-urlencoded")
				.header("Idempotency-Key", key.toString())
				.POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
				.build(), text());
			if (answer.statusCode() >= 400 && answer.statusCode() < 500) {
				throw new IllegalStateException(answer.statusCode() + " " + answer.body());
			}
			return answer.statusCode() < 400;
		}
	}

	/** Each person has another device, and not all live in one place. */
	private boolean handIn(int port, UUID key) throws IOException, InterruptedException {
		try (HttpClient browser = HttpClient.newBuilder()
			.cookieHandler(new CookieManager())
			.connectTimeout(Duration.ofSeconds(5))
			.build()) {
			JsonNode token = this.json
				.readTree(browser.send(request(port, "/pengaduan/baru/token", key).build(), text()).body());
			Map<String, String> form = new LinkedHashMap<>(Map.of("jenis", "pengaduan", "tentang", "tempat", "kategori",
					"sampah", "kelurahan", "36.71.01.100" + (1 + Math.floorMod(key.hashCode(), 8)), "alamat",
					"Jalan Kenanga", "judul", "Sampah di depan pasar", "isi",
					"Sudah seminggu tidak diangkut, " + this.mark, "identitas", "ya"));
			form.put("kunci", key.toString());
			form.put(token.get("nama").asString(), token.get("nilai").asString());
			HttpResponse<String> answer = browser.send(request(port, "/pengaduan/baru/kirim", key)
				.header("Content-Type", "application/x-www-form-urlencoded")
				.header("Origin", "http://localhost:" + port)
				.POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
				.build(), text());
			String location = answer.headers().firstValue("Location").orElse("");
			if (answer.statusCode() == 303 && location.contains(key.toString())) {
				return true;
			}
			if (answer.statusCode() < 500) {
				throw new IllegalStateException(answer.statusCode() + " " + location);
			}
			return false;
		}
	}

	private static HttpRequest.Builder request(int port, String path, UUID key) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
			.timeout(Duration.ofSeconds(30))
			.header("User-Agent", "Ponsel/" + key);
	}

	private static HttpResponse.BodyHandler<String> text() {
		return HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);
	}

	private static String encoded(Map<String, String> form) {
		return form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	private int count(String sql) {
		return this.jdbc.sql(sql).param("%" + this.mark).query(Integer.class).single();
	}

}
