package id.tangerangkota.layanan.vault;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;

/** The database's memory of keys: their names and fingerprints, never the keys. */
interface KeyRegister {

	/** Lets no other node or command do the same until it is done. */
	<T> T exclusively(Supplier<T> work);

	List<KnownKey> list();

	/** Remembers a key, unless it does already. */
	void add(Key key);

	/** From now on new values are made with it. */
	void activate(KeyId id);

	void settle(KeyId id);

	void retire(KeyId id);

	OffsetDateTime time();

	/** Whether a transaction that began before still runs; it may write yet. */
	boolean isAnyOlderThan(OffsetDateTime time);

}
