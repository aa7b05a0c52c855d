package id.tangerangkota.layanan.availability.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.resolver.dns.SequentialDnsServerAddressStreamProvider;
import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/** Asks a name server of its own on loopback. */
class DnsNamesTests {

	private static final int A = 1;

	private static final int CNAME = 5;

	private static final int MX = 15;

	private static final int TXT = 16;

	private static final int NXDOMAIN = 3;

	private static final int SERVFAIL = 2;

	/** The name in the question, by a compression pointer. */
	private static final byte[] QUESTION = { (byte) 0xc0, 12 };

	private final Map<String, byte[]> answers = new ConcurrentHashMap<>();

	private final Map<String, Integer> asked = new ConcurrentHashMap<>();

	private final DatagramSocket server = server();

	private final DnsNames names = new DnsNames(Duration.ofSeconds(60), new SingletonDnsServerAddressStreamProvider(
			new InetSocketAddress(InetAddress.getLoopbackAddress(), this.server.getLocalPort())));

	@AfterEach
	void close() {
		this.names.close();
		this.server.close();
	}

	@Test
	void findsAddressesAndKeepsThemAsLongAsTheyLast() {
		answer("kept.example.", A, record(A, 60, new byte[] { (byte) 192, 0, 2, 7 }));
		answer("fresh.example.", A, record(A, 0, new byte[] { (byte) 192, 0, 2, 8 }));
		for (int i = 0; i < 3; i++) {
			assertThat(addresses("kept.example")).extracting(InetAddress::getHostAddress).containsExactly("192.0.2.7");
			assertThat(addresses("fresh.example")).extracting(InetAddress::getHostAddress).containsExactly("192.0.2.8");
		}
		assertThat(this.asked).containsEntry("kept.example./1", 1).containsEntry("fresh.example./1", 3);
	}

	/** Canaries are asked so, or they would answer by what was found before. */
	@Test
	void showsAfreshThatTheServerDied() throws IOException {
		answer("kept.example.", A, record(A, 60, new byte[] { 127, 0, 0, 1 }));
		try (LoopbackServer site = LoopbackServer.answering(LoopbackServer.ok("x"));
				Prober prober = new Prober(TestProber.settings(Set.of(site.port())),
						new AllowedNetworks(List.of("127.0.0.1/32")), "Test/1.0", this.names, Clock.systemUTC(),
						new SimpleMeterRegistry())) {
			HttpTarget target = HttpTarget.get("http://kept.example:" + site.port() + "/")
				.within(Duration.ofSeconds(4), null);
			assertThat(result(prober::probe, target).outcome()).isEqualTo(Outcome.UP);
			assertThat(result(prober::probeAfresh, target).outcome()).isEqualTo(Outcome.UP);
			assertThat(this.asked).containsEntry("kept.example./1", 2);
			this.server.close();
			assertThat(result(prober::probe, target).outcome()).isEqualTo(Outcome.UP);
			assertThat(result(prober::probeAfresh, target)).satisfies((dead) -> {
				assertThat(dead.outcome()).isEqualTo(Outcome.DOWN);
				assertThat(dead.cause()).isEqualTo(Cause.DNS);
			});
		}
	}

	private static Result result(Looking looking, Target target) {
		CompletableFuture<Result> result = new CompletableFuture<>();
		looking.probe(target, Reach.PUBLIC, Clock.systemUTC().instant(), result::complete);
		return soon(result);
	}

	@Test
	void readsTheHostsFileFirst() {
		assertThat(addresses("localhost")).isNotEmpty().allMatch(InetAddress::isLoopbackAddress);
		assertThat(this.asked).isEmpty();
	}

