package id.tangerangkota.layanan.postgres;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The process that uses a data directory, as its lock file names it: one fact per line.
 */
record LockHolder(long pid, Instant since, @Nullable String address) {

	static LockHolder current() {
		ProcessHandle process = ProcessHandle.current();
		Instant since = process.info().startInstant().orElse(Instant.EPOCH).truncatedTo(ChronoUnit.SECONDS);
		return new LockHolder(process.pid(), since, null);
	}

	static Optional<LockHolder> parse(String content) {
		List<String> lines = content.lines().toList();
		try {
			return Optional.of(new LockHolder(Long.parseLong(lines.get(0)), Instant.parse(lines.get(1)),
					(lines.size() > 2) ? lines.get(2) : null));
		}
		catch (NumberFormatException | DateTimeParseException | IndexOutOfBoundsException ex) {
			return Optional.empty();
		}
	}

	LockHolder at(String address) {
		return new LockHolder(this.pid, this.since, address);
	}

	String format() {
		return this.pid + "\n" + this.since + "\n" + ((this.address != null) ? this.address + "\n" : "");
	}

	@Override
	public String toString() {
		return "process %d (running since %s)%s".formatted(this.pid, this.since,
				(this.address != null) ? ", which serves " + this.address : "");
	}

}
