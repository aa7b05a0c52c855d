package id.tangerangkota.layanan.web.session;

import java.util.Objects;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.session.autoconfigure.SessionTimeout;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMapManager;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
@EnableSpringHttpSession
class SessionConfiguration {

	private static final String EVERY_FIVE_MINUTES = "0 */5 * * * *";

	@Bean
	JdbcIndexedSessionRepository sessionTable(JdbcOperations jdbc, PlatformTransactionManager transactions,
			SessionIdGenerator ids, SessionTimeout timeout) {
		JdbcIndexedSessionRepository table = new JdbcIndexedSessionRepository(jdbc,
				new TransactionTemplate(transactions));
		new SessionTable().customize(table);
		table.setConversionService(new StoredText());
		table.setSessionIdGenerator(ids);
		table.setDefaultMaxInactiveInterval(Objects.requireNonNull(timeout.getTimeout(), "spring.session.timeout"));
		// A session that is over is never found, whether its row is there or not.
		table.setCleanupCron(EVERY_FIVE_MINUTES);
		return table;
	}

	@Bean
	@Primary
	TextSessionRepository sessionRepository(JdbcIndexedSessionRepository table, JdbcClient jdbc,
			PlatformTransactionManager transactions, FilterRegistrationBean<SavedSession> savedSession) {
		return new TextSessionRepository(table, jdbc, new TransactionTemplate(transactions),
				Objects.requireNonNull(savedSession.getFilter()));
	}

	@Bean
	FilterRegistrationBean<SavedSession> savedSession() {
		FilterRegistrationBean<SavedSession> registration = new FilterRegistrationBean<>(new SavedSession());
		registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
		return registration;
	}

	@Bean
	SessionIds sessionIdGenerator() {
		return new SessionIds();
	}

	@Bean
	SessionCookie cookieSerializer() {
		return new SessionCookie();
	}

	@Bean(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
	FlashMapManager flashMapManager() {
		return new NoFlashMaps();
	}

	@Bean
	FilterRegistrationBean<DeadCookieFilter> deadCookieFilter() {
		FilterRegistrationBean<DeadCookieFilter> registration = new FilterRegistrationBean<>(new DeadCookieFilter());
		registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER + 1);
		return registration;
	}

}
