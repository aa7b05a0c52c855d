package id.tangerangkota.layanan.notification.subscription;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.tangerangkota.layanan.availability.OutageFollowers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SubscriptionJobs {

	private static final Duration PAUSE = Duration.ofHours(1);

	private static final int AT_ONCE = 500;

	/** docs/privacy.md. */
	@Bean
	RecurringTask<Void> notificationSubscribersTask(SubscriptionRows rows, Subscribers subscribers,
			OutageFollowers followers, Clock clock) {
		return Tasks.recurring("notification-subscribers", FixedDelay.of(PAUSE)).execute((instance, context) -> {
			Instant now = clock.instant();
			rows.removeExpired(now);
			Set<UUID> idle = new HashSet<>(rows.idle(now.minus(SubscriptionRequests.VALID), AT_ONCE));
			idle.removeAll(followers.following(idle));
			idle.forEach(subscribers::remove);
		});
	}

}
