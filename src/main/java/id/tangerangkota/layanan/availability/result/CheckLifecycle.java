package id.tangerangkota.layanan.availability.result;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/** Lets the node beat from the start of the portal to its end. */
class CheckLifecycle implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(CheckLifecycle.class);

	private final CheckNode node;

	private @Nullable ScheduledExecutorService beats;

	CheckLifecycle(CheckNode node) {
		this.node = node;
	}

	@Override
	public void start() {
		ScheduledExecutorService executor = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("checks").factory());
		executor.scheduleWithFixedDelay(this::beat, 0, CheckNode.BEAT.toMillis(), TimeUnit.MILLISECONDS);
		this.beats = executor;
	}

	private void beat() {
		try {
			this.node.beat();
		}
		catch (RuntimeException ex) {
			log.error("Checks go on, but something is wrong", ex);
		}
	}

	/** Others go on at once with what this node looked at. */
	@Override
	public void stop() {
		if (this.beats != null) {
			this.beats.shutdown();
			this.beats = null;
			this.node.end();
		}
	}

	@Override
	public boolean isRunning() {
		return this.beats != null;
	}

}
