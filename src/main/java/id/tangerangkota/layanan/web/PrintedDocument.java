package id.tangerangkota.layanan.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Prints XHTML as PDF, one document at a time, with one style for all. It fetches nothing
 * from anywhere.
 */
@Component
public class PrintedDocument implements DisposableBean {

	private static final int MOST_WAITING = 4;

	private final String style;

	private final HeavyWork work = new HeavyWork("pdf", 1, MOST_WAITING);

	PrintedDocument(@Value("classpath:templates/web/document.css") Resource style) throws IOException {
		this.style = "<style>" + style.getContentAsString(StandardCharsets.UTF_8) + "</style></head>";
	}

	/**
	 * The document as a file of the format PDF.
	 * @param xhtml well formed
	 */
	public byte[] print(String xhtml) {
		return this.work.run(() -> {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			PdfRendererBuilder builder = new PdfRendererBuilder();
			builder.useUriResolver((base, address) -> null);
			builder.withHtmlContent(xhtml.replace("</head>", this.style), null);
			builder.toStream(bytes);
			try {
				builder.run();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			return bytes.toByteArray();
		});
	}

	@Override
	public void destroy() {
		this.work.close();
	}

}
