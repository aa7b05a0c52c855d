package id.tangerangkota.layanan.survey.demo;

import id.tangerangkota.layanan.web.DemoHistory;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/** The year of answers that were never given. */
public abstract class DemoAnswersTests {

	@Autowired
	private DemoAnswers demo;

	@Autowired
	private DemoHistory history;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void areMadeOnceAndWhateverSomebodyReallySaid() {
		long made = count("select count(*) from survey.answer");
		assertThat(made).isGreaterThan(1000);
		make();
		assertThat(count("select count(*) from survey.answer")).isEqualTo(made);
		this.jdbc.sql("delete from demo.part where name = 'survey.answers'").update();
		this.jdbc.sql("delete from survey.remark").update();
		this.jdbc.sql("delete from survey.follow_up").update();
		this.jdbc.sql("delete from survey.answer where sheet_id <> (select sheet_id from survey.answer limit 1)")
			.update();
		this.jdbc.sql("update survey.answer set sheet_id = gen_random_uuid()").update();
		make();
		assertThat(count("select count(*) from survey.answer")).as("beside the one that was there")
			.isGreaterThan(made - 200);
	}

	@Test
	void areNoOlderThanTheirQuestions() {
		assertThat(count("""
				select count(*) from survey.answer a join survey.instrument_version v on v.id = a.version_id
				where a.at < v.opened_at""")).isZero();
	}

	private void make() {
		this.demo.on(mock(ApplicationReadyEvent.class));
		this.history.await("survey.answers");
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

}
