package id.tangerangkota.layanan.availability.state;

import java.util.ArrayList;
import java.util.List;

import id.tangerangkota.layanan.availability.check.CheckStarted;
import id.tangerangkota.layanan.availability.check.CheckStopped;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * Gathers what a transaction says about checks and follows it at its end, because an
 * import can start a hundred thousand of them.
 */
@Component
class ChecksOfTransaction {

	private static final int AT_ONCE = 1_000;

	private final StateKeeper keeper;

	ChecksOfTransaction(StateKeeper keeper) {
		this.keeper = keeper;
	}

	@EventListener
	void on(CheckStarted event) {
		add(event);
	}

	@EventListener
	void on(CheckStopped event) {
		add(event);
	}

	private void add(Object event) {
		Assert.state(TransactionSynchronizationManager.isActualTransactionActive(),
				"Checks begin and end inside of transactions");
		@Nullable Gathered gathered = (Gathered) TransactionSynchronizationManager.getResource(this);
		if (gathered == null) {
			gathered = new Gathered();
			TransactionSynchronizationManager.bindResource(this, gathered);
			TransactionSynchronizationManager.registerSynchronization(gathered);
		}
		gathered.events.add(event);
	}

	private final class Gathered implements TransactionSynchronization {

		private final List<Object> events = new ArrayList<>();

		@Override
		public void suspend() {
			TransactionSynchronizationManager.unbindResource(ChecksOfTransaction.this);
		}

		@Override
		public void resume() {
			TransactionSynchronizationManager.bindResource(ChecksOfTransaction.this, this);
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			List<CheckStarted> started = new ArrayList<>();
			List<CheckStopped> stopped = new ArrayList<>();
			for (Object event : this.events) {
				boolean starts = event instanceof CheckStarted;
				if (starts ? !stopped.isEmpty() : !started.isEmpty()) {
					follow(started, stopped);
				}
				if (event instanceof CheckStarted one) {
					started.add(one);
				}
				else {
					stopped.add((CheckStopped) event);
				}
				if (started.size() + stopped.size() == AT_ONCE) {
					follow(started, stopped);
				}
			}
			follow(started, stopped);
		}

		private void follow(List<CheckStarted> started, List<CheckStopped> stopped) {
			if (!started.isEmpty()) {
				ChecksOfTransaction.this.keeper.started(List.copyOf(started));
				started.clear();
			}
			if (!stopped.isEmpty()) {
				ChecksOfTransaction.this.keeper.stopped(List.copyOf(stopped));
				stopped.clear();
			}
		}

		@Override
		public void afterCompletion(int status) {
			TransactionSynchronizationManager.unbindResourceIfPossible(ChecksOfTransaction.this);
		}

	}

}
