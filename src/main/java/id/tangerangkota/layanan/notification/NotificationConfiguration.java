package id.tangerangkota.layanan.notification;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class NotificationConfiguration {

	/** For what is tried again, expires, or was left by a node that died. */
	private static final Duration PAUSE = Duration.ofSeconds(3);

	@Bean
	RecurringTask<Void> notificationOutboxTask(OutboxSender sender) {
		return Tasks.recurring("notification-outbox", FixedDelay.of(PAUSE))
			.execute((instance, context) -> sender.run());
	}

}
