package id.tangerangkota.layanan.identity.credential;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How passwords are hashed. A hash takes some 30 ms of one core; more at once only make
 * each slower.
 *
 * @param threads how many at once, 0 for half the cores
 * @param queue how many may wait; whoever comes after them is asked to try again
 */
@ConfigurationProperties("layanan.identity.hashing")
record HashingSettings(@DefaultValue("0") int threads, @DefaultValue("32") int queue) {

	int threadsOrDefault() {
		return (this.threads > 0) ? this.threads : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
	}

}
