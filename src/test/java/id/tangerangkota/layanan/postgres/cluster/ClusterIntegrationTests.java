package id.tangerangkota.layanan.postgres.cluster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.tangerangkota.layanan.web.testing.Node;
import id.tangerangkota.layanan.web.testing.TestPortal;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class ClusterIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@Autowired
	private JdbcConnectionDetails database;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ClockOffset offset;

	@Test
	void aJobRunsOnOneNodeAtATimeAndOnAnotherWhenThatHasGone() {
		try (ConfigurableApplicationContext first = start(Jobs.class, "db-scheduler.enabled=true");
				ConfigurableApplicationContext second = start(Jobs.class, "db-scheduler.enabled=true")) {
			await().atMost(PATIENCE).until(() -> runs(first) + runs(second) == 1);
			await().atMost(PATIENCE).until(() -> !isPicked());

			ConfigurableApplicationContext busy = (runs(first) == 1) ? first : second;
			ConfigurableApplicationContext idle = (busy == first) ? second : first;
			String name = firstRun(busy);
			busy.getBean(Scheduler.class).stop();
			idle.getBean(Scheduler.class).reschedule(TaskInstanceId.of("coba", RecurringTask.INSTANCE), Instant.now());
			await().atMost(PATIENCE).until(() -> runs(idle) == 1);
			assertThat(runs(busy)).isEqualTo(1);
			assertThat(firstRun(idle)).as("threads say where a line comes from").startsWith("job-");
			assertThat(name).startsWith("job-");
		}
	}

	@Test
	void everyNodeHasANameOfItsOwn() {
		SchedulerConfiguration configuration = new SchedulerConfiguration();
		Set<String> names = new HashSet<>();
		for (int i = 0; i < 100; i++) {
			names.add(configuration.dbSchedulerCustomizer().schedulerName().orElseThrow().getName());
		}
		assertThat(names).hasSize(100);
	}

	@Test
	void agreesWithTheDatabaseAboutTheTime() {
		this.offset.measure();
		assertThat(this.offset.offset()).isNotNull();
		assertThat(new ClockHealth(this.offset).health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void aNodeWhoseClockIsWrongIsNotReady() {
		try (ConfigurableApplicationContext wrong = start(SixSecondsAhead.class)) {
			Node node = Node.at(wrong.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
			await().atMost(PATIENCE).until(() -> node.get("/readyz").statusCode() == 503);
			assertThat(node.get("/livez").statusCode()).isEqualTo(200);
			assertThat(wrong.getBean(ClockOffset.class).offset()).isBetween(Duration.ofSeconds(5),
					Duration.ofSeconds(7));
		}
	}

	private ConfigurableApplicationContext start(Class<?> configuration, String... properties) {
		return new SpringApplicationBuilder(configuration).run("--spring.datasource.url=" + this.database.getJdbcUrl(),
				"--spring.datasource.username=postgres", "--server.port=0", "--management.server.port=0",
				(properties.length > 0) ? "--" + properties[0] : "");
	}

	private boolean isPicked() {
		return this.jdbc.sql("select bool_or(picked) from scheduler.scheduled_tasks").query(Boolean.class).single();
	}

	private static int runs(ConfigurableApplicationContext node) {
		return node.getBean(Runs.class).threads().size();
	}

	private static String firstRun(ConfigurableApplicationContext node) {
		return String.valueOf(node.getBean(Runs.class).threads().peek());
	}

	record Runs(ConcurrentLinkedQueue<String> threads) {

	}

	@Import(TestPortal.class)
	static class Jobs {

		@Bean
		Runs runs() {
			return new Runs(new ConcurrentLinkedQueue<>());
		}

		@Bean
		RecurringTask<Void> recurringTask(Runs runs) {
			return Tasks.recurring("coba", FixedDelay.ofHours(1))
				.execute((instance, context) -> runs.threads().add(Thread.currentThread().getName()));
		}

	}

	@Import(TestPortal.class)
	static class SixSecondsAhead {

		@Bean
		@Primary
		Clock wrongClock() {
			return Clock.offset(Clock.systemUTC(), Duration.ofSeconds(6));
		}

	}

}
