package id.tangerangkota.layanan.web.error;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;

class FailureLogTests {

	@Test
	void writesWhereAndWhatButNoWords() {
		SQLException cause = new SQLException("Key (nik)=(3671) exists", "23505");
		String trace = FailureLog.trace(new IllegalStateException("rahasia", cause));
		assertThat(trace)
			.contains("java.lang.IllegalStateException", "java.sql.SQLException (state 23505)",
					FailureLogTests.class.getName())
			.doesNotContain("rahasia", "3671");
	}

	@Test
	void tellsAnOutageFromAMistake() {
		assertThat(Outage.isCause(new CannotGetJdbcConnectionException("x"))).isTrue();
		assertThat(Outage.isCause(new CannotCreateTransactionException("x"))).isTrue();
		assertThat(Outage.isCause(new QueryTimeoutException("x"))).isTrue();
		assertThat(Outage.isCause(new RuntimeException(new SQLTransientConnectionException("x")))).isTrue();
		for (String state : new String[] { "08006", "08001", "53300", "57P01", "57P03", "57014", "55P03" }) {
			assertThat(Outage.isCause(new RuntimeException(new SQLException("x", state)))).as(state).isTrue();
		}
		assertThat(Outage.isCause(new DataIntegrityViolationException("x", new SQLException("x", "23505")))).isFalse();
		assertThat(Outage.isCause(new RuntimeException(new SQLException("x")))).isFalse();
		assertThat(Outage.isCause(new IllegalStateException("x"))).isFalse();
	}

}
