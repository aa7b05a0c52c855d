package id.tangerangkota.layanan.postgres;

import java.nio.file.Path;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
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

	@Bean
	static ApplicationListener<WebServerInitializedEvent> addressAnnouncer() {
		return (event) -> {
			// The management server, a child context with a namespace, is not the portal.
			if (event.getApplicationContext().getServerNamespace() == null) {
				event.getApplicationContext()
					.getBean(EmbeddedConnection.class)
					.announce("http://localhost:" + event.getWebServer().getPort());
			}
		};
	}

}
