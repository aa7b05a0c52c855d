package id.tangerangkota.layanan.web.testing;

import id.tangerangkota.layanan.postgres.ReferenceData;
import id.tangerangkota.layanan.web.CachedPage;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The web module and what lies below it, with {@link TestPages}. */
@TestComponent
@EnableAutoConfiguration(exclude = { HibernateJpaAutoConfiguration.class, DataJpaRepositoriesAutoConfiguration.class },
		excludeName = "org.springframework.modulith.runtime.autoconfigure.SpringModulithRuntimeAutoConfiguration")
@ComponentScan(basePackageClasses = { CachedPage.class, ReferenceData.class },
		excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.testing\\..*"))
@Import(TestPages.class)
public class TestPortal {

	/** The tables of no module; their owners are not here. */
	@Bean
	FlywayConfigurationCustomizer rootMigrations() {
		return (configuration) -> configuration.locations("classpath:db/migration/__root");
	}

}
