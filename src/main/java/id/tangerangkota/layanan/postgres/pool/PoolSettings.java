package id.tangerangkota.layanan.postgres.pool;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a page may keep the database busy, and how many connections jobs get.
 *
 * @param statementTimeout for one statement of a page; what takes longer is a job
 * @param lockTimeout for waiting on a row somebody else is changing
 * @param idleInTransactionTimeout for a transaction in which nothing happens
 * @param jobsPoolSize connections of jobs, listeners and the start
 * @param jobsTimeout after which without an answer a job gives a connection up, as when
 * the server is gone without a word; no statement of a job may take longer
 */
@ConfigurationProperties("layanan.database")
record PoolSettings(@DefaultValue("5s") Duration statementTimeout, @DefaultValue("3s") Duration lockTimeout,
		@DefaultValue("30s") Duration idleInTransactionTimeout, @DefaultValue("10") int jobsPoolSize,
		@DefaultValue("10m") Duration jobsTimeout) {

	/** As the server takes it at the beginning of a connection. */
	String options() {
		return "-c statement_timeout=%d -c lock_timeout=%d -c idle_in_transaction_session_timeout=%d".formatted(
				this.statementTimeout.toMillis(), this.lockTimeout.toMillis(),
				this.idleInTransactionTimeout.toMillis());
	}

}
