package id.tangerangkota.layanan.availability.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import id.tangerangkota.layanan.web.Links;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** How checks share one prober, and whom it blames when it is busy. */
class ProberTests {

	@Test
	void startsNothingTooLate() {
		try (TestProber prober = TestProber.usual(); LoopbackServer server = LoopbackServer.answering("")) {
			HttpTarget target = HttpTarget.get(server.url());
			Result result = TestProber.await(prober.begin(target, Duration.ofSeconds(3)));
			assertThat(result.outcome()).isEqualTo(Outcome.VOID);
			assertThat(result.cause()).isEqualTo(Cause.LATE);
			assertThat(result.lagMillis()).isBetween(3000, 6000);
			assertThat(server.connections()).isZero();
			assertThat(TestProber.await(prober.begin(target, Duration.ofMillis(300))).lagMillis()).isBetween(300, 999);
			assertThat(server.connections()).isEqualTo(1);
		}
	}

	/** Whoever asks keeps the prober's thread: sites are not blamed for that. */
	@Test
	void blamesNoSiteWhenItIsBusyItself() {
		try (TestProber prober = TestProber.usual(); LoopbackServer hanging = LoopbackServer.talking((socket, it) -> {
			it.request(socket);
			LoopbackServer.hang(socket);
		}); LoopbackServer quick = LoopbackServer.answering(LoopbackServer.ok("x"))) {
			HttpTarget waiting = HttpTarget.get(hanging.url()).within(Duration.ofSeconds(1), null);
			CompletableFuture<Result> result = prober.begin(waiting);
			await().until(() -> hanging.requests().size() == 1);
			prober.prober()
				.probe(HttpTarget.get(quick.url()), Clock.systemUTC().instant(),
						(done) -> block(Duration.ofMillis(1500)));
			assertThat(TestProber.await(result)).satisfies((ended) -> {
				assertThat(ended.outcome()).isEqualTo(Outcome.VOID);
				assertThat(ended.cause()).isEqualTo(Cause.LATE);
			});
			assertThat(TestProber.await(prober.begin(waiting)).cause()).isEqualTo(Cause.TIMEOUT);
		}
	}

	private static void block(Duration time) {
		long end = System.nanoTime() + time.toNanos();
		while (System.nanoTime() < end) {
			LockSupport.parkNanos(end - System.nanoTime());
		}
	}

	@Test
	void hasTheSettingsTheReadMeNames() {
		ProberSettings settings = new Binder(new MapConfigurationPropertySource())
			.bindOrCreate("layanan.availability.probe", ProberSettings.class);
		assertThat(settings.inFlight()).isEqualTo(2000);
		assertThat(settings.perHost()).isEqualTo(4);
		assertThat(settings.ports()).containsExactlyInAnyOrder(80, 443, 8080, 8443);
		assertThat(settings.lateAfter()).isEqualTo(Duration.ofSeconds(1));
		assertThat(settings.userAgent()).isNull();
	}

