package id.tangerangkota.layanan.quality.indicator;

import java.time.Clock;
import java.time.LocalTime;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import id.tangerangkota.layanan.quality.ScorecardComputed;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CountJobs {

	/**
	 * After availability closed its day, and once more for what came late in the night.
	 */
	private static final LocalTime[] TIMES = { LocalTime.of(1, 0), LocalTime.of(5, 0) };

	@Bean
	RecurringTask<Void> qualityDailyCount(DailyCount count, ApplicationEventPublisher events, Clock clock) {
		return Tasks.recurring("quality-daily-count", Schedules.daily(DailyCount.ZONE, TIMES))
			.execute((instance, context) -> {
				int changed = count.run();
				events.publishEvent(new ScorecardComputed(clock.instant(), changed));
			});
	}

}
