package id.tangerangkota.layanan.complaint.outage;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutageJobs {

	private static final Duration PAUSE = Duration.ofSeconds(10);

	@Bean
	RecurringTask<Void> complaintOutages(OutageWork work) {
		return Tasks.recurring("complaint-outages", FixedDelay.of(PAUSE)).execute((instance, context) -> work.run());
	}

}