	/** And leads to where its owners can have it stopped. */
	@Test
	void saysWhereItIsSaidWhatItDoes() throws IOException {
		StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("names", new FakeNames()));
		try (LoopbackServer server = LoopbackServer.answering(LoopbackServer.ok("x"));
				Prober real = new ProbeConfiguration().prober(TestProber.settings(Set.of(server.port())),
						new AllowedNetworks(List.of("127.0.0.1/32")), beans.getBeanProvider(Names.class),
						new Links(URI.create("https://layanan.example/")), Clock.systemUTC(),
						new SimpleMeterRegistry())) {
			CompletableFuture<Result> result = new CompletableFuture<>();
			real.probe(HttpTarget.get(server.url()), Clock.systemUTC().instant(), result::complete);
			assertThat(TestProber.await(result).outcome()).isEqualTo(Outcome.UP);
			assertThat(server.requests()).singleElement()
				.asString()
				.containsIgnoringCase(
						"\nuser-agent: LayananKotaTangerang/1.0 (+https://layanan.example/tentang#pemeriksaan)\n");
		}
		for (String language : List.of("id", "en")) {
			Element checks = Jsoup
				.parse(new ClassPathResource("templates/portal/prose/about_" + language + ".html")
					.getContentAsString(StandardCharsets.UTF_8))
				.getElementById("pemeriksaan");
			assertThat(checks).isNotNull();
			assertThat(checks.nextElementSiblings().html().split("<h2")[0]).contains("@{/bantuan#lapor}");
		}
	}

	@Test
	void asksAHostOnlySoOftenAtOnce() {
		AtomicInteger inside = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		CountDownLatch together = new CountDownLatch(2);
		try (TestProber prober = TestProber.atOnce(100, 2);
				LoopbackServer server = LoopbackServer.talking((socket, it) -> {
					most.accumulateAndGet(inside.incrementAndGet(), Math::max);
					it.request(socket);
					together.countDown();
					together.await(5, TimeUnit.SECONDS);
					inside.decrementAndGet();
					socket.getOutputStream().write(LoopbackServer.ok("x").getBytes());
				})) {
			List<CompletableFuture<Result>> results = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				results.add(prober.begin(HttpTarget.get(server.url())));
			}
			assertThat(results)
				.allSatisfy((result) -> assertThat(TestProber.await(result).outcome()).isEqualTo(Outcome.UP));
			assertThat(most).hasValue(2);
		}
	}

	/** One host that hangs keeps its own checks waiting, which then say nothing. */
	@Test
	void keepsWaitingChecksApart() {
		try (TestProber prober = TestProber.atOnce(100, 1);
				LoopbackServer hanging = LoopbackServer.talking((socket, it) -> {
					it.request(socket);
					LoopbackServer.hang(socket);
				});
				LoopbackServer quick = LoopbackServer.answering(LoopbackServer.ok("x"))) {
			prober.names().next("mati.example", "127.0.0.1");
			HttpTarget dead = HttpTarget.get("http://mati.example:" + hanging.port() + "/")
				.within(Duration.ofMillis(1200), null);
			CompletableFuture<Result> first = prober.begin(dead);
			CompletableFuture<Result> second = prober.begin(dead);
			assertThat(prober.get(quick.url()).outcome()).isEqualTo(Outcome.UP);
			assertThat(TestProber.await(first).cause()).isEqualTo(Cause.TIMEOUT);
			assertThat(TestProber.await(second).cause()).isEqualTo(Cause.LATE);
		}
	}

	@Test
	void isNotSlowedByDeadAddresses() {
		try (TestProber prober = TestProber.atOnce(2000, 2000);
				LoopbackServer dead = LoopbackServer.talking((socket, it) -> {
					it.request(socket);
					LoopbackServer.hang(socket);
				});
				LoopbackServer quick = LoopbackServer.answering(LoopbackServer.ok("x"))) {
			Random random = new Random(20);
			HttpTarget alive = HttpTarget.get(quick.url()).within(Duration.ofSeconds(2), null);
			HttpTarget hanging = HttpTarget.get(dead.url()).within(Duration.ofSeconds(10), null);
			prober.probe(alive);
			List<CompletableFuture<Result>> healthy = new ArrayList<>();
			List<CompletableFuture<Result>> timeouts = new ArrayList<>();
			for (int i = 0; i < 2000; i++) {
				boolean isDead = random.nextInt(20) == 0;
				(isDead ? timeouts : healthy).add(prober.begin(isDead ? hanging : alive));
				if (i % 20 == 0) {
					LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
				}
			}
			List<Result> answered = healthy.stream().map(TestProber::await).toList();
			assertThat(answered).allSatisfy((result) -> assertThat(result.outcome()).isNotEqualTo(Outcome.DOWN));
			assertThat(answered.stream().filter((result) -> result.outcome() == Outcome.UP)).hasSizeGreaterThan(1800);
			assertThat(timeouts).as("long before the time of the dead ones is up")
				.hasSizeBetween(60, 140)
				.noneMatch((result) -> result.isDone() && result.join().outcome() == Outcome.DOWN);
			prober.prober().close();
			assertThat(timeouts.stream().map(TestProber::await))
				.allSatisfy((result) -> assertThat(result.outcome()).isEqualTo(Outcome.VOID));
		}
	}

	@Test
	void connectsToPorts() throws IOException {
		try (TestProber prober = TestProber.usual(); LoopbackServer server = LoopbackServer.answering("")) {
			Host host = new Host("127.0.0.1");
			TcpTarget open = new TcpTarget(host, server.port(), Target.USUAL_TIMEOUT, null);
			assertThat(prober.probe(open).outcome()).isEqualTo(Outcome.UP);
			TcpTarget inner = new TcpTarget(new Host("127.0.0.2"), server.port(), Target.USUAL_TIMEOUT, null);
			assertThat(prober.probe(inner).cause()).isEqualTo(Cause.ADDRESS_REFUSED);
			// Bound and deaf, so that nobody else gets the port meanwhile.
			try (Socket deaf = new Socket()) {
				deaf.bind(new InetSocketAddress("127.0.0.1", 0));
				TcpTarget closed = new TcpTarget(host, deaf.getLocalPort(), Target.USUAL_TIMEOUT, null);
				assertThat(prober.probe(closed).cause()).isEqualTo(Cause.CONNECT);
			}
		}
	}

	@Test
	void refusesAPublicNameThatLeadsIntoAnOpenedInnerNetwork() {
		try (TestProber prober = TestProber.usual()) {
			prober.names().next("turned.example", "10.20.0.9");
			Result result = prober.get("http://turned.example/");
			assertThat(result.cause()).isEqualTo(Cause.ADDRESS_REFUSED);
		}
	}

	@Test
	void comparesRecords() {
		try (TestProber prober = TestProber.usual()) {
			prober.names()
				.record("a.example", DnsTarget.Type.A, "103.7.1.1", "103.7.1.2")
				.record("a.example", DnsTarget.Type.MX, "10 Mail.example")
				.record("a.example", DnsTarget.Type.TXT, "v=spf1 -all");
			assertThat(record(prober, DnsTarget.Type.A, null).outcome()).isEqualTo(Outcome.UP);
			assertThat(record(prober, DnsTarget.Type.A, "103.7.1.2").outcome()).isEqualTo(Outcome.UP);
			assertThat(record(prober, DnsTarget.Type.A, "103.7.1.3").cause()).isEqualTo(Cause.RECORD);
			assertThat(record(prober, DnsTarget.Type.A, "no address").cause()).isEqualTo(Cause.RECORD);
			assertThat(record(prober, DnsTarget.Type.MX, "mail.example.").outcome()).isEqualTo(Outcome.UP);
			assertThat(record(prober, DnsTarget.Type.MX, "10 mail.example").outcome()).isEqualTo(Outcome.UP);
			assertThat(record(prober, DnsTarget.Type.MX, "il.example").cause()).isEqualTo(Cause.RECORD);
			assertThat(record(prober, DnsTarget.Type.TXT, "v=spf1 -ALL").cause()).isEqualTo(Cause.RECORD);
			assertThat(record(prober, DnsTarget.Type.AAAA, null).cause()).isEqualTo(Cause.DNS);
		}
	}

	/** Or checks would tell whoever sets them up what is inside. */
	@ParameterizedTest
	@CsvSource({ "A, 10.9.0.1", "A, 169.254.169.254", "AAAA, fd00::7", "AAAA, 64:ff9b::10.9.0.1" })
	void saysNothingOfRecordsThatLeadInside(DnsTarget.Type type, String value) {
		try (TestProber prober = TestProber.usual()) {
			prober.names().record("a.example", type, value);
			assertThat(record(prober, type, value).cause()).isEqualTo(Cause.ADDRESS_REFUSED);
			prober.names().record("a.example", type, value, (type == DnsTarget.Type.A) ? "103.7.1.2" : "2404:6800::1");
			assertThat(record(prober, type, value).cause()).isEqualTo(Cause.RECORD);
			assertThat(record(prober, type, null).outcome()).isEqualTo(Outcome.UP);
		}
	}

	private static Result record(TestProber prober, DnsTarget.Type type, String expected) {
		return prober.probe(new DnsTarget(new Host("a.example"), type, expected, Target.USUAL_TIMEOUT, null));
	}

	private static double counted(TestProber prober, String outcome, String cause) {
		return prober.meters()
			.find("layanan.availability.probe.results")
			.tags("outcome", outcome, "cause", cause)
			.counters()
			.stream()
			.mapToDouble(Counter::count)
			.sum();
	}

	@Test
	void countsResultsByCause() {
		try (TestProber prober = TestProber.usual();
				LoopbackServer server = LoopbackServer.answering(LoopbackServer.ok("x"))) {
			prober.get(server.url());
			prober.get("http://nobody.example/");
			// Whoever waits for a result hears of it first.
			await().untilAsserted(() -> {
				assertThat(counted(prober, "up", "none")).isOne();
				assertThat(counted(prober, "down", "dns")).isOne();
				assertThat(prober.meters().get("layanan.availability.probe.lag").timer().count())
					.isGreaterThanOrEqualTo(2);
				assertThat(prober.meters().get("layanan.availability.probe.in.flight").gauge().value()).isZero();
			});
		}
	}

	/** Whoever asked hears of it, once. */
	@Test
	void endsWhatIsUnderWayWhenItCloses() {
		List<Result> heard = new ArrayList<>();
		try (TestProber prober = TestProber.atOnce(3, 2);
				LoopbackServer hanging = LoopbackServer.talking((socket, it) -> {
					it.request(socket);
					LoopbackServer.hang(socket);
				})) {
			List<CompletableFuture<Result>> results = new ArrayList<>();
			for (int i = 0; i < 10; i++) {
				results.add(prober.begin(HttpTarget.get(hanging.url())));
			}
			await().until(() -> hanging.requests().size() == 2);
			prober.prober().close();
			results.add(prober.begin(HttpTarget.get(hanging.url())));
			results.forEach((result) -> heard.add(TestProber.await(result)));
		}
		assertThat(heard).hasSize(11).allSatisfy((result) -> {
			assertThat(result.outcome()).isEqualTo(Outcome.VOID);
			assertThat(result.cause()).isEqualTo(Cause.LATE);
		});
	}

}
