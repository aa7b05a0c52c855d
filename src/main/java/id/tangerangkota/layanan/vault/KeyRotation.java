package id.tangerangkota.layanan.vault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

/** Brings a new key into use while nodes go on working. */
@Component
class KeyRotation {

	private final KeyFiles files;

	private final KeyRegister register;

	private final KeyGuard guard;

	private final KeyRing ring;

	private final KeyRenewal renewal;

	private final ApplicationEventPublisher events;

	KeyRotation(KeyFiles files, KeyRegister register, KeyGuard guard, KeyRing ring, KeyRenewal renewal,
			ApplicationEventPublisher events) {
		this.files = files;
		this.register = register;
		this.guard = guard;
		this.ring = ring;
		this.renewal = renewal;
		this.events = events;
	}

	/**
	 * Makes new key files, which nothing is made with yet. A key that waits already, and
	 * a rotation that did not come to its end, are taken up instead.
	 * @return the keys that wait to be activated
	 */
	List<KeyId> prepare(Set<KeyPurpose> purposes, Consumer<String> tell) {
		this.guard.open();
		this.ring.refresh();
		return this.register.exclusively(() -> {
			List<KeyId> waiting = new ArrayList<>();
			for (KeyPurpose purpose : purposes) {
				next(purpose, tell).ifPresent(waiting::add);
			}
			return waiting;
		});
	}

	private Optional<KeyId> next(KeyPurpose purpose, Consumer<String> tell) {
		List<KnownKey> known = this.register.list();
		KeyId active = newest(known.stream().filter(KnownKey::active).map(KnownKey::id), purpose);
		KeyId present = newest(this.files.list().stream(), purpose);
		if (present.isNewerThan(active)) {
			tell.accept("The key %s is there already.".formatted(present));
			return Optional.of(present);
		}
		if (known.stream().noneMatch((key) -> key.id().equals(active) && key.settled())) {
			tell.accept("The rotation to %s goes on.".formatted(active));
			return Optional.empty();
		}
		int highest = newest(known.stream().map(KnownKey::id), purpose).number();
		Key made = this.files.create(new KeyId(purpose, highest + 1));
		this.register.add(made);
		tell.accept("Made the key %s in %s. Back it up.".formatted(made, this.files.directory()));
		return Optional.of(made.id());
	}

	private static KeyId newest(Stream<KeyId> ids, KeyPurpose purpose) {
		return ids.filter((id) -> id.purpose() == purpose).sorted().findFirst().orElseThrow();
	}

	/**
	 * The whole way: makes keys, lets all nodes find them, activates them and makes every
	 * row anew.
	 * @return whether no row is left with values of earlier keys
	 */
	boolean rotate(Set<KeyPurpose> purposes, Consumer<String> tell) throws InterruptedException {
		List<KeyId> waiting = prepare(purposes, tell);
		if (!waiting.isEmpty()) {
			// Nodes that share the directory look at it every second.
			Pause.of(KeyRing.NEWS.multipliedBy(2));
			activate(waiting, tell);
		}
		this.ring.refresh();
		// And they ask as often which key is active.
		Pause.of(KeyRing.NEWS.multipliedBy(2));
		if (!this.renewal.run(tell)) {
			return false;
		}
		for (KnownKey key : this.register.list()) {
			if (key.active()) {
				this.register.settle(key.id());
			}
		}
		return true;
	}

	private void activate(List<KeyId> waiting, Consumer<String> tell) {
		this.register.exclusively(() -> {
			for (KeyId id : waiting) {
				// A copy from elsewhere may be news to the database.
				Key key = this.files.read(id);
				this.register.add(key);
				Assert.state(this.register.list().stream().anyMatch((known) -> known.is(key)),
						() -> "The database knows another key as " + id);
				this.register.activate(id);
				this.events.publishEvent(new KeyActivated(id.toString()));
				tell.accept("New values are made with %s.".formatted(id));
			}
			return waiting;
		});
	}

	/**
	 * Lets the file of a key be taken away.
	 * @return why not, nothing when it may
	 */
	Optional<String> retire(KeyId id) {
		this.guard.open();
		// Counted outside: a table that opens its ring only now must not wait for itself.
		long outdated = this.renewal.outdated();
		return this.register.exclusively(() -> {
			List<KnownKey> known = this.register.list();
			if (known.stream().noneMatch((key) -> key.id().equals(id))) {
				return Optional.of("This database does not know %s.".formatted(id));
			}
			if (id.purpose() == KeyPurpose.SIGNATURE) {
				return Optional.of("What %s signed is verified with it for as long as it exists.".formatted(id));
			}
			if (known.stream().noneMatch((key) -> key.settled() && key.id().isNewerThan(id))) {
				return Optional.of("%s is in use. Rotate to a newer key first, to the end: keys rotate".formatted(id));
			}
			if (outdated > 0) {
				return Optional.of("There are rows with values of earlier keys. Run: keys rotate");
			}
			this.register.retire(id);
			this.events.publishEvent(new KeyRetired(id.toString()));
			return Optional.empty();
		});
	}

}
