package id.tangerangkota.layanan.identity;

import java.time.Clock;
import java.time.Duration;

import id.tangerangkota.layanan.identity.credential.OneTimeTokens;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountJobs {

	/** What is of no use any more is not kept. */
	@Bean
	RecurringTask<Void> identityPurge(OneTimeTokens tokens, SignInHistory history, SignInCounts counts,
			Retention retention, Clock clock) {
		return Tasks.recurring("identity-purge", FixedDelay.of(Duration.ofHours(1))).execute((instance, context) -> {
			tokens.purge();
			history.purge(clock.instant().minus(SignInHistory.KEPT));
			counts.forget();
			retention.purge();
		});
	}

}
