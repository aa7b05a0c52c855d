package id.tangerangkota.layanan.availability.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import id.tangerangkota.layanan.availability.incident.WindowRows.Window;

import org.springframework.stereotype.Service;

/**
 * Windows nobody has ended, however far ahead they begin; for those who look after them.
 */
@Service
public class LiveWindows {

	/** Within it recurring work comes again. */
	private static final Duration CYCLE = Duration.ofDays(63);

	private final WindowRows rows;

	private final Clock clock;

	LiveWindows(WindowRows rows, Clock clock) {
		this.rows = rows;
		this.clock = clock;
	}

	/** Each with the time that goes on or comes next, by that time. */
	public List<Maintenance> all() {
		Instant now = this.clock.instant();
		return this.rows.live()
			.stream()
			.flatMap((window) -> next(window, now))
			.sorted(Comparator.comparing(Maintenance::start))
			.toList();
	}

	/** One of them. */
	public Optional<Maintenance> find(WindowId window) {
		return all().stream().filter((live) -> live.window().equals(window)).findFirst();
	}

	private static Stream<Maintenance> next(Window window, Instant now) {
		Instant first = window.times().first();
		Instant from = first.isAfter(now) ? first : now;
		return window.times().between(from, from.plus(CYCLE)).stream().limit(1).map(window::at);
	}

}
