package id.tangerangkota.layanan.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails are signed.
 *
 * @param from the address they come from; the mail server must be allowed to send for it
 */
@ConfigurationProperties("layanan.mail")
record MailSettings(@DefaultValue("layanan@localhost") String from) {

	MailSettings {
		try {
			new InternetAddress(from, true);
		}
		catch (AddressException ex) {
			throw new IllegalArgumentException("layanan.mail.from must be one mail address", ex);
		}
	}

}
