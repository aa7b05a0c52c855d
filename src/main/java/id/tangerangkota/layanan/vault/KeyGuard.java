package id.tangerangkota.layanan.vault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * Lets nobody work with other keys than the database knows: what would be written with
 * them, nobody else could read, and what is there could not be read with them.
 */
class KeyGuard {

	private static final Logger logger = LoggerFactory.getLogger(KeyGuard.class);

	private final KeyFiles files;

	private final KeyRegister register;

	private final boolean generate;

	KeyGuard(KeyFiles files, KeyRegister register, boolean generate) {
		this.files = files;
		this.register = register;
		this.generate = generate;
	}

	/**
	 * All keys, at least one of each purpose.
	 * @throws FailureAnalyzedException if they are not those of the database
	 */
	List<Key> open() {
		return open(this.generate);
	}

	/** The same; keys of purposes that have none are made. */
	List<Key> init() {
		return open(true);
	}

	private List<Key> open(boolean make) {
		// One node at a time, so that of two which start on an empty database one makes
		// the keys and the other is told that it needs them.
		return this.register.exclusively(() -> {
			List<KnownKey> known = this.register.list();
			SortedSet<KeyId> present = this.files.list();
			refuseLost(known, present);
			List<Key> keys = new ArrayList<>(present.stream().map(this.files::read).toList());
			refuseForeign(known, keys);
			keys.addAll(make(missing(keys), make));
			keys.forEach(this.register::add);
			Arrays.stream(KeyPurpose.values()).forEach((purpose) -> activateFirst(purpose, known, keys));
			return keys;
		});
	}

	private void refuseLost(List<KnownKey> known, SortedSet<KeyId> present) {
		List<KeyId> lost = known.stream()
			.filter((key) -> key.isNeeded() && !present.contains(key.id()))
			.map(KnownKey::id)
			.sorted()
			.toList();
		if (!lost.isEmpty()) {
			throw new FailureAnalyzedException(
					"Keys of this database are missing in %s: %s. Without them what they encrypted cannot be read."
						.formatted(this.files.directory(), lost),
					"Bring the files back from your backup of the keys, or from another node. New keys do not help."
							+ " If the keys are gone for good, so is what they encrypted: see docs/security/keys.md.");
		}
	}

	private void refuseForeign(List<KnownKey> known, List<Key> keys) {
		List<KeyId> foreign = keys.stream()
			.filter((key) -> known.stream().anyMatch((one) -> one.id().equals(key.id()) && !one.is(key)))
			.map(Key::id)
			.toList();
		if (!foreign.isEmpty()) {
			throw new FailureAnalyzedException(
					"These keys in %s are not those this database was used with: %s.".formatted(this.files.directory(),
							foreign),
					"Bring the right files from your backup of the keys, or from another node; or connect to the"
							+ " database these keys belong to.");
		}
	}

	private static List<KeyPurpose> missing(List<Key> keys) {
		return Stream.of(KeyPurpose.values())
			.filter((purpose) -> keys.stream().noneMatch((key) -> key.id().purpose() == purpose))
			.toList();
	}

	private List<Key> make(List<KeyPurpose> missing, boolean make) {
		if (missing.isEmpty()) {
			return List.of();
		}
		if (!make) {
			throw new FailureAnalyzedException(
					"There are no keys in %s for: %s.".formatted(this.files.directory(), missing),
					"Make them once with the command \"keys init\" (java -jar layanan.jar keys init), back them up"
							+ " apart from the data, and copy them to every node. layanan.vault.directory says where"
							+ " they are; layanan.vault.generate=true makes them at the first start.");
		}
		List<Key> made = missing.stream().map((purpose) -> this.files.create(new KeyId(purpose, 1))).toList();
		logger.warn("Made the keys {} in {}. Back them up apart from the data: without them what is encrypted is lost.",
				made, this.files.directory());
		return made;
	}

	private void activateFirst(KeyPurpose purpose, List<KnownKey> known, List<Key> keys) {
		if (known.stream().noneMatch((key) -> key.id().purpose() == purpose && key.active())) {
			KeyId newest = keys.stream().map(Key::id).filter((id) -> id.purpose() == purpose).sorted().toList().get(0);
			this.register.activate(newest);
			this.register.settle(newest);
		}
	}

}
