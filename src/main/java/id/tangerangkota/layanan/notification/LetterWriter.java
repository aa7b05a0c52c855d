package id.tangerangkota.layanan.notification;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.web.Links;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.springframework.stereotype.Component;

/**
 * Writes mails: plain text, so that they are read everywhere and nothing in them can hide
 * where a link goes, and beside it the same as a simple page.
 */
@Component
class LetterWriter {

	private final MailTexts texts;

	private final MailHtml html;

	private final Links links;

	private final MailSettings settings;

	private final Clock clock;

	LetterWriter(MailTexts texts, MailHtml html, Links links, MailSettings settings, Clock clock) {
		this.texts = texts;
		this.html = html;
		this.links = links;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Fills in the mail.
	 * @param messages that go together
	 * @throws AddressException if the letter's address is none
	 */
	void write(MimeMessage mail, List<WaitingMessage> messages, Letter letter) throws MessagingException {
		Locale locale = letter.language().locale();
		MailText text = this.texts.of(messages, letter);
		mail.setFrom(from(locale));
		mail.setRecipient(RecipientType.TO, address(letter.email()));
		mail.setSubject(text.subject(), StandardCharsets.UTF_8.name());
		mail.setSentDate(Date.from(this.clock.instant()));
		mail.setHeader("Message-ID", "<" + text.id() + "@" + this.links.publicUrl().getHost() + ">");
		mail.setHeader("Auto-Submitted", "auto-generated");
		mail.setHeader("Content-Language", locale.getLanguage());
		if (text.unsubscribe() != null) {
			mail.setHeader("List-Unsubscribe", "<" + text.unsubscribe() + ">");
			mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
		}
		// The last one is what a program shows that can show both.
		mail.setContent(new MimeMultipart("alternative", part(String.join("\n\n", text.paragraphs()) + "\n", "plain"),
				part(this.html.of(text), "html")));
	}

	private static MimeBodyPart part(String text, String kind) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setText(text, StandardCharsets.UTF_8.name(), kind);
		// Keeps lines short on their way, whatever a link looks like.
		part.setHeader("Content-Transfer-Encoding", "quoted-printable");
		return part;
	}

	private InternetAddress from(Locale locale) throws MessagingException {
		InternetAddress from = new InternetAddress(this.settings.from(), true);
		try {
			from.setPersonal(this.texts.siteName(locale), StandardCharsets.UTF_8.name());
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException("Every JDK has UTF-8", ex);
		}
		return from;
	}

	/** One bare address: no name, no list, nothing that could begin another header. */
	private static InternetAddress address(String email) throws AddressException {
		InternetAddress address = new InternetAddress(email, true);
		if (address.isGroup() || !email.equals(address.getAddress())) {
			throw new AddressException("Not a bare address");
		}
		return address;
	}

}
