package id.tangerangkota.layanan.availability.probe;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import id.tangerangkota.layanan.availability.probe.CertificateFinding.Verdict;
import io.netty.handler.ssl.OpenSsl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What certificates are worth, and that nothing is asked of a host nobody trusts. */
class TlsProbeTests {

	private static final Duration SHORT = Duration.ofMillis(400);

	private static final TestAuthority authority = new TestAuthority("Otoritas Uji");

	private static TestProber prober;

	@BeforeAll
	static void open(@TempDir Path directory) {
		prober = TestProber.usual(authority.pem(directory));
		prober.names().next("layanan.example.id", "127.0.0.1");
	}

	@AfterAll
	static void close() {
		prober.close();
	}

	private static Result get(LoopbackServer server) {
		return prober.get("https://layanan.example.id:" + server.port() + "/");
	}

	private static LoopbackServer serving(SSLContext tls) {
		return LoopbackServer.talking(tls, LoopbackServer.answer(LoopbackServer.ok("x")));
	}

	@Test
	@EnabledOnOs(value = OS.LINUX, architectures = { "amd64", "aarch64" })
	void usesTheNativeLibrary() {
		assertThat(OpenSsl.isAvailable()).isTrue();
	}

	@Test
	void doesWithoutTheNativeLibrary(@TempDir Path directory) {
		try (TestProber other = TestProber.withTheJdksTls(authority.pem(directory));
				LoopbackServer good = serving(authority.issue("layanan.example.id"));
				LoopbackServer bad = serving(TestAuthority.selfSigned("layanan.example.id"))) {
			other.names().next("layanan.example.id", "127.0.0.1");
			for (int look = 0; look < 2; look++) {
				Result result = other.get("https://layanan.example.id:" + good.port() + "/");
				assertThat(result.outcome()).isEqualTo(Outcome.UP);
				assertThat(result.certificate().verdict()).isEqualTo(Verdict.VALID);
				result = other.get("https://layanan.example.id:" + bad.port() + "/");
				assertThat(result.cause()).isEqualTo(Cause.CERTIFICATE_UNTRUSTED);
			}
			assertThat(bad.requests()).allMatch(String::isEmpty);
		}
	}

	@Test
	void findsAGoodChain() {
		try (LoopbackServer server = serving(authority.issue("layanan.example.id"))) {
			Result result = get(server);
			assertThat(result.outcome()).as("%s", result).isEqualTo(Outcome.UP);
			CertificateFinding certificate = result.certificate();
			assertThat(certificate.verdict()).isEqualTo(Verdict.VALID);
			assertThat(certificate.fingerprint()).matches("[0-9a-f]{64}");
			assertThat(certificate.expires()).isCloseTo(Instant.now().plus(Duration.ofDays(90)),
					within(1, ChronoUnit.MINUTES));
			assertThat(result.phases().tls()).isNotNegative();
			assertThat(get(server).certificate()).isEqualTo(certificate);
		}
	}

	@Test
	void acceptsNamesByWildcardAndAddresses() {
		try (LoopbackServer wild = serving(authority.issue("*.example.id"));
				LoopbackServer address = serving(authority.issue("127.0.0.1"))) {
			assertThat(get(wild).outcome()).isEqualTo(Outcome.UP);
			assertThat(prober.get("https://127.0.0.1:" + address.port() + "/").outcome()).isEqualTo(Outcome.UP);
		}
	}

	@Test
	void findsAnExpiredOne() {
		assertVerdict(authority.issue("layanan.example.id", Duration.ofDays(-90), Duration.ofDays(-1)),
				Verdict.EXPIRED);
	}

	@Test
	void findsOneThatIsNotYetValid() {
		assertVerdict(authority.issue("layanan.example.id", Duration.ofDays(1), Duration.ofDays(90)),
				Verdict.NOT_YET_VALID);
	}

	@Test
	void findsOneForOtherHosts() {
		assertVerdict(authority.issue("lain.example.id"), Verdict.WRONG_HOST);
		assertVerdict(authority.issue("*.layanan.example.id"), Verdict.WRONG_HOST);
		assertVerdict(authority.issue("127.0.0.1"), Verdict.WRONG_HOST);
	}

	@Test
	void findsOneNobodyTrustedVouchesFor() {
		assertVerdict(TestAuthority.selfSigned("layanan.example.id"), Verdict.UNTRUSTED);
		assertVerdict(new TestAuthority("Orang Asing").issue("layanan.example.id"), Verdict.UNTRUSTED);
		assertVerdict(new TestAuthority("Otoritas Uji").issue("layanan.example.id"), Verdict.UNTRUSTED);
	}

