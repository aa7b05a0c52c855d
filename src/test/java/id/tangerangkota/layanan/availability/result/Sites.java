package id.tangerangkota.layanan.availability.result;

import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;

import id.tangerangkota.layanan.availability.check.Checks;
import id.tangerangkota.layanan.availability.probe.Looking;
import id.tangerangkota.layanan.availability.probe.Reach;
import id.tangerangkota.layanan.availability.probe.Result;
import id.tangerangkota.layanan.availability.probe.Target;

/** Sites that answer at once and as they are told; up unless told otherwise. */
class Sites implements Looking {

	record Asked(String host, Instant planned) {
	}

	final Queue<Asked> asked = new ConcurrentLinkedQueue<>();

	private final Map<String, Function<Instant, Result>> answers = new ConcurrentHashMap<>();

	private final Queue<Runnable> held = new ConcurrentLinkedQueue<>();

	private volatile boolean holding;

	void answer(String host, Function<Instant, Result> answer) {
		this.answers.put(host, answer);
	}

	/** Answers come when {@link #release()} is called. */
	void hold() {
		this.holding = true;
	}

	void release() {
		this.holding = false;
		for (Runnable answer = this.held.poll(); answer != null; answer = this.held.poll()) {
			answer.run();
		}
	}

	long asked(String host) {
		return this.asked.stream().filter((one) -> one.host().equals(host)).count();
	}

	@Override
	public void probe(Target target, Reach reach, Instant planned, Consumer<Result> done) {
		String host = target.host().name();
		this.asked.add(new Asked(host, planned));
		Runnable answer = () -> done.accept(this.answers.getOrDefault(host, (at) -> Checks.up(at, 40)).apply(planned));
		if (this.holding) {
			this.held.add(answer);
		}
		else {
			answer.run();
		}
	}

}
