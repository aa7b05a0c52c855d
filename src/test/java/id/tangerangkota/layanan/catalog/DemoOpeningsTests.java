package id.tangerangkota.layanan.catalog;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/** Visits of a year, once and whatever somebody really did meanwhile. */
public abstract class DemoOpeningsTests {

	@Autowired
	private DemoOpenings demo;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void areMadeOnceThoughSomebodyWasQuick() {
		long made = count("select count(*) from catalog.opening");
		this.jdbc.sql("delete from catalog.opening").update();
		this.jdbc
			.sql("""
					insert into catalog.opening (day, service_id, opened)
					select cast(now() at time zone 'Asia/Jakarta' as date), id, 1 from catalog.service order by id limit 1""")
			.update();
		this.demo.on(mock(ApplicationReadyEvent.class));
		assertThat(count("select count(*) from catalog.opening")).as("was made already").isEqualTo(1);
		this.jdbc.sql("delete from demo.part where name = 'catalog.openings'").update();
		this.demo.on(mock(ApplicationReadyEvent.class));
		assertThat(count("select count(*) from catalog.opening")).isEqualTo(made + 1);
		assertThat(count("select count(*) from catalog.search_day where hits > searches")).isZero();
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

}