	private static void assertVerdict(SSLContext tls, Verdict verdict) {
		try (LoopbackServer server = serving(tls)) {
			for (int look = 0; look < 2; look++) {
				Result result = get(server);
				assertThat(result.outcome()).isEqualTo(Outcome.DOWN);
				assertThat(result.cause()).isEqualTo(Cause.valueOf("CERTIFICATE_" + verdict));
				assertThat(result.cause().isOfCertificate()).isTrue();
				assertThat(result.certificate().verdict()).isEqualTo(verdict);
				assertThat(result.status()).isZero();
			}
			assertThat(server.requests()).allMatch(String::isEmpty);
		}
	}

	@Test
	void judgesTheCertificatesOfRedirectsToo() {
		try (LoopbackServer bad = serving(TestAuthority.selfSigned("layanan.example.id"));
				LoopbackServer server = LoopbackServer
					.answering(LoopbackServer.redirect("https://layanan.example.id:" + bad.port() + "/"))) {
			Result result = prober.get(server.url());
			assertThat(result.cause()).isEqualTo(Cause.CERTIFICATE_UNTRUSTED);
			assertThat(bad.requests()).allMatch(String::isEmpty);
		}
	}

	/** Or nobody would hear of the first one before it is too late. */
	@Test
	void keepsTheCertificateThatEndsFirst() {
		SSLContext ending = authority.issue("layanan.example.id", Duration.ofDays(-80), Duration.ofDays(10));
		Instant tenDays = Instant.now().plus(Duration.ofDays(10));
		try (LoopbackServer there = serving(authority.issue("layanan.example.id"));
				LoopbackServer first = LoopbackServer.talking(ending,
						LoopbackServer
							.answer(LoopbackServer.redirect("https://layanan.example.id:" + there.port() + "/")));
				LoopbackServer second = serving(ending);
				LoopbackServer longer = LoopbackServer.talking(authority.issue("layanan.example.id"), LoopbackServer
					.answer(LoopbackServer.redirect("https://layanan.example.id:" + second.port() + "/")))) {
			for (LoopbackServer server : List.of(first, longer)) {
				Result result = get(server);
				assertThat(result.outcome()).isEqualTo(Outcome.UP);
				assertThat(result.certificate().expires()).isCloseTo(tenDays, within(1, ChronoUnit.MINUTES));
			}
		}
		try (LoopbackServer bad = serving(TestAuthority.selfSigned("layanan.example.id"));
				LoopbackServer server = LoopbackServer.talking(ending, LoopbackServer
					.answer(LoopbackServer.redirect("https://layanan.example.id:" + bad.port() + "/")))) {
			assertThat(get(server).certificate().verdict()).isEqualTo(Verdict.UNTRUSTED);
		}
	}

	@Test
	void saysWhenItIsNoTls() {
		try (LoopbackServer plain = LoopbackServer.talking((socket, it) -> {
			socket.getOutputStream().write("220 mail.example.id\r\n".getBytes(StandardCharsets.US_ASCII));
			LoopbackServer.hang(socket);
		});
				LoopbackServer closing = LoopbackServer.talking((socket, it) -> socket.getInputStream().read());
				LoopbackServer old = LoopbackServer.talking(authority.issue("layanan.example.id"), (socket, it) -> {
					((SSLSocket) socket).setEnabledCipherSuites(new String[] { "TLS_RSA_WITH_NULL_SHA256" });
					it.request(socket);
				})) {
			assertThat(get(plain).cause()).isEqualTo(Cause.TLS);
			assertThat(get(closing).cause()).isEqualTo(Cause.TLS);
			assertThat(get(old).cause()).isEqualTo(Cause.TLS);
		}
	}

	@Test
	void saysWhenAClientCertificateIsWanted() {
		try (LoopbackServer server = LoopbackServer.talking(authority.issue("layanan.example.id"), (socket, it) -> {
			((SSLSocket) socket).setNeedClientAuth(true);
			LoopbackServer.answer(LoopbackServer.ok("x")).hold(socket, it);
		})) {
			assertThat(get(server).cause()).isIn(Cause.TLS, Cause.CONNECT);
		}
	}

	@Test
	void endsHandshakesThatTakeTooLong() {
		try (LoopbackServer server = LoopbackServer.talking((socket, it) -> LoopbackServer.hang(socket))) {
			Result result = prober
				.probe(HttpTarget.get("https://layanan.example.id:" + server.port() + "/").within(SHORT, null));
			assertThat(result.cause()).isEqualTo(Cause.TIMEOUT);
			assertThat(result.phases().tls()).isEqualTo(Phases.NONE);
			assertThat(result.phases().connect()).isNotNegative();
			assertThat(result.phases().total()).isLessThan(1500);
		}
	}

