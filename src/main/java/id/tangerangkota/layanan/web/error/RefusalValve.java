package id.tangerangkota.layanan.web.error;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import id.tangerangkota.layanan.web.security.RequestId;
import id.tangerangkota.layanan.web.security.ResponseHeaders;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.ClassPathResource;

/**
 * Answers what the server refuses before anything of ours sees it, and what is left when
 * even the error page fails: a fixed page in both languages that names nothing.
 */
class RefusalValve extends ErrorReportValve {

	private static final Logger logger = LoggerFactory.getLogger(RefusalValve.class);

	private static final String MARK = "<!--reference-->";

	private final String page;

	RefusalValve() {
		try {
			this.page = new ClassPathResource("data/web/refused.html").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	protected void report(Request request, Response response, @Nullable Throwable throwable) {
		if (response.getStatus() < Problem.BAD_REQUEST || response.getContentWritten() > 0
				|| !response.setErrorReported()) {
			return;
		}
		ResponseHeaders.apply(request, response);
		response.setContentType("text/html;charset=UTF-8");
		try {
			Writer writer = response.getReporter();
			if (writer != null) {
				writer.write(this.page.replace(MARK, RequestId.of(request)));
				response.finishResponse();
			}
		}
		catch (IOException ex) {
			logger.debug("Nobody was left to read it", ex);
		}
	}

}
