package id.tangerangkota.layanan.web.cache;

import java.time.Clock;
import java.time.Duration;

import id.tangerangkota.layanan.web.AnswerListener;
import id.tangerangkota.layanan.web.Links;
import id.tangerangkota.layanan.web.PageChanges;
import id.tangerangkota.layanan.web.PageClock;
import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Configuration(proxyBeanMethods = false)
class PageCacheConfiguration {

	/** Commands change data too, and serve no pages. */
	@Bean
	PageChanges pageChanges(JdbcClient jdbc) {
		return new NotifyingPageChanges(jdbc);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@EnableConfigurationProperties(PageCacheSettings.class)
	static class Serving {

		/** Longer than any page takes that is not in trouble. */
		private static final Duration PATIENCE = Duration.ofSeconds(3);

		@Bean
		PageStore pageStore(PageCacheSettings settings, Clock clock) {
			return new PageStore(settings.maxSize(), clock);
		}

		@Bean
		KeptPartDialect keptPartDialect(PageStore store) {
			return new KeptPartDialect(new KeptParts(store));
		}

		@Bean
		Routes cachedRoutes(ObjectProvider<RequestMappingHandlerMapping> mappings) {
			return new Routes(mappings);
		}

		@Bean
		PageCounters pageCounters(PageStore store) {
			return new PageCounters(store);
		}

		@Bean
		ChangeListener changeListener(JdbcConnectionDetails database, PageStore store) {
			return new ChangeListener(database, store);
		}

		@Bean
		FilterRegistrationBean<PageCacheFilter> pageCacheFilter(PageStore store, Routes routes, PageCounters counters,
				Links links, Clock clock, MessageSource messages, PageClock pageClock,
				ObjectProvider<AnswerListener> listeners) {
			PageCacheFilter filter = new PageCacheFilter(store, routes, new PageMaker(store, links, clock),
					new PageWriter(new StaleNotice(messages, pageClock)), new Renders(PATIENCE), counters,
					listeners.orderedStream().toList());
			FilterRegistrationBean<PageCacheFilter> registration = new FilterRegistrationBean<>(filter);
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			registration.setDispatcherTypes(DispatcherType.REQUEST);
			return registration;
		}

	}

}
