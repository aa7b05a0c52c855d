package id.tangerangkota.layanan.notification;

import java.util.List;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * Sends mails. The mail server is asked with the time limits of
 * {@code spring.mail.properties}.
 */
@Component
class MailCarrier implements Carrier {

	private static final Logger log = LoggerFactory.getLogger(MailCarrier.class);

	private final Letters letters;

	private final ObjectProvider<MailDirectory> directories;

	private final LetterWriter writer;

	private final @Nullable JavaMailSender server;

	MailCarrier(Letters letters, ObjectProvider<MailDirectory> directories, LetterWriter writer,
			ObjectProvider<JavaMailSender> servers) {
		this.letters = letters;
		this.directories = directories;
		this.writer = writer;
		this.server = servers.getIfAvailable();
		if (this.server == null) {
			log.warn("No mail server is configured (spring.mail.host): messages wait and expire unsent");
		}
	}

	@Override
	public Channel channel() {
		return Channel.EMAIL;
	}

	@Override
	public boolean isReady() {
		return this.server != null;
	}

	@Override
	public @Nullable Failure carry(List<WaitingMessage> messages) {
		JavaMailSender client = this.server;
		if (client == null) {
			throw new IllegalStateException("There is no mail server");
		}
		Letter letter = letter(messages.getFirst());
		try {
			MimeMessage mail = client.createMimeMessage();
			this.writer.write(mail, messages, letter);
			client.send(mail);
			return null;
		}
		catch (MessagingException | MailException ex) {
			return MailFailure.of(ex).failure();
		}
	}

	/**
	 * What cannot be opened is sealed with a key that only a newer node knows. It waits,
	 * and those behind it do not.
	 */
	private Letter letter(WaitingMessage message) {
		if (message.payload() != null) {
			return this.letters.open(message.id(), message.payload());
		}
		return this.directories.stream()
			.filter((directory) -> directory.kind() == message.recipientKind())
			.findFirst()
			.flatMap((directory) -> directory.find(message.recipient()))
			.orElseThrow(NobodyThere::new);
	}

}
