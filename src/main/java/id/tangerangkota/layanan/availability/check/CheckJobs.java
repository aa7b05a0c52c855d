package id.tangerangkota.layanan.availability.check;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.tangerangkota.layanan.availability.probe.Prober;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What keeps definitions in step, where checks are switched on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("layanan.availability.enabled")
@ConditionalOnWebApplication(type = Type.SERVLET)
class CheckJobs {

	@Bean
	RecurringTask<Void> availabilityCatalogue(DefaultChecks defaults) {
		return Tasks.recurring("availability-catalogue", FixedDelay.of(Duration.ofMinutes(10)))
			.execute((instance, context) -> defaults.keep());
	}

	@Bean
	RecurringTask<Void> availabilityExploring(Exploring exploring, Prober prober) {
		return Tasks.recurring("availability-exploring", FixedDelay.of(Duration.ofMinutes(1)))
			.execute((instance, context) -> exploring.look(prober::probe));
	}

}
