package id.tangerangkota.layanan.catalog.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
class ApiConfiguration {

	/** For the one answer that is not a kept page. */
	@Bean
	FilterRegistrationBean<ShallowEtagHeaderFilter> serviceListTags() {
		ShallowEtagHeaderFilter filter = new ShallowEtagHeaderFilter();
		// The server does not compress what has a strong one.
		filter.setWriteWeakETag(true);
		FilterRegistrationBean<ShallowEtagHeaderFilter> registration = new FilterRegistrationBean<>(filter);
		registration.addUrlPatterns(ServiceApiController.PATH);
		return registration;
	}

}
