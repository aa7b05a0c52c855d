package id.tangerangkota.layanan.portal.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Reads the description of the API once the portal is up. It takes seconds to put
 * together and is kept then; the start does not wait for it, and no program does.
 */
@Component
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty("layanan.api.read-first")
class FirstApiReader {

	private static final Logger logger = LoggerFactory.getLogger(FirstApiReader.class);

	private final Environment environment;

	FirstApiReader(Environment environment) {
		this.environment = environment;
	}

	@EventListener(ApplicationReadyEvent.class)
	@Order
	void read() {
		String port = this.environment.getProperty("local.server.port");
		if (port != null) {
			Thread.ofPlatform().daemon().name("api-description").start(() -> read(port));
		}
	}

	/** Where the portal does not answer itself, somebody else is the first. */
	private void read(String port) {
		String path = this.environment.getRequiredProperty("springdoc.api-docs.path");
		URI address = URI.create("http://localhost:" + port + path);
		try (HttpClient http = HttpClient.newHttpClient()) {
			http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
		}
		catch (IOException ex) {
			logger.debug("Nobody answered at {}", address, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
