package id.tangerangkota.layanan.notification;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * Writes down what happened, in the transaction in which it does: one row, so that hardly
 * anything here can stand in the way of the act itself. Whom it concerns is found later.
 */
@Component
public class Happenings {

	private final HappeningRows rows;

	private final OutboxRunner runner;

	private final Clock clock;

	Happenings(HappeningRows rows, OutboxRunner runner, Clock clock) {
		this.rows = rows;
		this.runner = runner;
		this.clock = clock;
	}

	/**
	 * Notes that something happened.
	 * @param details ids, enums, numbers and instants, as text
	 */
	public void note(HappeningKind kind, UUID subject, Map<String, String> details) {
		add(kind, subject, details, false);
		this.runner.wakeAfterCommit();
	}

	/** As {@link #note}, where the caller writes the message itself. */
	public Happening noteTold(HappeningKind kind, UUID subject, Map<String, String> details) {
		return add(kind, subject, details, true);
	}

	private Happening add(HappeningKind kind, UUID subject, Map<String, String> details, boolean told) {
		Assert.state(TransactionSynchronizationManager.isActualTransactionActive(),
				"What happens and that it is told of are one");
		Happening happening = new Happening(UUID.randomUUID(), kind, subject, details, this.clock.instant());
		this.rows.add(happening, told);
		return happening;
	}

}
