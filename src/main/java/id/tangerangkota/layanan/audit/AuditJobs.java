package id.tangerangkota.layanan.audit;

import java.time.LocalTime;
import java.util.List;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens to the trail every night, on one of the nodes. */
@Configuration(proxyBeanMethods = false)
class AuditJobs {

	@Bean
	RecurringTask<Void> auditAnchor(Anchors anchors) {
		return Tasks.recurring("audit-anchor", Schedules.daily(Anchors.ZONE, LocalTime.of(0, 5)))
			.execute((instance, context) -> anchors.store());
	}

	@Bean
	RecurringTask<Void> auditVerify(AuditChecks checks) {
		return Tasks.recurring("audit-verify", Schedules.daily(Anchors.ZONE, LocalTime.of(1, 5)))
			.execute((instance, context) -> checks.run(List.of()));
	}

}
