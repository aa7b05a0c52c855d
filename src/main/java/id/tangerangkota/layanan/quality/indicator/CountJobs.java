package id.tangerangkota.layanan.quality.indicator;

import java.time.LocalTime;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CountJobs {

	/**
	 * After availability closed its day, and once more for what came late in the night.
	 */
	private static final LocalTime[] TIMES = { LocalTime.of(1, 0), LocalTime.of(5, 0) };

	@Bean
	RecurringTask<Void> qualityDailyCount(DailyCount count, CountRuns runs) {
		return Tasks.recurring("quality-daily-count", Schedules.daily(DailyCount.ZONE, TIMES))
			.execute((instance, context) -> runs.ended(count.run()));
	}

}
