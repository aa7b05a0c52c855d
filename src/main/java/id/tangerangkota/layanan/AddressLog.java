package id.tangerangkota.layanan;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Ends the log of a start with the address to open. */
@Component
@ConditionalOnWebApplication
class AddressLog {

	private static final Logger logger = LoggerFactory.getLogger(AddressLog.class);

	@EventListener
	@Order
	void on(ApplicationReadyEvent event) {
		if (event.getApplicationContext() instanceof WebServerApplicationContext context
				&& context.getWebServer() != null) {
			String path = event.getApplicationContext().getEnvironment().getProperty("server.servlet.context-path", "");
			logger.info("Layanan Kota Tangerang: http://localhost:{}{}", context.getWebServer().getPort(), path);
		}
	}

}
