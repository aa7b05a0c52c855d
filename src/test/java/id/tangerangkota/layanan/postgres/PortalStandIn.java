package id.tangerangkota.layanan.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The least of a portal that runs the embedded server: a web server and a pool. Started
 * in a JVM of its own, so that it can be killed.
 */
@ImportAutoConfiguration({ TomcatServletWebServerAutoConfiguration.class, DataSourceAutoConfiguration.class,
		JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class })
@Import(EmbeddedPostgresConfiguration.class)
class PortalStandIn {

	public static void main(String[] args) {
		SpringApplication.run(PortalStandIn.class, args);
	}

	static Process launch(Path dataDir, Path output) throws IOException {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		return new ProcessBuilder(
				List.of(java, "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp", System.getProperty("java.class.path"),
						PortalStandIn.class.getName(), "--server.port=0", "--layanan.data-dir=" + dataDir))
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
	}

}
