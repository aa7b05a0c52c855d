import java.io.BufferedReader;
import java.io.Flushable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import com.sun.management.OperatingSystemMXBean;
import id.tangerangkota.layanan.availability.probe.AllowedNetworks;
import id.tangerangkota.layanan.availability.probe.DnsTarget;
import id.tangerangkota.layanan.availability.probe.Host;
import id.tangerangkota.layanan.availability.probe.HttpTarget;
import id.tangerangkota.layanan.availability.probe.Names;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.probe.Prober;
import id.tangerangkota.layanan.availability.probe.ProberSettings;
import id.tangerangkota.layanan.availability.probe.Result;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.util.unit.DataSize;

/**
 * How many checks a second the prober makes, and for how much processor time. Started by
 * probes.sh; does what a line of its input says, and answers with a line.
 */
class Probes {

	private static final int COUNTRY_A_MINUTE = 105_884;

	private static final int MOST = 1_000_000;

	private final Clock clock = Clock.systemUTC();

	private final Prober prober;

	/** Where results go beside the counts, if anywhere. */
	private final Consumer<Result> store;

	Probes(Path authority) throws ReflectiveOperationException {
		ProberSettings settings = new ProberSettings(2000, 2000, 0, Set.of(18081, 18082, 18443), Duration.ofSeconds(1),
				DataSize.ofKilobytes(64), DataSize.ofKilobytes(16), Duration.ofSeconds(60), null, List.of(authority));
		this.prober = new Prober(settings, new AllowedNetworks(List.of("127.0.0.0/8")), "Ukur/1.0", new NoNames(),
				this.clock, new SimpleMeterRegistry());
		this.store = store(System.getProperty("store"));
	}

	@SuppressWarnings("unchecked")
	private static Consumer<Result> store(String name) throws ReflectiveOperationException {
		return (name != null) ? (Consumer<Result>) Class.forName(name).getDeclaredConstructor().newInstance()
				: (result) -> {
				};
	}

	public static void main(String[] args) throws Exception {
		if (args[0].equals("silence")) {
			keepSilent(Integer.parseInt(args[1]));
			return;
		}
		Probes probes = new Probes(Path.of(args[1]));
		BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
		for (String line = lines.readLine(); line != null; line = lines.readLine()) {
			String[] words = line.split(" ");
			System.out.println(switch (words[0]) {
				case "ready" -> "ready";
				case "country" -> probes.country(words[1], words[2], Integer.parseInt(words[3]));
				default -> probes.asFastAsItCan(words[0], Integer.parseInt(words[1]), Integer.parseInt(words[2]));
			});
		}
		System.exit(0);
	}

	/** So many at once; whoever is done asks again. */
	private String asFastAsItCan(String url, int atOnce, int seconds) throws IOException {
		HttpTarget target = HttpTarget.get(url);
		Tally tally = new Tally();
		Phaser running = new Phaser(1);
		long cpu = cpu();
		long start = System.nanoTime();
		long end = start + TimeUnit.SECONDS.toNanos(seconds);
		for (int i = 0; i < atOnce; i++) {
			running.register();
			again(target, tally, running, end);
		}
		running.arriveAndAwaitAdvance();
		storeAll();
		double took = (System.nanoTime() - start) / 1e9;
		double used = (cpu() - cpu) / 1e9;
		return "%.0f %.0f %s".formatted(tally.count() / took, tally.count() / used, tally);
	}

	/** What is stored later is part of the work. */
	private void storeAll() throws IOException {
		if (this.store instanceof Flushable all) {
			all.flush();
		}
	}

	private void again(HttpTarget target, Tally tally, Phaser running, long end) {
		long asked = System.nanoTime();
		this.prober.probe(target, this.clock.instant(), (result) -> {
			tally.add(result, System.nanoTime() - asked);
			this.store.accept(result);
			if (System.nanoTime() < end) {
				again(target, tally, running, end);
			}
			else {
				running.arriveAndDeregister();
			}
		});
	}

