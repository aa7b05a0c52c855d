package id.tangerangkota.layanan.notification.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import id.tangerangkota.layanan.notification.Failure;
import id.tangerangkota.layanan.notification.Scope;
import id.tangerangkota.layanan.notification.Trouble;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.FilteredHostException;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Calls receivers: in public networks and those that are open to it, without following
 * anybody elsewhere, and within one time limit for all of it, for a receiver can answer
 * one byte a second.
 */
@Component
class WebhookClient implements DisposableBean {

	private static final Duration LONGEST_PAUSE = Duration.ofHours(12);

	private final RestClient client;

	private final Duration timeout;

	private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

	WebhookClient(WebhookSettings settings) {
		this.client = RestClient.builder()
			.requestFactory(requests(settings))
			.defaultHeader(HttpHeaders.USER_AGENT, "LayananKotaTangerang-Webhook/1")
			.build();
		this.timeout = settings.timeout();
	}

	private static ClientHttpRequestFactory requests(WebhookSettings settings) {
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

	/** What a receiver said; nothing of what it wrote is read. */
	private record Answer(HttpStatusCode status, @Nullable String retryAfter) {
	}

	/** Null when the receiver took it. */
	@Nullable Failure post(URI url, Map<String, String> headers, byte[] body) {
		Future<Answer> call = this.calls.submit(() -> exchange(url, headers, body));
		try {
			return failure(call.get(this.timeout.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (TimeoutException ex) {
			return noAnswer("Timeout");
		}
		catch (ExecutionException ex) {
			return failure(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return noAnswer("Interrupted");
		}
		finally {
			call.cancel(true);
		}
	}

	private Answer exchange(URI url, Map<String, String> headers, byte[] body) {
		return this.client.post()
			.uri(url)
			.contentType(MediaType.APPLICATION_JSON)
			.headers((all) -> headers.forEach(all::set))
			.body(body)
			.exchangeForRequiredValue((request, response) -> new Answer(response.getStatusCode(),
					response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)));
	}

	private static @Nullable Failure failure(Answer answer) {
		if (answer.status().is2xxSuccessful()) {
			return null;
		}
		int code = answer.status().value();
		if (code == HttpStatus.GONE.value()) {
			return new Failure(Scope.RECEIVER_AWAY, Trouble.GONE, "HTTP 410");
		}
		return new Failure(Scope.RECEIVER_AWAY, Trouble.ANSWERED_WITH_ERROR, "HTTP " + code,
				pause(answer.retryAfter()));
	}

	/** Of the two forms only seconds. */
	private static @Nullable Duration pause(@Nullable String retryAfter) {
		if (retryAfter == null || !retryAfter.matches("\\d{1,6}")) {
			return null;
		}
		Duration wanted = Duration.ofSeconds(Long.parseLong(retryAfter));
		return (wanted.compareTo(LONGEST_PAUSE) < 0) ? wanted : LONGEST_PAUSE;
	}

	private static Failure failure(@Nullable Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof FilteredHostException) {
				return new Failure(Scope.RECEIVER_AWAY, Trouble.NETWORK_CLOSED, "FilteredHostException");
			}
		}
		Throwable cause = (thrown != null && thrown.getCause() != null) ? thrown.getCause() : thrown;
		return noAnswer((cause != null) ? cause.getClass().getSimpleName() : "Unknown");
	}

	private static Failure noAnswer(String reason) {
		return new Failure(Scope.RECEIVER_AWAY, Trouble.NO_ANSWER, reason);
	}

	@Override
	public void destroy() {
		this.calls.shutdownNow();
	}

}
