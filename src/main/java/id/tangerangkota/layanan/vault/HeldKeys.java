package id.tangerangkota.layanan.vault;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a node holds and what it knows at one moment.
 *
 * @param keys read from files
 * @param known what the database says about keys
 */
record HeldKeys(List<Key> keys, List<KnownKey> known) {

	HeldKeys {
		keys = List.copyOf(keys);
		known = List.copyOf(known);
	}

	HeldKeys with(Key key) {
		return new HeldKeys(Stream.concat(this.keys.stream(), Stream.of(key)).toList(), this.known);
	}

	HeldKeys with(List<KnownKey> news) {
		return new HeldKeys(this.keys, news);
	}

	boolean holds(KeyId id) {
		return this.keys.stream().anyMatch((key) -> key.id().equals(id));
	}

	Optional<Key> find(KeyId id) {
		return usable().filter((key) -> key.id().equals(id)).findAny();
	}

	/** Newest first. */
	List<Key> all(KeyPurpose purpose) {
		return usable().filter((key) -> key.id().purpose() == purpose)
			.sorted((one, other) -> one.id().compareTo(other.id()))
			.toList();
	}

	Key active(KeyPurpose purpose) {
		return this.keys.stream()
			.filter((key) -> key.id().purpose() == purpose)
			.filter((key) -> this.known.stream().anyMatch((one) -> one.active() && one.is(key)))
			.min(Comparator.comparing(Key::id))
			.orElseThrow(() -> new IllegalStateException("No key for " + purpose + " is active"));
	}

	/** Without those of which the database knows another by the same name. */
	private Stream<Key> usable() {
		return this.keys.stream()
			.filter((key) -> this.known.stream().noneMatch((one) -> one.id().equals(key.id()) && !one.is(key)));
	}

	/** What a person should look at, null when all is well. */
	@Nullable String complaint(SortedSet<KeyId> present) {
		List<KeyId> usable = usable().map(Key::id).toList();
		List<KeyId> foreign = this.keys.stream().map(Key::id).filter((id) -> !usable.contains(id)).toList();
		if (!foreign.isEmpty()) {
			return "%s are not the keys this database was used with".formatted(foreign);
		}
		Collection<KeyId> needed = this.known.stream().filter(KnownKey::isNeeded).map(KnownKey::id).toList();
		List<KeyId> absent = needed.stream().filter((id) -> !usable.contains(id)).sorted().toList();
		if (!absent.isEmpty()) {
			return "other nodes use %s; copy the files to this one".formatted(absent);
		}
		List<KeyId> gone = needed.stream().filter((id) -> !present.contains(id)).sorted().toList();
		return gone.isEmpty() ? null
				: "the files of %s are gone; bring them back before this node restarts".formatted(gone);
	}

}
