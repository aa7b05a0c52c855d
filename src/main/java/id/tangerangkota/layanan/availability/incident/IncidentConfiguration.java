package id.tangerangkota.layanan.availability.incident;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ SuspicionSettings.class, MaintenanceSettings.class })
class IncidentConfiguration {

	/** States have exact edges however late it runs; this is when people see them. */
	private static final Duration EDGES = Duration.ofSeconds(10);

	private static final Duration PAUSE = Duration.ofMinutes(10);

	@Bean
	RecurringTask<Void> availabilityMaintenance(MaintenancePlan plan) {
		return Tasks.recurring("availability-maintenance", FixedDelay.of(EDGES))
			.execute((instance, context) -> plan.follow());
	}

	@Bean
	RecurringTask<Void> availabilityCertificates(CertificateWarnings warnings) {
		return Tasks.recurring("availability-certificates", FixedDelay.of(PAUSE))
			.execute((instance, context) -> warnings.follow());
	}

	/** Asked of the database each time somebody collects them; alike on all nodes. */
	@Bean
	MeterBinder certificateMeters(CertificateWarnings warnings) {
		return (registry) -> Gauge.builder("layanan.availability.certificates.ending", warnings::urgent)
			.description("Certificates that end within a week, or have")
			.register(registry);
	}

	@Bean
	RecurringTask<Void> availabilityPurge(Suspicions suspicions, Followers followers) {
		return Tasks.recurring("availability-purge", FixedDelay.of(Duration.ofHours(1)))
			.execute((instance, context) -> {
				suspicions.purge();
				followers.purge();
			});
	}

}
