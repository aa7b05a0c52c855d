package id.tangerangkota.layanan.quality.web;

import id.tangerangkota.layanan.web.security.OneTap;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BeaconConfiguration {

	/** Sent by pages from the cache, which hold no token; it only counts. */
	@Bean
	OneTap pageBeacon() {
		return new OneTap(BeaconController.PATH);
	}

}
