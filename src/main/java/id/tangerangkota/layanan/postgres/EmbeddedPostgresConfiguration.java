package id.tangerangkota.layanan.postgres;

import java.nio.file.Path;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.WebApplicationContext;

/**
 * Publishes the connection to the server the portal brings along; Hikari, Flyway and JPA
 * follow that one bean. {@code spring.datasource.url} switches it off.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", havingValue = "embedded", matchIfMissing = true)
@ConditionalOnMissingBean(JdbcConnectionDetails.class)
@EnableConfigurationProperties(EmbeddedPostgresSettings.class)
class EmbeddedPostgresConfiguration {

	@Bean
	EmbeddedConnection embeddedConnection(EmbeddedPostgresSettings settings, ApplicationContext context) {
		DataDirectory directory = new DataDirectory(Path.of(settings.dataDir()));
		return (context instanceof WebApplicationContext) ? EmbeddedConnection.ofPortal(directory)
				: EmbeddedConnection.ofCommand(directory);
	}

}
