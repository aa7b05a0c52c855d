package id.tangerangkota.layanan.complaint.web.open;

import id.tangerangkota.layanan.web.security.OneTap;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
class OpenWebConfiguration {

	@Bean
	OneTap complaintSupport() {
		return new OneTap(ComplaintController.SUPPORT_TAP);
	}

	/** For the answers that are no kept pages. */
	@Bean
	FilterRegistrationBean<ShallowEtagHeaderFilter> complaintListTags() {
		ShallowEtagHeaderFilter filter = new ShallowEtagHeaderFilter();
		// The server does not compress what has a strong one.
		filter.setWriteWeakETag(true);
		FilterRegistrationBean<ShallowEtagHeaderFilter> registration = new FilterRegistrationBean<>(filter);
		registration.addUrlPatterns(ComplaintApiController.PATH, ComplaintStatisticsApiController.PATH);
		return registration;
	}

}
