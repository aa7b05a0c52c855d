package id.tangerangkota.layanan.vault;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the values of all rows anew with the active keys. */
@Component
class KeyRenewal {

	private static final int BATCH = 200;

	private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

	private static final Duration BETWEEN_LINES = Duration.ofSeconds(1);

	/** How long it waits for others without getting on. */
	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final KeyRegister register;

	private final ObjectProvider<KeyedRows> tables;

	KeyRenewal(KeyRegister register, ObjectProvider<KeyedRows> tables) {
		this.register = register;
		this.tables = tables;
	}

	long outdated() {
		return this.tables.stream().mapToLong(KeyedRows::outdated).sum();
	}

	/** Whether nothing is left to do, nor can any transaction bring anything back. */
	boolean run(Consumer<String> tell) throws InterruptedException {
		OffsetDateTime begin = this.register.time();
		List<KeyedRows> all = this.tables.orderedStream().toList();
		long lastStep = System.nanoTime();
		while (true) {
			// Asked before the rows are counted: what commits later counts next time.
			boolean open = this.register.isAnyOlderThan(begin);
			if (!open && outdated() == 0) {
				all.forEach((table) -> tell.accept("%s: no row with values of earlier keys".formatted(table.name())));
				return true;
			}
			long renewed = 0;
			for (KeyedRows table : all) {
				renewed += renew(table, tell);
			}
			if (renewed > 0) {
				lastStep = System.nanoTime();
			}
			else if (System.nanoTime() - lastStep > PATIENCE.toNanos()) {
				all.forEach((table) -> tell
					.accept("%s: %d rows with values of earlier keys".formatted(table.name(), table.outdated())));
				tell.accept(open ? "A transaction that began before the rotation still runs. Run it again later."
						: "Others hold these rows. Run it again later.");
				return false;
			}
			else {
				Pause.of(BETWEEN_TRIES);
			}
		}
	}

	private static long renew(KeyedRows table, Consumer<String> tell) {
		long renewed = 0;
		long told = System.nanoTime();
		int batch = table.renew(BATCH);
		while (batch > 0) {
			renewed += batch;
			if (System.nanoTime() - told > BETWEEN_LINES.toNanos()) {
				told = System.nanoTime();
				tell.accept("%s: %d rows so far".formatted(table.name(), renewed));
			}
			batch = table.renew(BATCH);
		}
		if (renewed > 0) {
			tell.accept("%s: %d rows made anew".formatted(table.name(), renewed));
		}
		return renewed;
	}

}
