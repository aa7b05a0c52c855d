package id.tangerangkota.layanan.complaint.exchange;

import java.util.Optional;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {

	/** Off, as long as nobody connects one. */
	@Bean
	@ConditionalOnMissingBean
	NationalDesk nationalDesk() {
		return (handover) -> Optional.empty();
	}

}
