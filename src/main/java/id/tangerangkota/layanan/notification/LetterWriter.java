package id.tangerangkota.layanan.notification;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.identity.delivery.AccountMessage.Kind;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.Links;
import id.tangerangkota.layanan.web.PageClock;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes mails: plain text, so that they are read everywhere and nothing in them can hide
 * where a link goes.
 */
@Component
class LetterWriter {

	private static final String TEXTS = "notification.mail.";

	private final MessageSource messages;

	private final PageClock pageClock;

	private final Links links;

	private final MailSettings settings;

	private final Clock clock;

	LetterWriter(MessageSource messages, PageClock pageClock, Links links, MailSettings settings, Clock clock) {
		this.messages = messages;
		this.pageClock = pageClock;
		this.links = links;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Fills in the mail.
	 * @throws AddressException if the letter's address is none
	 */
	void write(MimeMessage mail, WaitingMessage message, Letter letter) throws MessagingException {
		Locale locale = letter.language().locale();
		Kind kind = Kind.valueOf(message.kind());
		mail.setFrom(from(locale));
		mail.setRecipient(RecipientType.TO, address(letter.email()));
		mail.setSubject(text(kind.name() + ".subject", locale), StandardCharsets.UTF_8.name());
		mail.setSentDate(Date.from(this.clock.instant()));
		// The same at every attempt, so that who gets a mail twice can tell.
		mail.setHeader("Message-ID", "<" + message.id() + "@" + this.links.publicUrl().getHost() + ">");
		mail.setHeader("Auto-Submitted", "auto-generated");
		mail.setHeader("Content-Language", locale.getLanguage());
		mail.setText(body(kind, message, letter), StandardCharsets.UTF_8.name());
		// Keeps lines short on their way, whatever a link looks like.
		mail.setHeader("Content-Transfer-Encoding", "quoted-printable");
	}

	private InternetAddress from(Locale locale) throws MessagingException {
		InternetAddress from = new InternetAddress(this.settings.from(), true);
		try {
			from.setPersonal(siteName(locale), StandardCharsets.UTF_8.name());
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

	private String body(Kind kind, WaitingMessage message, Letter letter) {
		Language language = letter.language();
		Locale locale = language.locale();
		Object[] arguments = { this.pageClock.format(message.createdAt(), language),
				this.links.absolute("/masuk", language), this.links.absolute("/lupa-sandi", language),
				this.links.absolute("/akun/keamanan", language), this.links.absolute("/akun/data-saya", language) };
		List<String> paragraphs = new ArrayList<>();
		paragraphs.add(text("greeting", locale));
		paragraphs.add(text(kind.name() + ".text", locale, arguments));
		if (letter.link() != null) {
			paragraphs.add(letter.link());
			paragraphs.add(text("expires", locale, this.pageClock.format(message.expiresAt(), language)));
		}
		paragraphs.add(text(kind.name() + ".otherwise", locale, arguments));
		paragraphs.add(text("never", locale));
		paragraphs.add(text("automatic", locale));
		paragraphs.add("-- \n" + siteName(locale) + "\n" + this.links.absolute("/", language));
		return String.join("\n\n", paragraphs) + "\n";
	}

	/**
	 * With a plain space: the one that holds words together on pages would be encoded.
	 */
	private String siteName(Locale locale) {
		return this.messages.getMessage("web.site.name", null, locale).replace('\u00a0', ' ');
	}

	private String text(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(TEXTS + key, arguments, locale);
	}

}
