package id.tangerangkota.layanan.quality.inspection;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where checks are switched on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("layanan.availability.enabled")
@ConditionalOnWebApplication(type = Type.SERVLET)
class InspectionJobs {

	@Bean
	RecurringTask<Void> qualityInspection(WeeklyInspection inspection) {
		return Tasks.recurring("quality-inspection", FixedDelay.of(Duration.ofMinutes(5)))
			.execute((instance, context) -> inspection.run());
	}

}
