package id.tangerangkota.layanan.identity.registry;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the population registry is and how long it may take.
 *
 * @param url what requests are posted to; without it there is no registry
 * @param tokenFile holds the access token in its first line
 * @param timeout of one try
 * @param retries after a try without an answer
 * @param allowedNetworks networks beside the public ones it may be in, such as
 * {@code 10.20.0.0/16}
 */
@ConfigurationProperties("layanan.identity.registry")
record RegistrySettings(URI url, @Nullable Path tokenFile, @DefaultValue("2s") Duration timeout,
		@DefaultValue("2") int retries, @DefaultValue List<String> allowedNetworks) {
}
