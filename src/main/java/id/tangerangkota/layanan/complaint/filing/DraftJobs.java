package id.tangerangkota.layanan.complaint.filing;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DraftJobs {

	private static final Duration PAUSE = Duration.ofHours(1);

	@Bean
	RecurringTask<Void> complaintDraftPurge(Drafts drafts) {
		return Tasks.recurring("complaint-draft-purge", FixedDelay.of(PAUSE))
			.execute((instance, context) -> drafts.purge());
	}

}
