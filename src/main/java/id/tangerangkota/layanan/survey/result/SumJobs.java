package id.tangerangkota.layanan.survey.result;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.survey.answer.BurstDesk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SumJobs {

	private static final Duration EVERY = Duration.ofMinutes(1);

	/** Floods first, so that none gets into a total. */
	@Bean
	RecurringTask<Void> surveySums(BurstDesk bursts, SumKeeper sums) {
		return Tasks.recurring("survey-sums", Schedules.fixedDelay(EVERY)).execute((instance, context) -> {
			bursts.watch();
			sums.catchUp();
		});
	}

	@Bean
	RecurringTask<Void> surveyDays(StateWatch states, Clock clock) {
		return Tasks.recurring("survey-days", Schedules.daily(AvailabilityReport.ZONE, LocalTime.of(0, 40)))
			.execute((instance, context) -> states.touchLatest(StateWatch.day(clock.instant())));
	}

}
