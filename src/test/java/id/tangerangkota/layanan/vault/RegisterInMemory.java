package id.tangerangkota.layanan.vault;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A database that several nodes share. */
class RegisterInMemory implements KeyRegister {

	private final Map<KeyId, KnownKey> keys = new TreeMap<>();

	@Override
	public synchronized <T> T exclusively(Supplier<T> work) {
		return work.get();
	}

	@Override
	public synchronized List<KnownKey> list() {
		return List.copyOf(this.keys.values());
	}

	@Override
	public synchronized void add(Key key) {
		this.keys.putIfAbsent(key.id(), new KnownKey(key.id(), key.fingerprint(), false, false, false));
	}

	@Override
	public void activate(KeyId id) {
		change(id, (key) -> new KnownKey(id, key.fingerprint(), true, key.settled(), key.retired()));
	}

	@Override
	public void settle(KeyId id) {
		change(id, (key) -> new KnownKey(id, key.fingerprint(), key.active(), true, key.retired()));
	}

	@Override
	public void retire(KeyId id) {
		change(id, (key) -> new KnownKey(id, key.fingerprint(), key.active(), key.settled(), true));
	}

	private synchronized void change(KeyId id, UnaryOperator<KnownKey> change) {
		this.keys.computeIfPresent(id, (same, key) -> change.apply(key));
	}

	@Override
	public OffsetDateTime time() {
		return OffsetDateTime.MAX;
	}

	@Override
	public boolean isAnyOlderThan(OffsetDateTime time) {
		return false;
	}

}
