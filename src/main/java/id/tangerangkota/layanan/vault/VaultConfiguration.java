package id.tangerangkota.layanan.vault;

import java.nio.file.Path;
import java.util.Objects;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultSettings.class)
class VaultConfiguration {

	@Bean
	KeyFiles keyFiles(VaultSettings settings, Environment environment) {
		return new KeyFiles(StringUtils.hasText(settings.directory()) ? Path.of(settings.directory())
				: Path.of(environment.getProperty("layanan.data-dir", "data"), "keys"));
	}

	@Bean
	KeyGuard keyGuard(KeyFiles files, KeyRegister register, VaultSettings settings, Environment environment) {
		return new KeyGuard(files, register,
				Objects.requireNonNullElseGet(settings.generate(), () -> isEmbedded(environment)));
	}

	/** As the configuration of the embedded database decides it. */
	private static boolean isEmbedded(Environment environment) {
		String url = environment.getProperty("spring.datasource.url");
		return url == null || "embedded".equalsIgnoreCase(url);
	}

}
