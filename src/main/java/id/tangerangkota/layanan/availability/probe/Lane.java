package id.tangerangkota.layanan.availability.probe;

import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

import io.netty.channel.EventLoop;

/**
 * A thread on which checks run, and how long it kept them waiting. Everything but
 * {@link #execute} is called on that thread.
 */
final class Lane {

	private static final long BEAT = TimeUnit.MILLISECONDS.toNanos(20);

	/** Less than this is how timers are. */
	private static final long USUAL = TimeUnit.MILLISECONDS.toNanos(10);

	private final EventLoop loop;

	private final LongConsumer delays;

	private long due;

	private long stalled;

	/**
	 * Begins to measure.
	 * @param delays hears how late each beat was, in nanoseconds
	 */
	Lane(EventLoop loop, LongConsumer delays) {
		this.loop = loop;
		this.delays = delays;
		loop.execute(() -> {
			this.due = System.nanoTime() + BEAT;
			loop.scheduleWithFixedDelay(this::beat, BEAT, BEAT, TimeUnit.NANOSECONDS);
		});
	}

	EventLoop loop() {
		return this.loop;
	}

	void execute(Runnable task) {
		if (this.loop.inEventLoop()) {
			task.run();
		}
		else {
			this.loop.execute(task);
		}
	}

	/**
	 * How long this thread was late in all, up to now: whoever takes the difference knows
	 * for how long nobody looked after a check.
	 */
	long stalled(long now) {
		return this.stalled + late(now);
	}

	private void beat() {
		long now = System.nanoTime();
		this.stalled += late(now);
		this.delays.accept(Math.max(0, now - this.due));
		this.due = now + BEAT;
	}

	private long late(long now) {
		long late = now - this.due;
		return (late > USUAL) ? late : 0;
	}

}
