package id.tangerangkota.layanan.identity.credential;

import java.security.SecureRandom;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HashingSettings.class)
class CredentialConfiguration {

	/** Names the parameters, so that a hash with others is known as old. */
	private static final String CURRENT = "argon2@2026";

	/** KiB and rounds: the least OWASP asks of Argon2id. */
	private static final int MEMORY = 19456;

	private static final int ROUNDS = 2;

	@Bean
	PasswordEncoder passwordEncoder(HashingSettings settings, SecureRandom random) {
		return new DelegatingPasswordEncoder(CURRENT,
				Map.of(CURRENT, new Argon2Encoder(MEMORY, ROUNDS, settings.threadsOrDefault(), random)));
	}

	@Bean
	PasswordHashing passwordHashing(PasswordEncoder encoder, HashingSettings settings, MeterRegistry meters) {
		return new PasswordHashing(encoder, settings, meters);
	}

}
