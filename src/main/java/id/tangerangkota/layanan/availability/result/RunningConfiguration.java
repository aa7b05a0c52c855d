package id.tangerangkota.layanan.availability.result;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.tangerangkota.layanan.availability.check.CheckSettings;
import id.tangerangkota.layanan.availability.check.CountedChecks;
import id.tangerangkota.layanan.availability.probe.Prober;
import id.tangerangkota.layanan.postgres.SharedTime;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What runs where checks are switched on, in portals that run jobs; commands check
 * nothing.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("layanan.availability.enabled")
@ConditionalOnWebApplication(type = Type.SERVLET)
class RunningConfiguration {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	@Bean
	CheckMeters checkMeters(MeterRegistry registry) {
		return new CheckMeters(registry);
	}

	@Bean
	CheckNode checkNode(CheckSettings settings, JdbcClient jdbc, CountedChecks checks, ResultStore store,
			Blindness blindness, Partitions partitions, Prober prober, CheckMeters meters, SharedTime time,
			Clock clock) {
		partitions.keep();
		String host = host();
		String name = host + "-" + UUID.randomUUID();
		Workers workers = new Workers(jdbc, name, settings.lease());
		Leases leases = new Leases(jdbc, name, settings.lease());
		leases.create(settings.shards(), clock.instant());
		return new CheckNode(settings, leases, workers, new CheckNode.Parts(jdbc, checks, store, blindness, time),
				workers.machine(host), prober::probe,
				new Canaries(settings.canaryTargets(), prober::probeAfresh, meters::voidRound, clock), meters, clock);
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "db-scheduler.enabled", matchIfMissing = true)
	CheckLifecycle checkLifecycle(CheckNode node) {
		return new CheckLifecycle(node);
	}

	@Bean
	ShardTask availabilityShards(CheckNode node, CheckSettings settings) {
		return new ShardTask(node, settings.shards());
	}

	@Bean
	RecurringTask<Void> availabilityBlind(Blindness blindness, JdbcClient jdbc, CheckSettings settings) {
		return Tasks.recurring("availability-blind", FixedDelay.of(Duration.ofSeconds(30)))
			.execute((instance, context) -> blindness
				.watch(new Leases(jdbc, "blind-" + UUID.randomUUID(), settings.lease())));
	}

	@Bean
	RecurringTask<Void> availabilityPartitions(Partitions partitions, Rollups rollups) {
		return Tasks.recurring("availability-partitions", FixedDelay.of(Duration.ofHours(1)))
			.execute((instance, context) -> {
				partitions.keep();
				rollups.purge();
			});
	}

	@Bean
	RecurringTask<Void> availabilityRollups(Rollups rollups) {
		return Tasks.recurring("availability-rollups", FixedDelay.of(MINUTE))
			.execute((instance, context) -> rollups.build());
	}

	private static String host() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			return "unknown";
		}
	}

}
