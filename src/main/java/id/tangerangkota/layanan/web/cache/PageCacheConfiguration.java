package id.tangerangkota.layanan.web.cache;

import id.tangerangkota.layanan.web.PageChanges;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class PageCacheConfiguration {

	@Bean
	PageChanges pageChanges(JdbcClient jdbc) {
		return new NotifyingPageChanges(jdbc);
	}

}
