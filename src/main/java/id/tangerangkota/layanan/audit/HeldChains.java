package id.tangerangkota.layanan.audit;

import java.util.HashSet;
import java.util.Set;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The chains the current transaction has locked. A second transaction of the same thread
 * would wait for them for ever, and PostgreSQL could not see that they are one.
 */
final class HeldChains implements TransactionSynchronization {

	private final Set<String> names = new HashSet<>();

	static boolean contain(String chain) {
		return TransactionSynchronizationManager.getResource(HeldChains.class) instanceof HeldChains held
				&& held.names.contains(chain);
	}

	/** Until the end of the transaction. */
	static void add(String chain) {
		if (TransactionSynchronizationManager.getResource(HeldChains.class) instanceof HeldChains held) {
			held.names.add(chain);
			return;
		}
		HeldChains held = new HeldChains();
		held.names.add(chain);
		TransactionSynchronizationManager.bindResource(HeldChains.class, held);
		TransactionSynchronizationManager.registerSynchronization(held);
	}

	@Override
	public void suspend() {
		TransactionSynchronizationManager.unbindResource(HeldChains.class);
	}

	@Override
	public void resume() {
		TransactionSynchronizationManager.bindResource(HeldChains.class, this);
	}

	@Override
	public void afterCompletion(int status) {
		TransactionSynchronizationManager.unbindResourceIfPossible(HeldChains.class);
	}

}
