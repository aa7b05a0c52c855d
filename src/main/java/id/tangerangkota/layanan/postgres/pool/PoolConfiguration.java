package id.tangerangkota.layanan.postgres.pool;

import java.sql.SQLException;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;

/** Two pools in the portal; a command has one, without the limits of pages. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass(HikariDataSource.class)
@EnableConfigurationProperties(PoolSettings.class)
class PoolConfiguration {

	private static final String JOBS = "jobsPool";

	private static final int MOSTLY_AT_WORK = 2;

	@Bean
	static PagesPool pagesPool(BeanFactory beans) {
		return new PagesPool(beans);
	}

	/** A bean for its metrics; nobody should be given it who asks for a DataSource. */
	@Bean(name = JOBS, defaultCandidate = false)
	HikariDataSource jobsPool(DataSource dataSource, PoolSettings settings) throws SQLException {
		HikariDataSource jobs = new HikariDataSource();
		HikariDataSource pages = dataSource.unwrap(HikariDataSource.class);
		jobs.setDriverClassName(pages.getDriverClassName());
		jobs.setJdbcUrl(pages.getJdbcUrl());
		jobs.setUsername(pages.getUsername());
		jobs.setPassword(pages.getPassword());
		jobs.setConnectionInitSql(pages.getConnectionInitSql());
		jobs.setConnectionTimeout(pages.getConnectionTimeout());
		jobs.setMaxLifetime(pages.getMaxLifetime());
		jobs.setKeepaliveTime(pages.getKeepaliveTime());
		jobs.setIdleTimeout(pages.getIdleTimeout());
		jobs.setMaximumPoolSize(settings.jobsPoolSize());
		// Most of the time one or two are at work. Hikari says -1 where nobody set it.
		jobs.setMinimumIdle(
				(pages.getMinimumIdle() >= 0) ? Math.min(MOSTLY_AT_WORK, pages.getMinimumIdle()) : MOSTLY_AT_WORK);
		jobs.addDataSourceProperty("socketTimeout", String.valueOf(settings.jobsTimeout().toSeconds()));
		jobs.setPoolName("jobs");
		return jobs;
	}

	/** Behind the page cache, whose answers need no connection. */
	@Bean
	FilterRegistrationBean<RequestThread> requestThread() {
		FilterRegistrationBean<RequestThread> registration = new FilterRegistrationBean<>(new RequestThread());
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
		return registration;
	}

	/** Makes Boot's pool the pages' own, before Boot makes it lazy. */
	static final class PagesPool implements BeanPostProcessor, PriorityOrdered {

		private final BeanFactory beans;

		PagesPool(BeanFactory beans) {
			this.beans = beans;
		}

		@Override
		public int getOrder() {
			return Ordered.LOWEST_PRECEDENCE;
		}

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			if (!name.equals("dataSource") || !(bean instanceof HikariDataSource pages)) {
				return bean;
			}
			pages.addDataSourceProperty("options", this.beans.getBean(PoolSettings.class).options());
			return new PoolByThread(pages, () -> this.beans.getBean(JOBS, HikariDataSource.class));
		}

	}

}
