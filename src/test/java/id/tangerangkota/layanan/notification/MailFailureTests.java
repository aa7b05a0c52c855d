package id.tangerangkota.layanan.notification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

/** With the failures the mail client really throws, not with such as one imagines. */
class MailFailureTests {

	private static final String RECEIVER = "siti@example.org";

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(delimiter = '|', textBlock = """
			RCPT | 550 5.1.1 <siti@example.org> user unknown    | RECEIVER | 550
			RCPT | 550 No such user siti@example.org            | RECEIVER | 550
			RCPT | 553 5.1.3 siti@example.org is no address     | RECEIVER | 553
			RCPT | 556 5.1.10 siti@example.org takes no mail    | RECEIVER | 556
			RCPT | 554 5.7.1 siti@example.org relay denied      | MESSAGE  | 554
			RCPT | 530 5.7.0 Must issue STARTTLS first          | MESSAGE  | 530
			RCPT | 552 5.2.2 siti@example.org mailbox full      | MESSAGE  | 552
			RCPT | 450 4.2.1 siti@example.org busy              | MESSAGE  | 450
			RCPT | 452 4.5.3 siti@example.org too many          | MESSAGE  | 452
			MAIL | 550 5.7.1 layanan@localhost may not send     | MESSAGE  | 550
			DATA | 550 5.6.0 siti@example.org we do not like it | MESSAGE  | 550
			END  | 550 5.7.1 siti@example.org looks like spam   | MESSAGE  | 550
			END  | 451 4.3.0 siti@example.org try again         | MESSAGE  | 451
			""")
	void tellsRefusedReceiversFromWhatMayWorkLater(String command, String answer, Scope scope, String code)
			throws Exception {
		try (StubbornMailServer server = new StubbornMailServer(Map.of(command, answer))) {
			MailFailure failure = send(server.client());
			assertThat(failure.scope()).isEqualTo(scope);
			assertThat(failure.reason()).endsWith(" " + code).doesNotContain(RECEIVER, "siti");
			assertThat(server.taken).isEmpty();
		}
	}

	@Test
	void takesALostConnectionForOneMessagesTrouble() throws Exception {
		try (StubbornMailServer server = new StubbornMailServer(Map.of("RCPT", ""))) {
			assertThat(send(server.client()).scope()).isEqualTo(Scope.MESSAGE);
		}
	}

	/** Whether the goodbye fails too is a matter of chance. */
	@Test
	void looksPastAGoodbyeThatFailsAfterTheMessage() {
		MessagingException failure = new MessagingException("451 siti@example.org try again");
		MailSendException both = new MailSendException("Failed to close server connection after message failures",
				new MessagingException("gone"), Map.of("mail", failure));
		assertThat(MailFailure.of(both)).isEqualTo(new MailFailure(Scope.MESSAGE, "MessagingException 451"));
	}

	@Test
	void takesAServerThatIsNotThereForEveryMessagesTrouble() throws Exception {
		MailFailure failure = send(StubbornMailServer.client(freePort()));
		assertThat(failure.scope()).isEqualTo(Scope.SERVER);
		assertThat(failure.reason()).isEqualTo("MailConnectException");
	}

	@Test
	void takesARefusedSignInForEveryMessagesTrouble() throws Exception {
		try (StubbornMailServer server = new StubbornMailServer(
				Map.of("EHLO", "250-stubborn\r\n250 AUTH PLAIN", "AUTH", "535 5.7.8 wrong password"))) {
			JavaMailSenderImpl client = server.client();
			client.getJavaMailProperties().setProperty("mail.smtp.auth", "true");
			client.setUsername("layanan");
			client.setPassword("rahasia");
			MailFailure failure = send(client);
			assertThat(failure.scope()).isEqualTo(Scope.SERVER);
			assertThat(failure.reason()).startsWith("MailAuthenticationException");
		}
	}

	@Test
	void takesAnAddressThatIsNoneForARefusedReceiver() {
		assertThat(MailFailure.of(new AddressException("siti@")))
			.isEqualTo(new MailFailure(Scope.RECEIVER, "AddressException"));
	}

	@Test
	void takesWhatIsNotAboutMailForOneMessagesTrouble() {
		assertThat(MailFailure.of(new IllegalStateException("550 siti@example.org")).scope()).isEqualTo(Scope.MESSAGE);
	}

	/** Whatever the client says about the goodbye, the message is on its way. */
	@Test
	void knowsThatOnlyTheGoodbyeFailed() throws Exception {
		MailSendException failure = new MailSendException("Failed to close server connection",
				new MessagingException("gone"));
		assertThat(MailFailure.of(failure).scope()).isEqualTo(Scope.NONE);
		try (StubbornMailServer server = new StubbornMailServer(Map.of("QUIT", ""))) {
			assertThat(catchException(() -> server.client().send(mail(server.client())))).satisfiesAnyOf(
					(none) -> assertThat(none).isNull(),
					(ex) -> assertThat(MailFailure.of(ex).scope()).isEqualTo(Scope.NONE));
			assertThat(server.taken).hasSize(1);
		}
	}

	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static MailFailure send(JavaMailSender client) throws MessagingException {
		MimeMessage mail = mail(client);
		Exception failure = catchException(() -> client.send(mail));
		assertThat(failure).isNotNull();
		return MailFailure.of(failure);
	}

	private static MimeMessage mail(JavaMailSender client) throws MessagingException {
		MimeMessage mail = client.createMimeMessage();
		mail.setFrom(new InternetAddress("layanan@localhost"));
		mail.setRecipient(RecipientType.TO, new InternetAddress(RECEIVER));
		mail.setSubject("Halo");
		mail.setText("Halo");
		return mail;
	}

}
