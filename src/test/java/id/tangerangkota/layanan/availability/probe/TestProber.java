package id.tangerangkota.layanan.availability.probe;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.handler.ssl.SslProvider;

import org.springframework.util.unit.DataSize;

/**
 * A prober that may enter 127.0.0.1 and nothing else on loopback: to it that address is
 * the public network, and 127.0.0.2 and ::1 are inner ones.
 */
final class TestProber implements AutoCloseable {

	private static final Set<Integer> ALL_PORTS = IntStream.rangeClosed(1, 65535)
		.boxed()
		.collect(Collectors.toUnmodifiableSet());

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final FakeNames names = new FakeNames();

	private final Prober prober;

	private TestProber(ProberSettings settings) {
		this(settings, Encryption::new);
	}

	/** An opened inner network with nobody in it. */
	static final String INNER = "10.20.0.0/16";

	/** Of groups of machines, to none of which one can connect from anywhere. */
	private static final String UNREACHABLE = "ff0e::/16";

	/**
	 * A second machine on loopback for tests that need two; to the prober an inner one.
	 */
	private static final String OTHER = "127.0.0.3/32";

	private static final int PATIENCE = 20;

	private TestProber(ProberSettings settings, Supplier<Encryption> encryption) {
		this.prober = new Prober(settings, new AllowedNetworks(List.of("127.0.0.1/32", INNER, UNREACHABLE, OTHER)),
				"Test/1.0 (+http://test/)", this.names, Clock.systemUTC(), this.meters, encryption);
	}

	/** As where there is no native library. */
	static TestProber withTheJdksTls(Path anchor) {
		return new TestProber(settings(ALL_PORTS, 2000, 100, List.of(anchor)), () -> new Encryption(SslProvider.JDK));
	}

	static TestProber usual(Path... anchors) {
		return new TestProber(settings(ALL_PORTS, 2000, 100, List.of(anchors)));
	}

	static TestProber asking(Set<Integer> ports) {
		return new TestProber(settings(ports));
	}

	static TestProber atOnce(int inFlight, int perHost) {
		return new TestProber(settings(ALL_PORTS, inFlight, perHost, List.of()));
	}

	static ProberSettings settings(Set<Integer> ports) {
		return settings(ports, 2000, 100, List.of());
	}

	private static ProberSettings settings(Set<Integer> ports, int inFlight, int perHost, List<Path> anchors) {
		return new ProberSettings(inFlight, perHost, 1, ports, Duration.ofSeconds(1), DataSize.ofKilobytes(64),
				DataSize.ofKilobytes(16), Duration.ofSeconds(60), null, anchors);
	}

	Prober prober() {
		return this.prober;
	}

	FakeNames names() {
		return this.names;
	}

	SimpleMeterRegistry meters() {
		return this.meters;
	}

	CompletableFuture<Result> begin(Target target) {
		return begin(target, Duration.ZERO);
	}

	/** Begins a check that should have begun that long ago. */
	CompletableFuture<Result> begin(Target target, Duration late) {
		CompletableFuture<Result> result = new CompletableFuture<>();
		this.prober.probe(target, Clock.systemUTC().instant().minus(late), result::complete);
		return result;
	}

	/** As a check of an inner network, which may go wherever the prober may. */
	Result probeInside(Target target) {
		CompletableFuture<Result> result = new CompletableFuture<>();
		this.prober.probe(target, Reach.INNER, Clock.systemUTC().instant(), result::complete);
		return await(result);
	}

	/**
	 * The first result that judges the target: on a machine that is busy otherwise, some
	 * come out as void, as they should.
	 */
	Result probe(Target target) {
		Result result = await(begin(target));
		for (int again = 0; result.cause() == Cause.LATE && again < PATIENCE; again++) {
			result = await(begin(target));
		}
		return result;
	}

	Result get(String url) {
		return probe(HttpTarget.get(url));
	}

	static Result await(CompletableFuture<Result> result) {
		return result.orTimeout(15, TimeUnit.SECONDS).join();
	}

	@Override
	public void close() {
		this.prober.close();
	}

}
