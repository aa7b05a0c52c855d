package id.tangerangkota.layanan.notification;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How often people hear from the portal.
 *
 * @param gather how long news of outages wait for more, so that an incident of ten
 * services is one mail
 * @param pause between two such mails to the same address, so that a service that comes
 * and goes is not twenty
 */
@ConfigurationProperties("layanan.notification")
record NotificationSettings(@DefaultValue("2m") Duration gather, @DefaultValue("15m") Duration pause) {

	NotificationSettings {
		Assert.isTrue(!gather.isNegative() && !pause.isNegative(),
				"layanan.notification.gather and pause must not be negative");
	}

}
