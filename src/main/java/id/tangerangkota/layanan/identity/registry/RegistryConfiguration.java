package id.tangerangkota.layanan.identity.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("layanan.identity.registry.url")
@EnableConfigurationProperties(RegistrySettings.class)
class RegistryConfiguration {

	@Bean
	HttpPopulationRegistry populationRegistry(RegistrySettings settings) {
		RestClient.Builder client = RestClient.builder().baseUrl(settings.url()).requestFactory(requests(settings));
		String token = token(settings.tokenFile());
		if (token != null) {
			client.defaultHeader("Authorization", "Bearer " + token);
		}
		return new HttpPopulationRegistry(client.build(), settings);
	}

	private static ClientHttpRequestFactory requests(RegistrySettings settings) {
		InetAddressFilter allowed = settings.allowedNetworks()
			.stream()
			.reduce(InetAddressFilter.externalAddresses(), InetAddressFilter::or, (one, other) -> other);
		return ClientHttpRequestFactoryBuilder.httpComponents()
			// Tries are counted here, not by the client.
			.withHttpClientCustomizer((http) -> http.disableAutomaticRetries().disableCookieManagement())
			.build(HttpClientSettings.defaults()
				.withInetAddressFilter(allowed)
				.withRedirects(HttpRedirects.DONT_FOLLOW)
				.withTimeouts(settings.timeout(), settings.timeout()));
	}

	private static @Nullable String token(@Nullable Path file) {
		try {
			return (file != null) ? Files.readString(file).lines().findFirst().map(String::strip).orElse(null) : null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read layanan.identity.registry.token-file " + file, ex);
		}
	}

}