	@Test
	void findsNothingWhereThereIsNothing() {
		answer("broken.example.", A, new byte[] { SERVFAIL });
		assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> addresses("gone.example"))
			.havingCause()
			.asInstanceOf(type(UnknownHostException.class));
		assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> addresses("broken.example"))
			.havingCause()
			.asInstanceOf(type(UnknownHostException.class));
	}

	@Test
	void readsRecords() {
		answer("a.example.", CNAME, record(CNAME, 60, bytes(name("www"), QUESTION)));
		answer("a.example.", MX, record(MX, 60, bytes(new byte[] { 0, 10 }, name("mail"), QUESTION)));
		answer("a.example.", TXT, record(TXT, 60, bytes(text("v=spf1 "), text("-all"))));
		answer("a.example.", A, record(A, 60, new byte[] { (byte) 192, 0, 2, 7 }));
		assertThat(records(DnsTarget.Type.CNAME)).containsExactly("www.a.example");
		assertThat(records(DnsTarget.Type.MX)).containsExactly("10 mail.a.example");
		assertThat(records(DnsTarget.Type.TXT)).containsExactly("v=spf1 -all");
		assertThat(records(DnsTarget.Type.A)).containsExactly("192.0.2.7");
		assertThat(records(DnsTarget.Type.A)).containsExactly("192.0.2.7");
		assertThat(this.asked).containsEntry("a.example./1", 2);
		assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> records(DnsTarget.Type.AAAA));
	}

	/** Two are configured; the first does not answer, or has trouble of its own. */
	@Test
	void asksTheNextServerForWhereANameLeads() throws IOException {
		answer("a.example.", CNAME, record(CNAME, 60, bytes(name("www"), QUESTION)));
		try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress());
				DatagramSocket broken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
			Thread.ofVirtual().start(() -> serve(broken, (query) -> answer(query, new byte[] { SERVFAIL })));
			assertThat(lead(silent, this.server)).containsExactly("www.a.example");
			assertThat(lead(broken, this.server)).containsExactly("www.a.example");
			assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> lead(broken, broken));
			int before = this.asked.get("a.example./5");
			assertThat(lead(this.server, broken)).containsExactly("www.a.example");
			assertThat(this.asked).containsEntry("a.example./5", before + 1);
		}
	}

	/** That there is none is an answer. */
	@Test
	void believesAServerThatKnowsOfNothing() throws IOException {
		try (DatagramSocket other = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
			Thread.ofVirtual()
				.start(() -> serve(other, (query) -> answer(query, record(CNAME, 60, bytes(name("www"), QUESTION)))));
			assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> lead(this.server, other));
		}
	}

	private List<String> lead(DatagramSocket... servers) {
		DnsNames asking = new DnsNames(Duration.ofSeconds(60),
				new SequentialDnsServerAddressStreamProvider(Arrays.stream(servers)
					.map((one) -> new InetSocketAddress(InetAddress.getLoopbackAddress(), one.getLocalPort()))
					.toArray(InetSocketAddress[]::new)));
		try {
			return soon(asking.records(new Host("a.example"), DnsTarget.Type.CNAME));
		}
		finally {
			asking.close();
		}
	}

	private List<InetAddress> addresses(String name) {
		return soon(this.names.addresses(new Host(name)));
	}

	private List<String> records(DnsTarget.Type type) {
		return soon(this.names.records(new Host("a.example"), type));
	}

	private static <T> T soon(CompletableFuture<T> answer) {
		return answer.orTimeout(10, TimeUnit.SECONDS).join();
	}

	private void answer(String name, int type, byte[] answer) {
		this.answers.put(name + "/" + type, answer);
	}

	private static byte[] record(int type, int ttl, byte[] data) {
		return bytes(QUESTION, new byte[] { 0, (byte) type, 0, 1, 0, 0, 0, (byte) ttl, 0, (byte) data.length }, data);
	}

	private static byte[] name(String label) {
		return text(label);
	}

	private static byte[] text(String text) {
		return bytes(new byte[] { (byte) text.length() }, text.getBytes(StandardCharsets.US_ASCII));
	}

	private static byte[] bytes(byte[]... parts) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			all.writeBytes(part);
		}
		return all.toByteArray();
	}

	private DatagramSocket server() {
		try {
			DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
			Thread.ofVirtual().start(() -> serve(socket, this::answer));
			return socket;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void serve(DatagramSocket socket, UnaryOperator<byte[]> answering) {
		DatagramPacket packet = new DatagramPacket(new byte[512], 512);
		while (!socket.isClosed()) {
			try {
				socket.receive(packet);
				byte[] answer = answering.apply(packet.getData());
				socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private byte[] answer(byte[] query) {
		StringBuilder name = new StringBuilder();
		int at = 12;
		while (query[at] != 0) {
			name.append(new String(query, at + 1, query[at], StandardCharsets.US_ASCII)).append('.');
			at += query[at] + 1;
		}
		String question = name + "/" + query[at + 2];
		this.asked.merge(question, 1, Integer::sum);
		return answer(query, this.answers.getOrDefault(question, new byte[] { NXDOMAIN }));
	}

	/** One byte is a code of failure, more are the one record. */
	private static byte[] answer(byte[] query, byte[] found) {
		int at = 12;
		while (query[at] != 0) {
			at += query[at] + 1;
		}
		boolean failed = found.length == 1;
		byte[] head = { query[0], query[1], (byte) 0x81, (byte) (0x80 | (failed ? found[0] : 0)), 0, 1, 0,
				(byte) (failed ? 0 : 1), 0, 0, 0, 0 };
		byte[] asking = new byte[at + 5 - 12];
		System.arraycopy(query, 12, asking, 0, asking.length);
		return bytes(head, asking, failed ? new byte[0] : found);
	}

}
