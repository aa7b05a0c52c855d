package id.tangerangkota.layanan.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The same words as a simple page, for mail programs that show one. Nothing in it is
 * loaded from anywhere, so that opening a mail tells nobody.
 */
@Component
class MailHtml {

	private final ITemplateEngine templates;

	private final String style;

	MailHtml(ITemplateEngine templates) {
		this.templates = templates;
		try {
			this.style = new ClassPathResource("templates/notification/mail.css")
				.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A line of a paragraph; one that is an address leads there. */
	record Line(String text, boolean address) {

		static Line of(String text) {
			return new Line(text, text.startsWith("https://") || text.startsWith("http://"));
		}

	}

	String of(MailText mail) {
		Context context = new Context(mail.language().locale());
		context.setVariable("subject", mail.subject());
		context.setVariable("paragraphs",
				mail.paragraphs()
					.stream()
					.filter((paragraph) -> !paragraph.startsWith("-- "))
					.map((paragraph) -> paragraph.lines().filter((line) -> !line.isEmpty()).map(Line::of).toList())
					.toList());
		context.setVariable("signature",
				mail.paragraphs()
					.stream()
					.filter((paragraph) -> paragraph.startsWith("-- "))
					.flatMap((paragraph) -> paragraph.lines().skip(1))
					.map(Line::of)
					.toList());
		// A template holds no style sheet; a mail can bring only its own.
		return this.templates.process("notification/mail", context)
			.replace("</head>", "<style>" + this.style + "</style></head>");
	}

}
