package id.tangerangkota.layanan.availability.incident;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How work may be announced.
 *
 * @param lead how long before it begins at least
 * @param share of a month that may be announced work, in percent: uptime would mean
 * little if bad days could be called maintenance
 */
@ConfigurationProperties("layanan.availability.maintenance")
record MaintenanceSettings(@DefaultValue("24h") Duration lead, @DefaultValue("5") int share) {

	MaintenanceSettings {
		Assert.isTrue(!lead.isNegative(), "layanan.availability.maintenance.lead must not be negative");
		Assert.isTrue(share >= 0 && share <= 100, "layanan.availability.maintenance.share is a percentage");
	}

	/** How much of a month of so many days may be announced work. */
	Duration most(int days) {
		return Duration.ofDays(days).multipliedBy(this.share).dividedBy(100);
	}

}
