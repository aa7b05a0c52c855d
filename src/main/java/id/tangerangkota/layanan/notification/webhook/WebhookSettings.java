package id.tangerangkota.layanan.notification.webhook;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Where webhooks may go, and for how long they are tried.
 *
 * @param allowedNetworks networks beside the public ones receivers may be in, such as
 * {@code 10.20.0.0/16}; only then may an address be plain http
 * @param timeout of one call, all of it
 * @param disableAfter how long a receiver may fail before it gets nothing more
 */
@ConfigurationProperties("layanan.webhook")
record WebhookSettings(@DefaultValue List<String> allowedNetworks, @DefaultValue("10s") Duration timeout,
		@DefaultValue("5d") Duration disableAfter) {

	WebhookSettings {
		Assert.isTrue(timeout.isPositive() && timeout.compareTo(Duration.ofSeconds(30)) <= 0,
				"layanan.webhook.timeout must be positive and at most 30s");
		Assert.isTrue(disableAfter.isPositive(), "layanan.webhook.disable-after must be positive");
	}

}
