package id.tangerangkota.layanan.identity;

import java.time.Duration;

import id.tangerangkota.layanan.throttle.Limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people get in.
 *
 * @param hashing how passwords are hashed
 * @param throttle how often people may try
 */
@ConfigurationProperties("layanan.identity")
record IdentitySettings(@DefaultValue Hashing hashing, @DefaultValue Throttling throttle) {

	/**
	 * A hash takes some 30 ms of one core; more at once only make each slower.
	 *
	 * @param threads how many at once, 0 for half the cores
	 * @param queue how many may wait; whoever comes after them is asked to try again
	 */
	record Hashing(@DefaultValue("0") int threads, @DefaultValue("32") int queue) {

		int threadsOrDefault() {
			return (this.threads > 0) ? this.threads : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
		}

	}

	/**
	 * Tries, and the time in which as many grow back.
	 *
	 * @param accountTries by one NIK or e-mail address, from devices that never signed in
	 * with it; as many again by each device that did
	 * @param networkTries by one network, loose because mobile carriers share addresses
	 */
	record Throttling(@DefaultValue("10") int accountTries, @DefaultValue("15m") Duration accountPeriod,
			@DefaultValue("300") int networkTries, @DefaultValue("5m") Duration networkPeriod) {

		Limit account(String what) {
			return new Limit(what + ".account", this.accountTries, this.accountPeriod);
		}

		Limit device(String what) {
			return new Limit(what + ".device", this.accountTries, this.accountPeriod);
		}

		Limit network(String what) {
			return new Limit(what + ".network", this.networkTries, this.networkPeriod);
		}

	}

}
