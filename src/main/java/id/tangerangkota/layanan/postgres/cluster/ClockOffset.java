package id.tangerangkota.layanan.postgres.cluster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import id.tangerangkota.layanan.postgres.SharedTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/**
 * How far this node's clock is from the database's, which all nodes share. Deadlines and
 * leases of a node whose clock is wrong would be wrong as well.
 */
class ClockOffset implements SharedTime {

	/** Beyond it the node is not fit to serve. */
	static final Duration LIMIT = Duration.ofSeconds(5);

	private static final Logger logger = LoggerFactory.getLogger(ClockOffset.class);

	private final JdbcClient jdbc;

	private final Clock clock;

	private volatile @Nullable Duration offset;

	ClockOffset(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Positive when this node is ahead; null until measured. */
	@Nullable Duration offset() {
		return this.offset;
	}

	static boolean isTolerable(Duration offset) {
		return offset.abs().compareTo(LIMIT) <= 0;
	}

	@Override
	public boolean agrees() {
		measure();
		Duration measured = this.offset;
		return measured == null || isTolerable(measured);
	}

	@Scheduled(fixedDelayString = "1m")
	void measure() {
		try {
			Instant before = this.clock.instant();
			Instant database = this.jdbc.sql("select clock_timestamp()")
				.query(OffsetDateTime.class)
				.single()
				.toInstant();
			Instant after = this.clock.instant();
			keep(between(before, database, after));
		}
		catch (DataAccessException | TransactionException ex) {
			// Whether the database can be reached is told elsewhere.
			logger.debug("The clock could not be compared with the database's", ex);
		}
	}

	/** The database looked at its clock somewhere between; half way is the best guess. */
	static Duration between(Instant before, Instant database, Instant after) {
		return Duration.between(database, before.plus(Duration.between(before, after).dividedBy(2)));
	}

	private void keep(Duration measured) {
		Duration last = this.offset;
		boolean wasTolerable = last == null || isTolerable(last);
		this.offset = measured;
		if (wasTolerable && !isTolerable(measured)) {
			logger.error("The clock of this node is {} s away from the database's: it counts as not ready until they"
					+ " agree", measured.toMillis() / 1000.0);
		}
		else if (!wasTolerable && isTolerable(measured)) {
			logger.info("The clock of this node agrees with the database's again");
		}
	}

}
