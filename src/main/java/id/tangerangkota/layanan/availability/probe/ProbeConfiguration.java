package id.tangerangkota.layanan.availability.probe;

import java.time.Clock;

import id.tangerangkota.layanan.web.Links;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ ProberSettings.class, AllowedNetworks.class })
class ProbeConfiguration {

	@Bean
	Prober prober(ProberSettings settings, AllowedNetworks networks, ObjectProvider<Names> names, Links links,
			Clock clock, MeterRegistry meters) {
		String userAgent = "LayananKotaTangerang/1.0 (+" + links.absolute("/tentang#pemeriksaan") + ")";
		return new Prober(settings, networks, userAgent, names.getIfAvailable(() -> new DnsNames(settings.dnsCache())),
				clock, meters);
	}

}
