package id.tangerangkota.layanan.availability.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Knows the names a test gives it. */
final class FakeNames implements Names {

	private final Map<String, List<List<InetAddress>>> answers = new ConcurrentHashMap<>();

	private final Map<String, List<String>> records = new ConcurrentHashMap<>();

	private final Map<String, Duration> slow = new ConcurrentHashMap<>();

	private final Map<String, Integer> asked = new ConcurrentHashMap<>();

	/** Its addresses at the next question; the last answer stays. */
	FakeNames next(String name, String... addresses) {
		this.answers.computeIfAbsent(name, (key) -> new ArrayList<>())
			.add(Arrays.stream(addresses).map(FakeNames::address).toList());
		return this;
	}

	FakeNames record(String name, DnsTarget.Type type, String... values) {
		this.records.put(name + type, List.of(values));
		return this;
	}

	/** It takes that long to find the addresses of a name. */
	FakeNames slow(String name, Duration time) {
		this.slow.put(name, time);
		return this;
	}

	int asked(String name) {
		return this.asked.getOrDefault(name, 0);
	}

	@Override
	public CompletableFuture<List<InetAddress>> addresses(Host name) {
		List<List<InetAddress>> answer = this.answers.get(name.name());
		int time = this.asked.merge(name.name(), 1, Integer::sum) - 1;
		if (name.name().equals("silent.example")) {
			return new CompletableFuture<>();
		}
		if (answer == null) {
			return CompletableFuture.failedFuture(new UnknownHostException(name.name()));
		}
		List<InetAddress> addresses = answer.get(Math.min(time, answer.size() - 1));
		Duration slow = this.slow.get(name.name());
		return (slow != null) ? new CompletableFuture<List<InetAddress>>().completeOnTimeout(addresses, slow.toMillis(),
				TimeUnit.MILLISECONDS) : CompletableFuture.completedFuture(addresses);
	}

	@Override
	public CompletableFuture<List<String>> records(Host name, DnsTarget.Type type) {
		List<String> values = this.records.get(name.name() + type);
		return (values != null) ? CompletableFuture.completedFuture(values)
				: CompletableFuture.failedFuture(new UnknownHostException(name.name()));
	}

	static InetAddress address(String text) {
		try {
			return InetAddress.getByName(text);
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

}
