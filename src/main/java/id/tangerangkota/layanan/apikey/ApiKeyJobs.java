package id.tangerangkota.layanan.apikey;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ApiKeyJobs {

	private static final Duration PAUSE = Duration.ofHours(6);

	@Bean
	RecurringTask<Void> apiKeyPurge(SpentKeys spent) {
		return Tasks.recurring("apikey-purge", FixedDelay.of(PAUSE)).execute((instance, context) -> spent.purge());
	}

}
