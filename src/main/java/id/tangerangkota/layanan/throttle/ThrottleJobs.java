package id.tangerangkota.layanan.throttle;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ThrottleJobs {

	private static final Duration PAUSE = Duration.ofMinutes(10);

	@Bean
	RecurringTask<Void> throttlePurge(Throttle throttle) {
		return Tasks.recurring("throttle-purge", FixedDelay.of(PAUSE)).execute((instance, context) -> throttle.purge());
	}

}
