package id.tangerangkota.layanan.identity.registry;

import java.time.Duration;
import java.time.LocalDate;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import id.tangerangkota.layanan.identity.nik.Nik;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.http.client.FilteredHostException;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks a registry over HTTP. A question changes nothing there, so it is asked again when
 * no answer comes; when answers fail for long, people are told at once instead of waiting
 * for each.
 */
class HttpPopulationRegistry implements PopulationRegistry {

	private static final Logger logger = LoggerFactory.getLogger(HttpPopulationRegistry.class);

	private static final int FAILURES = 5;

	private static final int OF_CALLS = 10;

	private static final Duration PAUSE = Duration.ofSeconds(30);

	private static final Duration FIRST_DELAY = Duration.ofMillis(100);

	private static final Duration LONGEST_DELAY = Duration.ofSeconds(1);

	private final RestClient client;

	private final FailsafeExecutor<Object> calls;

	HttpPopulationRegistry(RestClient client, RegistrySettings settings) {
		this.client = client;
		RetryPolicy<Object> retries = RetryPolicy.builder()
			.handle(RestClientException.class)
			.withBackoff(FIRST_DELAY, LONGEST_DELAY)
			.withJitter(0.2)
			.withMaxRetries(settings.retries())
			.build();
		CircuitBreaker<Object> breaker = CircuitBreaker.builder()
			.handle(RestClientException.class)
			.withFailureThreshold(FAILURES, OF_CALLS)
			.withDelay(PAUSE)
			.build();
		this.calls = Failsafe.with(retries, breaker);
	}

	/** What the registry says. */
	private record Answer(@Nullable Boolean cocok) {
	}

	@Override
	public boolean matches(Nik nik, String name, LocalDate born) {
		try {
			return this.calls.get(() -> ask(RegistryQuestion.of(nik, name, born)));
		}
		catch (FilteredHostException ex) {
			logger.warn("The population registry lies in a network that layanan.identity.registry.allowed-networks"
					+ " does not name");
			throw new RegistryUnavailable(ex);
		}
		catch (RestClientException | CircuitBreakerOpenException ex) {
			// Without the cause: it may quote the question.
			throw new RegistryUnavailable(null);
		}
	}

	private boolean ask(RegistryQuestion question) {
		Answer answer = this.client.post()
			.contentType(MediaType.APPLICATION_JSON)
			.body(question)
			.retrieve()
			.body(Answer.class);
		if (answer == null || answer.cocok() == null) {
			throw new RestClientException("The registry's answer is not understood");
		}
		return answer.cocok();
	}

}
