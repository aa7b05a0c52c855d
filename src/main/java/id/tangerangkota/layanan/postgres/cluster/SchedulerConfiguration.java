package id.tangerangkota.layanan.postgres.cluster;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the jobs: every bean that is a db-scheduler {@code Task}. */
@Configuration(proxyBeanMethods = false)
class SchedulerConfiguration {

	@Bean
	DbSchedulerCustomizer dbSchedulerCustomizer() {
		return new Node(name());
	}

	/** Two nodes on one machine have the same host, and containers the same process. */
	private static String name() {
		String suffix = ProcessHandle.current().pid() + "-" + UUID.randomUUID().toString().substring(0, 8);
		try {
			return InetAddress.getLocalHost().getHostName() + "-" + suffix;
		}
		catch (UnknownHostException ex) {
			return "node-" + suffix;
		}
	}

	private record Node(String name) implements DbSchedulerCustomizer {

		@Override
		public Optional<SchedulerName> schedulerName() {
			return Optional.of(new SchedulerName.Fixed(this.name));
		}

		/** Jobs wait for the database or the network; heavy ones use a pool of theirs. */
		@Override
		public Optional<ExecutorService> executorService() {
			return Optional.of(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("job-", 0).factory()));
		}

	}

}
