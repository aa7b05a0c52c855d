package id.tangerangkota.layanan.postgres.pool;

import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import id.tangerangkota.layanan.web.testing.TestPortal;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "layanan.database.statement-timeout=300ms")
class PoolIntegrationTests {

	@Autowired
	private DataSource dataSource;

	@Autowired
	@Qualifier("jobsPool")
	private HikariDataSource jobs;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void limitsWhatPagesAsk() throws Exception {
		assertThat(inRequest("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"))
			.containsExactly("300ms", "3s", "30s");
		new RequestThread().doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(),
				(request, response) -> assertThatExceptionOfType(QueryTimeoutException.class)
					.isThrownBy(() -> this.jdbc.sql("select pg_sleep(5)").query((row) -> {
					})));
	}

	@Test
	void letsEverythingElseTakeItsTime() {
		assertThat(setting("statement_timeout")).isEqualTo("0");
		assertThat(setting("lock_timeout")).isEqualTo("0");
		this.jdbc.sql("select pg_sleep(0.5)").query((row) -> {
		});
	}

	@Test
	void plansStatementsOnceInBoth() throws Exception {
		assertThat(setting("plan_cache_mode")).isEqualTo("force_generic_plan");
		assertThat(inRequest("plan_cache_mode")).containsExactly("force_generic_plan");
	}

	@Test
	void keepsATransactionOnOneConnection() throws Exception {
		new RequestThread().doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(),
				(request, response) -> this.transaction
					.executeWithoutResult((status) -> assertThat(backend()).isEqualTo(backend())));
		this.transaction.executeWithoutResult((status) -> assertThat(backend()).isEqualTo(backend()));
	}

	@Test
	void forgetsTheRequestAtItsEnd() throws Exception {
		assertThat(inRequest("statement_timeout")).containsExactly("300ms");
		assertThat(RequestThread.isCurrent()).isFalse();
		assertThat(setting("statement_timeout")).isEqualTo("0");
	}

	@Test
	void namesThePoolsInMetrics() throws Exception {
		HikariDataSource pages = this.dataSource.unwrap(HikariDataSource.class);
		assertThat(pages.getPoolName()).isEqualTo("pages");
		assertThat(this.jobs.getPoolName()).isEqualTo("jobs");
		assertThat(this.jobs).isNotSameAs(pages);
	}

	private List<String> inRequest(String... names) throws Exception {
		List<String> values = new ArrayList<>();
		new RequestThread().doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(),
				(request, response) -> {
					for (String name : names) {
						values.add(setting(name));
					}
				});
		return values;
	}

	private String setting(String name) {
		return this.jdbc.sql("select current_setting(:name)").param("name", name).query(String.class).single();
	}

	private int backend() {
		return this.jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
	}

}
