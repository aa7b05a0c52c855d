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
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends on this node as soon as a message is committed: somebody looks at their inbox for
 * it. What it misses, the recurring tasks find a few seconds later. Webhooks have a
 * thread of their own, for their receivers are slower than a mail server.
 */
@Component
class OutboxRunner implements DisposableBean {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Logger log = LoggerFactory.getLogger(OutboxRunner.class);

	private final HappeningDispatcher dispatcher;

	private final OutboxSender sender;

	private final ThreadPoolExecutor mails = executor("outbox");

	private final ThreadPoolExecutor webhooks = executor("webhooks");

	OutboxRunner(HappeningDispatcher dispatcher, OutboxSender sender) {
		this.dispatcher = dispatcher;
		this.sender = sender;
	}

	/** One run, and one that waits for it: that one will see whatever came meanwhile. */
	private static ThreadPoolExecutor executor(String name) {
		return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1),
				Thread.ofVirtual().name(name).factory(), new DiscardPolicy());
	}

	/** No event: a registry of events would write a row about every one. */
	void wakeAfterCommit() {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				wake();
			}

		});
	}

	void wake() {
		this.mails.execute(() -> run(this::dispatchAndSend));
	}

	private void dispatchAndSend() {
		this.dispatcher.run();
		this.webhooks.execute(() -> run(() -> this.sender.run(Channel.WEBHOOK)));
		this.sender.run(Channel.EMAIL);
	}

	private static void run(Runnable work) {
		try {
			work.run();
		}
		catch (RuntimeException ex) {
			log.warn("Messages wait for the next run: {}", ex.getClass().getSimpleName());
		}
	}

	/** Lets the message under way reach its receiver, or it would go twice. */
	@Override
	public void destroy() throws InterruptedException {
		this.mails.shutdown();
		this.webhooks.shutdown();
		if (!this.mails.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
			this.mails.shutdownNow();
		}
		if (!this.webhooks.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
			this.webhooks.shutdownNow();
		}
	}

}
