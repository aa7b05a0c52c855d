package id.tangerangkota.layanan.postgres.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Gives requests connections of the pages' pool, and every other thread those of the
 * jobs' pool. One {@code DataSource}, so that a transaction is the same to whoever takes
 * part in it.
 */
class PoolByThread extends DelegatingDataSource {

	private final Supplier<? extends DataSource> jobs;

	PoolByThread(DataSource pages, Supplier<? extends DataSource> jobs) {
		super(pages);
		this.jobs = jobs;
	}

	@Override
	public Connection getConnection() throws SQLException {
		return (RequestThread.isCurrent() ? obtainTargetDataSource() : this.jobs.get()).getConnection();
	}

	@Override
	public Connection getConnection(String username, String password) throws SQLException {
		return (RequestThread.isCurrent() ? obtainTargetDataSource() : this.jobs.get()).getConnection(username,
				password);
	}

}
