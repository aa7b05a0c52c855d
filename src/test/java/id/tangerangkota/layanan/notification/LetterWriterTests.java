package id.tangerangkota.layanan.notification;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;

import id.tangerangkota.layanan.identity.delivery.AccountMessage.Kind;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.Links;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.testing.SetClock;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.Mockito.mock;

class LetterWriterTests {

	private static final String LINK = "https://layanan.example.id/lupa-sandi/kode#" + "a1B2-_".repeat(30);

	private final LetterWriter writer = writer("layanan@tangerangkota.go.id");

	static Stream<Arguments> kinds() {
		return Arrays.stream(Kind.values())
			.flatMap((kind) -> Arrays.stream(Language.values()).map((language) -> Arguments.of(kind, language)));
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("kinds")
	void writesPlainShortTexts(Kind kind, Language language) throws Exception {
		MimeMessage mail = write(kind, new Letter("siti@example.org", language, LINK));
		boolean english = language == Language.ENGLISH;
		assertThat(mail.getContentType()).startsWith("multipart/alternative;");
		assertThat(mail.getSubject()).isNotBlank().hasSizeLessThan(70).doesNotContain("{");
		String text = text(mail);
		assertThat(text).doesNotContain("{", "}", "<", "''")
			.startsWith(english ? "Hello," : "Halo,")
			.contains("\n" + LINK + "\n")
			.contains(english ? "24 Nov 2026, 10:42 WIB" : "24 Nov 2026 pukul 10.42 WIB")
			.contains(english ? "never asks for your NIK or password" : "tidak pernah meminta NIK atau kata sandi")
			.endsWith("-- \nLayanan Kota Tangerang\nhttps://layanan.example.id/" + (english ? "?lang=en\n" : "\n"));
		assertThat(text.replaceAll("https?://\\S+", "").split("\\s+")).hasSizeLessThan(120);
		// An address ends its line, so that no mail program takes a full stop along.
		assertThat(text.lines().filter((line) -> line.contains("://"))).allMatch((line) -> line.matches("https://\\S+"))
			.noneMatch((line) -> line.endsWith("."));
		assertThat(mail.getHeader("Content-Language")).containsExactly(english ? "en" : "id");
	}

	/** A page in a mail: nothing is loaded, nothing runs, and links say where they go. */
	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("kinds")
	void saysTheSameOnASimplePage(Kind kind, Language language) throws Exception {
		MimeMessage mail = write(kind, new Letter("siti@example.org", language, LINK + "?a=1&b=<script>"));
		Document page = Jsoup.parse(part(mail, 1));
		assertThat(page.select("html").attr("lang")).isEqualTo(language.locale().getLanguage());
		assertThat(page.select("h1").text()).isEqualTo(mail.getSubject());
		assertThat(page.select("script, img, link, iframe, form, [src], [style]")).isEmpty();
		assertThat(page.select("a")).isNotEmpty()
			.allSatisfy((link) -> assertThat(link.text()).isEqualTo(link.attr("href")).startsWith("https://"));
		String plain = text(mail).replace("-- \n", "").replaceAll("\\s+", " ").strip();
		assertThat(page.body().text()).isEqualTo(mail.getSubject() + " " + plain);
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("kinds")
	void mentionsNoExpiryWithoutALink(Kind kind, Language language) throws Exception {
		MimeMessage mail = write(kind, new Letter("siti@example.org", language, null));
		assertThat(text(mail)).doesNotContain("24 Nov 2026", "null");
	}

	@Test
	void saysWhenItHappened() throws Exception {
		MimeMessage mail = write(Kind.PASSWORD_CHANGED, new Letter("siti@example.org", Language.INDONESIAN, null));
		assertThat(text(mail)).contains("diganti pada 23 Nov 2026 pukul 10.40 WIB.")
			.contains("\nhttps://layanan.example.id/lupa-sandi\n");
	}

	@Test
	void makesHeadersThatMachinesUnderstand() throws Exception {
		MimeMessage mail = write(Kind.RESET_PASSWORD, new Letter("siti@example.org", Language.INDONESIAN, LINK));
		assertThat(mail.getFrom())
			.containsExactly(new InternetAddress("layanan@tangerangkota.go.id", "Layanan Kota Tangerang"));
		assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("siti@example.org"));
		assertThat(mail.getSentDate()).isEqualTo(Instant.parse("2026-11-23T03:42:00Z"));
		assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(mail.getMessageID()).isEqualTo("<00000000-0000-0001-0000-000000000002@layanan.example.id>");
	}

	@Test
	void staysBelowTheLongestLineOnTheWire() throws Exception {
		MimeMessage mail = write(Kind.RESET_PASSWORD, new Letter("siti@example.org", Language.INDONESIAN, LINK));
		String wire = wire(mail);
		assertThat(wire).contains("Content-Transfer-Encoding: quoted-printable");
		assertThat(wire.lines()).allMatch((line) -> line.length() <= 78);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "siti", "siti@", "@example.org", "siti@example.org, budi@example.org",
			"Siti <siti@example.org>", "siti@example.org\r\nBcc: budi@example.org", "siti@example.org\nSubject: Hadiah",
			" siti@example.org", "siti@example.org ", "undisclosed:siti@example.org;", "siti @example.org",
			"siti@exam\u0000ple.org", "siti@example.org\u2028Bcc: budi@example.org" })
	void writesToOneBareAddressOnly(String email) {
		assertThatExceptionOfType(AddressException.class)
			.isThrownBy(() -> write(Kind.RESET_PASSWORD, new Letter(email, Language.INDONESIAN, LINK)));
	}

