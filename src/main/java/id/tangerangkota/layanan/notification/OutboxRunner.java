package id.tangerangkota.layanan.notification;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Sends on this node as soon as a message is committed: somebody looks at their inbox for
 * it. What it misses, the recurring task finds a few seconds later.
 */
@Component
class OutboxRunner implements DisposableBean {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Logger log = LoggerFactory.getLogger(OutboxRunner.class);

	private final OutboxSender sender;

	/** One run, and one that waits for it: that one will see whatever came meanwhile. */
	private final ThreadPoolExecutor executor = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
			new ArrayBlockingQueue<>(1), Thread.ofVirtual().name("outbox").factory(), new DiscardPolicy());

	OutboxRunner(OutboxSender sender) {
		this.sender = sender;
	}

	void wake() {
		this.executor.execute(this::run);
	}

	private void run() {
		try {
			this.sender.run();
		}
		catch (RuntimeException ex) {
			log.warn("Messages wait for the next run: {}", ex.getClass().getSimpleName());
		}
	}

	/** Lets the message under way reach the mail server, or it would go twice. */
	@Override
	public void destroy() throws InterruptedException {
		this.executor.shutdown();
		if (!this.executor.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
			this.executor.shutdownNow();
		}
	}

}