	/** At a steady pace, whether or not the ones before were answered. */
	private String country(String url, String silent, int seconds) throws IOException {
		HttpTarget healthy = HttpTarget.get(url);
		HttpTarget dead = HttpTarget.get(silent);
		Random random = new Random(3671);
		Tally tally = new Tally();
		Tally dark = new Tally();
		int probes = (int) ((long) COUNTRY_A_MINUTE * seconds / 60);
		Phaser running = new Phaser(1);
		long cpu = cpu();
		Instant begin = this.clock.instant();
		long start = System.nanoTime();
		for (int i = 0; i < probes; i++) {
			long after = (long) (i * 60e9 / COUNTRY_A_MINUTE);
			long wait = start + after - System.nanoTime();
			if (wait > 0) {
				LockSupport.parkNanos(wait);
			}
			boolean isDead = random.nextInt(20) == 0;
			running.register();
			this.prober.probe(isDead ? dead : healthy, begin.plusNanos(after), (result) -> {
				(isDead ? dark : tally).add(result, TimeUnit.MILLISECONDS.toNanos(result.lagMillis()));
				this.store.accept(result);
				running.arriveAndDeregister();
			});
		}
		double took = (System.nanoTime() - start) / 1e9;
		double used = (cpu() - cpu) / 1e9;
		running.arriveAndAwaitAdvance();
		storeAll();
		return "%d started in %.1f s; lag of the healthy: %s; the silent: %s; %.2f cores; heap %d MB live".formatted(probes,
				took, tally, dark.outcomes(), used / took, live());
	}

	private static long cpu() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	/** What was in use after the collection asked for. */
	private static long live() {
		System.gc();
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getCollectionUsage() != null)
			.mapToLong((pool) -> pool.getCollectionUsage().getUsed())
			.sum() >> 20;
	}

	/** Takes connections and says nothing, until the other side goes. */
	private static void keepSilent(int port) throws IOException {
		try (ServerSocket server = new ServerSocket(port, 8192, InetAddress.getLoopbackAddress())) {
			while (true) {
				Socket socket = server.accept();
				Thread.ofVirtual().start(() -> {
					try (socket) {
						while (socket.getInputStream().read() >= 0) {
							// What it was asked does not matter.
						}
					}
					catch (IOException ex) {
						// It went.
					}
				});
			}
		}
	}

	/** Counts outcomes and keeps times. */
	private static final class Tally {

		private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();

		private final AtomicInteger count = new AtomicInteger();

		private final int[] micros = new int[MOST];

		void add(Result result, long nanos) {
			String name = (result.outcome() == Outcome.UP) ? "UP" : result.outcome() + "/" + result.cause();
			this.outcomes.computeIfAbsent(name, (key) -> new LongAdder()).increment();
			this.micros[Math.min(this.count.getAndIncrement(), MOST - 1)] = (int) (nanos / 1000);
		}

		int count() {
			return this.count.get();
		}

		Map<String, LongAdder> outcomes() {
			return new TreeMap<>(this.outcomes);
		}

		@Override
		public String toString() {
			int kept = Math.min(count(), MOST);
			int[] sorted = Arrays.copyOf(this.micros, kept);
			Arrays.sort(sorted);
			return "p50 %.1f ms, p99 %.1f ms, longest %.0f ms, %s".formatted(sorted[kept / 2] / 1e3,
					sorted[(int) (kept * .99)] / 1e3, sorted[kept - 1] / 1e3, outcomes());
		}

	}

	/** Only addresses are asked here. */
	private static final class NoNames implements Names {

		@Override
		public CompletableFuture<List<InetAddress>> addresses(Host name) {
			throw new UnsupportedOperationException();
		}

		@Override
		public CompletableFuture<List<String>> records(Host name, DnsTarget.Type type) {
			throw new UnsupportedOperationException();
		}

	}

}