	/**
	 * Each part has its own time: of a name, of a handshake, of an answer that are late.
	 */
	@Test
	void measuresEachPartByItself() {
		Duration late = Duration.ofMillis(500);
		prober.names().next("slow.example.id", "127.0.0.1").slow("slow.example.id", late);
		try (LoopbackServer quick = serving(authority.issue("*.example.id"));
				LoopbackServer handshake = LoopbackServer.talking(authority.issue("*.example.id"), (socket, it) -> {
					LoopbackServer.dawdle(late);
					LoopbackServer.answer(LoopbackServer.ok("x")).hold(socket, it);
				});
				LoopbackServer answer = LoopbackServer.talking(authority.issue("*.example.id"), (socket, it) -> {
					it.request(socket);
					LoopbackServer.dawdle(late);
					socket.getOutputStream().write(LoopbackServer.ok("x").getBytes(StandardCharsets.ISO_8859_1));
				});
				LoopbackServer body = LoopbackServer.talking(authority.issue("*.example.id"), (socket, it) -> {
					it.request(socket);
					String whole = LoopbackServer.ok("x");
					OutputStream out = socket.getOutputStream();
					out.write(whole.substring(0, whole.length() - 1).getBytes(StandardCharsets.ISO_8859_1));
					out.flush();
					LoopbackServer.dawdle(late);
					out.write('x');
				})) {
			get(quick);
			assertLate(prober.get("https://slow.example.id:" + quick.port() + "/").phases(), Phases::dns);
			assertLate(get(handshake).phases(), Phases::tls);
			assertLate(get(answer).phases(), Phases::firstByte);
			assertLate(get(body).phases(),
					(phases) -> phases.total() - phases.dns() - phases.connect() - phases.tls() - phases.firstByte());
		}
	}

	private static void assertLate(Phases phases, ToIntFunction<Phases> late) {
		assertThat(late.applyAsInt(phases)).as("%s", phases).isBetween(400, 1500);
		assertThat(phases.total() - late.applyAsInt(phases)).as("%s", phases).isBetween(0, 450);
	}

	@Test
	void entersNoInnerNetworkForACertificate() {
		try (LoopbackServer server = serving(authority.issue("127.0.0.2"))) {
			prober.names().next("inner.example.id", "127.0.0.2");
			for (String host : List.of("127.0.0.2", "inner.example.id")) {
				TlsTarget inner = new TlsTarget(new Host(host), server.port(), 0, Target.USUAL_TIMEOUT, null);
				assertThat(prober.probe(inner).cause()).isEqualTo(Cause.ADDRESS_REFUSED);
			}
			assertThat(server.connections()).isZero();
		}
	}

	@Test
	void countsDaysOnOtherPorts() {
		try (LoopbackServer server = serving(authority.issue("layanan.example.id"))) {
			Host host = new Host("layanan.example.id");
			TlsTarget enough = new TlsTarget(host, server.port(), 89, Target.USUAL_TIMEOUT, null);
			Result result = prober.probe(enough);
			assertThat(result.outcome()).isEqualTo(Outcome.UP);
			assertThat(result.certificate().verdict()).isEqualTo(Verdict.VALID);
			TlsTarget tooFew = new TlsTarget(host, server.port(), 91, Target.USUAL_TIMEOUT, null);
			Result few = prober.probe(tooFew);
			assertThat(few.outcome()).as("nobody is warned by a browser yet").isEqualTo(Outcome.UP);
			assertThat(few.cause()).isEqualTo(Cause.CERTIFICATE_ENDS);
			assertThat(result.cause()).isNull();
		}
		try (LoopbackServer server = serving(TestAuthority.selfSigned("layanan.example.id"))) {
			TlsTarget bad = new TlsTarget(new Host("layanan.example.id"), server.port(), 0, Target.USUAL_TIMEOUT, null);
			assertThat(prober.probe(bad).cause()).isEqualTo(Cause.CERTIFICATE_UNTRUSTED);
		}
	}

	/** Full handshakes only, or a certificate that was changed would not be seen. */
	@Test
	void resumesNoSession() {
		Set<String> sessions = ConcurrentHashMap.newKeySet();
		try (LoopbackServer server = LoopbackServer.talking(authority.issue("layanan.example.id"), (socket, it) -> {
			SSLSocket tls = (SSLSocket) socket;
			tls.setEnabledProtocols(new String[] { "TLSv1.2" });
			tls.startHandshake();
			sessions.add(HexFormat.of().formatHex(tls.getSession().getId()));
			LoopbackServer.answer(LoopbackServer.ok("x")).hold(socket, it);
		})) {
			for (int i = 0; i < 3; i++) {
				Result result = get(server);
				assertThat(result.outcome()).isEqualTo(Outcome.UP);
				assertThat(result.certificate()).isNotNull();
			}
		}
		assertThat(sessions).hasSize(3);
	}

}
