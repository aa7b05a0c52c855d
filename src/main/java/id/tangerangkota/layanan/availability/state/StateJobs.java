package id.tangerangkota.layanan.availability.state;

import java.time.LocalTime;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import id.tangerangkota.layanan.availability.AvailabilityReport;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StateJobs {

	/** Soon after midnight, when what happened before it is confirmed. */
	@Bean
	RecurringTask<Void> availabilityDays(DaySums days) {
		return Tasks.recurring("availability-days", Schedules.daily(AvailabilityReport.ZONE, LocalTime.of(0, 15)))
			.execute((instance, context) -> days.close());
	}

}
