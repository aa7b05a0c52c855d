package id.tangerangkota.layanan.privacy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class PrivacyJobs {

	/** What proves that the city kept its terms, and no longer. */
	static final Period KEPT = Period.ofYears(5);

	private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	/** docs/privacy.md. */
	@Bean
	RecurringTask<Void> privacyPurge(JdbcClient jdbc, Clock clock) {
		return Tasks.recurring("privacy-purge", Schedules.daily(ZONE, LocalTime.of(1, 35)))
			.execute((instance, context) -> {
				Timestamp end = Timestamp.from(clock.instant().atZone(ZONE).minus(KEPT).toInstant());
				jdbc.sql("delete from privacy.request where answered_at < ?").param(end).update();
				jdbc.sql("""
						delete from privacy.breach_notice where breach_id in
							(select id from privacy.breach where closed_at < ?)""").param(end).update();
				jdbc.sql("delete from privacy.breach where closed_at < ?").param(end).update();
			});
	}

}
