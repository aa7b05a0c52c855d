package id.tangerangkota.layanan.identity;

import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.postgres.DailyCounts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How people come in and go out, by the day: how it ended and how long the portal took.
 * Nothing says who.
 */
@Service
public class Doors {

	/** Where the classes of times end, in milliseconds. */
	public static final List<Integer> TIME_ENDS = List.of(50, 100, 200, 300, 400, 500, 750, 1000, 1500, 2000, 3000,
			4000, 5000, 7500, 10_000, 15_000, 30_000);

	private static final String COUNTED = """
			insert into identity.door_day as d (day, door, outcome, class, counted) values (?, ?, ?, ?, ?)
			on conflict (day, door, outcome, class) do update set counted = d.counted + excluded.counted""";

	private static final String MILLIS = """
			insert into identity.door_day as d (day, door, outcome, class, millis) values (?, ?, ?, ?, ?)
			on conflict (day, door, outcome, class) do update set millis = d.millis + excluded.millis""";

	private final DailyCounts counts;

	private final JdbcClient jdbc;

	Doors(DailyCounts counts, JdbcClient jdbc) {
		this.counts = counts;
		this.jdbc = jdbc;
	}

	/** Which way. */
	public enum Door {

		IN, OUT

	}

	/** How a try ended. */
	public enum Outcome {

		/** The password was right, or somebody was let out. */
		DONE,

		/** It was not. */
		REFUSED,

		/** Too many tries before. */
		THROTTLED,

		/** The portal could not say. */
		FAILED

	}

	/**
	 * Tries with one outcome.
	 *
	 * @param millis all of them took together
	 * @param classes how many took how long, by the classes that end at
	 * {@link #TIME_ENDS}, and beyond the last
	 */
	public record Tries(long millis, List<Long> classes) {

		/** How many there are. */
		public long count() {
			return this.classes.stream().mapToLong(Long::longValue).sum();
		}

	}

	/** Counts that somebody came to a door. */
	public void passed(Door door, Outcome outcome, Duration time) {
		long millis = time.toMillis();
		int place = 0;
		while (place < TIME_ENDS.size() && millis >= TIME_ENDS.get(place)) {
			place++;
		}
		LocalDate today = this.counts.today();
		this.counts.add(today, COUNTED, 1, door.name(), outcome.name(), place);
		this.counts.add(today, MILLIS, millis, door.name(), outcome.name(), place);
	}

	/** What was counted on a day of the city; nothing when nobody came. */
	public Map<Outcome, Tries> on(LocalDate day, Door door) {
		Map<Outcome, Long> millis = new EnumMap<>(Outcome.class);
		Map<Outcome, Long[]> classes = new EnumMap<>(Outcome.class);
		this.jdbc.sql("select outcome, class, counted, millis from identity.door_day where day = ? and door = ?")
			.params(Date.valueOf(day), door.name())
			.query((row) -> {
				Outcome outcome = Outcome.valueOf(row.getString("outcome"));
				millis.merge(outcome, row.getLong("millis"), Long::sum);
				classes.computeIfAbsent(outcome, (none) -> zeros())[row.getInt("class")] = row.getLong("counted");
			});
		Map<Outcome, Tries> tries = new EnumMap<>(Outcome.class);
		classes.forEach(
				(outcome, counts) -> tries.put(outcome, new Tries(millis.getOrDefault(outcome, 0L), List.of(counts))));
		return tries;
	}

	private static Long[] zeros() {
		Long[] zeros = new Long[TIME_ENDS.size() + 1];
		Arrays.fill(zeros, 0L);
		return zeros;
	}

}
