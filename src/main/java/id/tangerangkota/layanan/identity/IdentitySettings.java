package id.tangerangkota.layanan.identity;

import java.time.Duration;

import id.tangerangkota.layanan.throttle.Limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people get in.
 *
 * @param throttle how often people may try
 */
@ConfigurationProperties("layanan.identity")
record IdentitySettings(@DefaultValue Throttling throttle) {

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
