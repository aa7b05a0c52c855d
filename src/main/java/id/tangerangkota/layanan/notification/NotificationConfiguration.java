package id.tangerangkota.layanan.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ MailSettings.class, NotificationSettings.class })
class NotificationConfiguration {

	private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	/** For what is tried again, expires, or was left by a node that died. */
	private static final Duration PAUSE = Duration.ofSeconds(3);

	/** Long enough to answer whether a mail went. */
	private static final Duration SENT_KEPT = Duration.ofDays(7);

	/** Long enough to find out why not. */
	private static final Duration OTHERS_KEPT = Duration.ofDays(30);

	private static final Duration HAPPENINGS_KEPT = Duration.ofDays(180);

	@Bean
	RecurringTask<Void> notificationOutboxTask(HappeningDispatcher dispatcher, OutboxSender sender) {
		return Tasks.recurring("notification-outbox", FixedDelay.of(PAUSE)).execute((instance, context) -> {
			dispatcher.run();
			sender.run(Channel.EMAIL);
		});
	}

	/** By itself: a slow receiver must not keep mails waiting. */
	@Bean
	RecurringTask<Void> notificationWebhooksTask(OutboxSender sender) {
		return Tasks.recurring("notification-webhooks", FixedDelay.of(PAUSE))
			.execute((instance, context) -> sender.run(Channel.WEBHOOK));
	}

	/** docs/privacy.md. */
	@Bean
	RecurringTask<Void> notificationPurgeTask(OutboxRows outbox, HappeningRows happenings, Clock clock) {
		return Tasks.recurring("notification-purge", Schedules.daily(ZONE, LocalTime.of(1, 50)))
			.execute((instance, context) -> {
				Instant now = clock.instant();
				outbox.purge(now.minus(SENT_KEPT), now.minus(OTHERS_KEPT));
				happenings.removeBefore(now.minus(HAPPENINGS_KEPT));
			});
	}

}
