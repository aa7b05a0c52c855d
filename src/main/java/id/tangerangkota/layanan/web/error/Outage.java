package id.tangerangkota.layanan.web.error;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that cannot be reached from a mistake of ours. */
final class Outage {

	/**
	 * Connection, shutdown, too many connections, cancelled (the statement timeout), lock
	 * timeout.
	 */
	private static final Set<String> CLASSES = Set.of("08", "53");

	private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "57014", "55P03");

	private Outage() {
	}

	static boolean isCause(Throwable failure) {
		@Nullable Throwable cause = failure;
		for (int depth = 0; cause != null && depth < 20; depth++) {
			if (cause instanceof DataAccessResourceFailureException || cause instanceof QueryTimeoutException
					|| cause instanceof CannotCreateTransactionException
					|| cause instanceof SQLTransientConnectionException
					|| (cause instanceof SQLException ex && isState(ex.getSQLState()))) {
				return true;
			}
			cause = cause.getCause();
		}
		return false;
	}

	private static boolean isState(@Nullable String state) {
		return state != null
				&& (STATES.contains(state) || (state.length() > 2 && CLASSES.contains(state.substring(0, 2))));
	}

}
