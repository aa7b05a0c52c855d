package id.tangerangkota.layanan.notification.web;

import id.tangerangkota.layanan.notification.UnsubscribeLinks;
import id.tangerangkota.layanan.web.security.MachinePost;
import id.tangerangkota.layanan.web.security.OneTap;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NotificationWebConfiguration {

	@Bean
	OneTap followOutage() {
		return new OneTap(SubscriptionController.FOLLOW);
	}

	/** Mail programs press it for their owners (RFC 8058). */
	@Bean
	MachinePost unsubscribe() {
		return new MachinePost(UnsubscribeLinks.PATH);
	}

}
