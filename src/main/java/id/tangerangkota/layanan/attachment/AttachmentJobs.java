package id.tangerangkota.layanan.attachment;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AttachmentSettings.class)
class AttachmentJobs {

	private static final Duration PAUSE = Duration.ofHours(1);

	@Bean
	RecurringTask<Void> attachmentPurge(Attachments attachments) {
		return Tasks.recurring("attachment-purge", FixedDelay.of(PAUSE))
			.execute((instance, context) -> attachments.purge());
	}

}