	/** A link comes from the portal itself; should it ever not, it stays in the body. */
	@Test
	void letsNothingOfTheLinkIntoTheHeaders() throws Exception {
		MimeMessage mail = write(Kind.RESET_PASSWORD,
				new Letter("siti@example.org", Language.ENGLISH, "https://a/\r\nBcc: budi@example.org\r\n\r\nHi {0}"));
		String headers = wire(mail).split("\r\n\r\n", 2)[0];
		assertThat(headers).doesNotContain("Bcc").doesNotContain("budi");
		assertThat(mail.getAllRecipients()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "layanan", "a@b.id, c@d.id", "a@b.id\r\nBcc: c@d.id" })
	void doesNotStartWithASenderThatIsNone(String from) {
		assertThatIllegalArgumentException().isThrownBy(() -> new MailSettings(from))
			.withMessageContaining("layanan.mail.from");
	}

	private MimeMessage write(Kind kind, Letter letter) throws MessagingException {
		MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
		this.writer.write(mail,
				List.of(new WaitingMessage(new UUID(1, 2), kind.name(), RecipientKind.ACCOUNT, new UUID(3, 4),
						Topic.ACCOUNT.name(), null, "sealed", Instant.parse("2026-11-23T03:40:00Z"),
						Instant.parse("2026-11-24T03:42:00Z"), 0)),
				letter);
		String id = mail.getMessageID();
		mail.saveChanges();
		mail.setHeader("Message-ID", id);
		return mail;
	}

	private static String text(MimeMessage mail) throws IOException, MessagingException {
		return part(mail, 0);
	}

	private static String part(MimeMessage mail, int place) throws IOException, MessagingException {
		return ((String) ((Multipart) mail.getContent()).getBodyPart(place).getContent()).replace("\r\n", "\n");
	}

	private static String wire(MimeMessage mail) throws IOException, MessagingException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		mail.writeTo(bytes);
		return bytes.toString(StandardCharsets.US_ASCII);
	}

	private static LetterWriter writer(String from) {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasenames("messages/notification", "messages/web");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		SetClock clock = new SetClock(Instant.parse("2026-11-23T03:42:00Z"));
		Links links = new Links(URI.create("https://layanan.example.id/"));
		MailTexts texts = new MailTexts(messages, new PageClock(clock), links, mock(Stories.class),
				mock(HappeningRows.class), mock(UnsubscribeLinks.class));
		return new LetterWriter(texts, new MailHtml(templates(messages)), links, new MailSettings(from), clock);
	}

	private static SpringTemplateEngine templates(MessageSource messages) {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix("templates/");
		resolver.setSuffix(".html");
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(resolver);
		engine.setTemplateEngineMessageSource(messages);
		return engine;
	}

}
