package id.tangerangkota.layanan.web.testing;

import id.tangerangkota.layanan.web.CachedPage;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The web module alone, with {@link TestPages}. */
@TestComponent
@EnableAutoConfiguration(
		exclude = { HibernateJpaAutoConfiguration.class, DataJpaRepositoriesAutoConfiguration.class,
				FlywayAutoConfiguration.class },
		excludeName = "org.springframework.modulith.runtime.autoconfigure.SpringModulithRuntimeAutoConfiguration")
@ComponentScan(basePackageClasses = CachedPage.class,
		excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.testing\\..*"))
@Import(TestPages.class)
public class TestPortal {

}
