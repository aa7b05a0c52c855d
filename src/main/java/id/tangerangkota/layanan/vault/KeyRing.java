package id.tangerangkota.layanan.vault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The keys of this node. New files are noticed while it runs: a value may be read with
 * any key that is there, and is made with the newest one that the database calls active,
 * so that all nodes can have a key before the first uses it.
 * <p>
 * The portal opens the ring before it takes requests ({@link KeysAtStart}). A command
 * opens it at its first use, so that one which needs no keys runs without.
 */
@Component
class KeyRing {

	/** How old the news of files and active keys may get. */
	static final Duration NEWS = Duration.ofSeconds(1);

	private static final Logger logger = LoggerFactory.getLogger(KeyRing.class);

	private final KeyFiles files;

	private final KeyRegister register;

	private final KeyGuard guard;

	private final ReentrantLock lock = new ReentrantLock();

	private volatile @Nullable HeldKeys held;

	private volatile long looked;

	/** Guarded by the lock; said once, not every second. */
	private String complaint = "";

	KeyRing(KeyFiles files, KeyRegister register, KeyGuard guard) {
		this.files = files;
		this.register = register;
		this.guard = guard;
	}

	/** Makes sure that there are keys, and that they are those of the database. */
	void open() {
		current();
	}

	/** The key new values are made with. */
	Key active(KeyPurpose purpose) {
		return current().active(purpose);
	}

	/** Newest first, those included that other nodes may use already. */
	List<Key> all(KeyPurpose purpose) {
		return current().all(purpose);
	}

	/** The key of that name and purpose. One never heard of makes the ring look again. */
	Optional<Key> find(KeyPurpose purpose, String name) {
		Optional<KeyId> id = KeyId.find(name).filter((known) -> known.purpose() == purpose);
		if (id.isEmpty()) {
			return Optional.empty();
		}
		Optional<Key> key = current().find(id.get());
		if (key.isEmpty()) {
			this.lock.lock();
			try {
				lookAtFiles();
			}
			finally {
				this.lock.unlock();
			}
			key = current().find(id.get());
		}
		return key;
	}

	/** Looks now, after this process itself changed something. */
	void refresh() {
		current();
		this.looked = System.nanoTime() - NEWS.toNanos();
		current();
	}

	private HeldKeys current() {
		HeldKeys now = this.held;
		if (now == null) {
			return opened();
		}
		if (isDue()) {
			look();
			now = this.held;
		}
		return (now != null) ? now : opened();
	}

	private HeldKeys opened() {
		this.lock.lock();
		try {
			HeldKeys now = this.held;
			if (now == null) {
				now = new HeldKeys(this.guard.open(), this.register.list());
				this.held = now;
				this.looked = System.nanoTime();
			}
			return now;
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean isDue() {
		return System.nanoTime() - this.looked >= NEWS.toNanos();
	}

	/**
	 * The lock is held for the look at the files only: whoever waits for it may hold a
	 * connection that the question to the database would wait for.
	 */
	private void look() {
		this.lock.lock();
		try {
			if (!isDue()) {
				return;
			}
			this.looked = System.nanoTime();
			lookAtFiles();
		}
		finally {
			this.lock.unlock();
		}
		askDatabase();
	}

	private void lookAtFiles() {
		HeldKeys now = this.held;
		if (now == null) {
			return;
		}
		try {
			SortedSet<KeyId> present = this.files.list();
			for (KeyId id : present) {
				if (!now.holds(id)) {
					now = now.with(this.files.read(id));
					logger.info("Found the key {}", id);
				}
			}
			this.held = now;
			complain(now.complaint(present));
		}
		catch (FailureAnalyzedException ex) {
			// No reason to stop with the keys there are.
			complain(ex.getMessage());
		}
	}

	private void askDatabase() {
		List<KnownKey> known;
		try {
			known = this.register.list();
		}
		catch (DataAccessException | TransactionException ex) {
			// Whoever wants a value will store it, and be told.
			return;
		}
		this.lock.lock();
		try {
			HeldKeys now = this.held;
			if (now != null) {
				this.held = now.with(known);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private void complain(@Nullable String problem) {
		String said = (problem != null) ? problem : "";
		if (!said.equals(this.complaint)) {
			this.complaint = said;
			if (!said.isEmpty()) {
				logger.error("Keys: {}", said);
			}
		}
	}

}
