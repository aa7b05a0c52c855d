package id.tangerangkota.layanan.availability.demo;

import java.security.SecureRandom;
import java.time.Clock;

import javax.sql.DataSource;

import id.tangerangkota.layanan.web.Demo;

import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile(Demo.PROFILE)
class DemoConfiguration {

	/** Before the first migration, and for commands as well. */
	@Bean
	FlywayConfigurationCustomizer demoGround(DataSource database) {
		return (configuration) -> {
			DataSource own = configuration.getDataSource();
			DemoGround.claim((own != null) ? own : database);
		};
	}

	@Bean(destroyMethod = "close")
	CityServer city(Clock clock, SecureRandom random) {
		return new CityServer(new SiteCertificates(random, clock.instant()), clock);
	}

	@Bean(destroyMethod = "")
	CityNames cityNames(CityServer city) {
		return new CityNames(city);
	}

}
