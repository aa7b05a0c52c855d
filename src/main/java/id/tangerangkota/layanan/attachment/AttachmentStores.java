package id.tangerangkota.layanan.attachment;

import java.time.Clock;
import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Where the bytes are kept: with the rows, unless an object store is configured. */
@Configuration(proxyBeanMethods = false)
class AttachmentStores {

	private static final String CHOICE = "layanan.attachment.store";

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = CHOICE, havingValue = "postgresql", matchIfMissing = true)
	static class InTheDatabase {

		@Bean
		TableStore attachmentTableStore(JdbcClient jdbc) {
			return new TableStore(jdbc);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = CHOICE, havingValue = "s3")
	@EnableConfigurationProperties(S3Settings.class)
	static class InAnObjectStore {

		private static final Duration PAUSE = Duration.ofMinutes(1);

		@Bean
		S3Store attachmentObjectStore(S3Settings settings, AttachmentTable table, JdbcClient jdbc,
				TransactionTemplate transaction, Clock clock) {
			return new S3Store(new S3Client(settings, clock), table, jdbc, transaction, clock);
		}

		@Bean
		RecurringTask<Void> attachmentSweep(S3Store store) {
			return Tasks.recurring("attachment-sweep", FixedDelay.of(PAUSE))
				.execute((instance, context) -> store.sweep());
		}

	}

}
