package id.tangerangkota.layanan.catalog;

import java.time.Clock;
import java.time.LocalDate;
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
class CatalogJobs {

	/** A word that found nothing may be somebody's name. */
	static final Period UNANSWERED = Period.ofDays(90);

	private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	/** docs/privacy.md. */
	@Bean
	RecurringTask<Void> catalogWordsPurge(JdbcClient jdbc, Clock clock) {
		return Tasks.recurring("catalog-words-purge", Schedules.daily(ZONE, LocalTime.of(1, 25)))
			.execute((instance, context) -> jdbc.sql("delete from catalog.word_unanswered where day < ?")
				.param(LocalDate.ofInstant(clock.instant(), ZONE).minus(UNANSWERED))
				.update());
	}

}
