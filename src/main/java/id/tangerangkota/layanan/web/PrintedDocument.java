package id.tangerangkota.layanan.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import org.apache.pdfbox.pdmodel.PDDocument;

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
			PdfRendererBuilder builder = builder(xhtml);
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

	/**
	 * As {@link #print(String)}, with the same bytes whenever it is printed.
	 * @param made when the document says it was made
	 */
	public byte[] print(String xhtml, Instant made) {
		return this.work.run(() -> {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			try (PdfBoxRenderer renderer = builder(xhtml).buildPdfRenderer();
					PDDocument document = renderer.createPDFKeepOpen()) {
				Calendar time = GregorianCalendar.from(made.atZone(ZoneOffset.UTC));
				document.getDocumentInformation().setCreationDate(time);
				document.getDocumentInformation().setModificationDate(time);
				document.setDocumentId(made.toEpochMilli());
				document.save(bytes);
			}
			return bytes.toByteArray();
		});
	}

	private PdfRendererBuilder builder(String xhtml) {
		PdfRendererBuilder builder = new PdfRendererBuilder();
		builder.useUriResolver((base, address) -> null);
		// The letters that need no file of their own know no minus sign.
		builder.withHtmlContent(xhtml.replace("</head>", this.style).replace('\u2212', '\u2013'), null);
		return builder;
	}

	@Override
	public void destroy() {
		this.work.close();
	}

}
