package id.tangerangkota.layanan.notification;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.delivery.AccountMessage;
import id.tangerangkota.layanan.identity.delivery.AccountMessage.Kind;
import id.tangerangkota.layanan.identity.delivery.MessageDelivery;
import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.testing.SetClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** What the outbox promises, with a mail server that answers SMTP. */
@MailTest
@ExtendWith(OutputCaptureExtension.class)
class OutboxIntegrationTests {

	@RegisterExtension
	private static final GreenMailExtension mailbox = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort())
		.withPerMethodLifecycle(false);

	private static final String RECEIVER = "siti.rahmawati@example.org";

	private static final String LINK = "https://layanan.example.id/lupa-sandi/x7Q_" + "aZ09-b=".repeat(20);

	@Autowired
	private MessageDelivery delivery;

	@Autowired
	private OutboxSender sender;

	@Autowired
	private OutboxRows rows;

	@Autowired
	private Letters letters;

	@Autowired
	private LetterWriter writer;

	@Autowired
	private OutboxKeys keys;

	@Autowired
	private OutboxMeters meters;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MeterRegistry registry;

	@Autowired
	private MessageSource messages;

	@Autowired
	private RecurringTask<Void> notificationOutboxTask;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private SetClock clock;

	@Autowired
	private JavaMailSenderImpl mailServer;

	static Stream<Arguments> kinds() {
		return Arrays.stream(Kind.values())
			.flatMap((kind) -> Arrays.stream(Language.values()).map((language) -> Arguments.of(kind, language)));
	}

	/** Time goes on from test to test. */
	@BeforeAll
	static void begin(@Autowired SetClock clock) {
		clock.set(Instant.parse("2026-11-23T03:42:00Z"));
	}

	@BeforeEach
	void empty() throws Exception {
		this.mailServer.setPort(mailbox.getSmtp().getPort());
		// What is still to be told of others would come meanwhile.
		this.jdbc.sql("delete from notification.happening").update();
		this.jdbc.sql("delete from notification.outbox").update();
		mailbox.purgeEmailFromAllMailboxes();
	}

	/** Right after the commit: the recurring task is off in tests. */
	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("kinds")
	void deliversEveryKindInBothLanguages(Kind kind, Language language) throws Exception {
		UUID id = deliver(message(kind, language, LINK));
		assertThat(mailbox.waitForIncomingEmail(10_000, 1)).isTrue();
		MimeMessage mail = mailbox.getReceivedMessages()[0];
		assertThat(mail.getMessageID()).isEqualTo("<" + id + "@layanan.example.id>");
		assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(RECEIVER);
		assertThat(mail.getFrom()).extracting(Object::toString)
			.containsExactly("Layanan Kota Tangerang <layanan@tangerangkota.go.id>");
		assertThat(mail.getSentDate()).isEqualTo(this.clock.instant());
		assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(mail.getContentType()).startsWith("multipart/alternative;");
		assertThat(mail.getHeader("List-Unsubscribe")).as("about security there is no choice").isNull();
		assertThat(mail.getSubject()).isEqualTo(text(kind + ".subject", language));
		Multipart parts = (Multipart) mail.getContent();
		assertThat((String) parts.getBodyPart(0).getContent()).contains(LINK).contains(text("never", language));
		assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
		assertThat(wire(mail).lines()).allMatch((line) -> line.length() <= 78);
		await().untilAsserted(() -> assertThat(count()).isZero());
	}

	@Test
	void sendsFromTheRecurringTaskToo() {
		assertThat(this.notificationOutboxTask.getName()).isEqualTo("notification-outbox");
		add(message(Kind.PASSWORD_CHANGED, Language.INDONESIAN, null));
		this.notificationOutboxTask.execute(new TaskInstance<>("notification-outbox", "recurring"),
				mock(ExecutionContext.class));
		assertThat(mailbox.getReceivedMessages()).hasSize(1);
		assertThat(count()).isZero();
	}

	@Test
	void tellsNothingThatDidNotHappen() {
		this.transactions.executeWithoutResult((status) -> {
			this.delivery.deliver(message(Kind.PASSWORD_CHANGED, Language.INDONESIAN, null));
			assertThat(count()).isOne();
			status.setRollbackOnly();
		});
		this.sender.run(Channel.EMAIL);
		assertThat(count()).isZero();
		assertThat(mailbox.getReceivedMessages()).isEmpty();
	}

	@Test
	void asksForTheCallersTransaction() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.delivery.deliver(message(Kind.PASSWORD_CHANGED, Language.INDONESIAN, null)));
		assertThat(count()).isZero();
	}

	@ParameterizedTest
	@EnumSource(names = { "CONFIRM_EMAIL", "RESET_PASSWORD", "STAFF_INVITATION" })
	void refusesToAskForALinkThatIsNotThere(Kind kind) {
		assertThatIllegalArgumentException().isThrownBy(() -> deliver(message(kind, Language.INDONESIAN, null)));
		assertThat(count()).isZero();
	}

	@Test
	void removesWhatExpiredUnsent(CapturedOutput output) {
		add(message(Kind.RESET_PASSWORD, Language.INDONESIAN, LINK));
		add(message(Kind.RESET_PASSWORD, Language.ENGLISH, LINK));
		add(message(Kind.PASSWORD_CHANGED, Language.ENGLISH, null, Duration.ofDays(3)));
		double before = ended(this.registry, Kind.RESET_PASSWORD, Outcome.EXPIRED);
		this.clock.advance(Duration.ofHours(1));
		this.sender.run(Channel.EMAIL);
		assertThat(count()).isZero();
		assertThat(mailbox.getReceivedMessages()).hasSize(1);
		assertThat(ended(this.registry, Kind.RESET_PASSWORD, Outcome.EXPIRED) - before).isEqualTo(2);
		assertThat(output).contains("2 messages RESET_PASSWORD expired unsent");
	}

	@Test
	void triesAgainUntilTheServerIsUp(CapturedOutput output) throws Exception {
		int port = MailFailureTests.freePort();
		MeterRegistry counters = new SimpleMeterRegistry();
		OutboxSender other = sender(StubbornMailServer.client(port), counters);
		UUID id = add(message(Kind.RESET_PASSWORD, Language.INDONESIAN, LINK));
		UUID next = add(message(Kind.CONFIRM_EMAIL, Language.INDONESIAN, LINK));
		other.run(Channel.EMAIL);
		assertThat(attempts(id) + attempts(next)).as("one is enough to know that the server is down").isOne();
		other.run(Channel.EMAIL);
		other.run(Channel.EMAIL);
		assertThat(List.of(attempts(id), attempts(next))).as("neither is due again").containsExactly(1, 1);
		this.clock.advance(Duration.ofSeconds(5));
		other.run(Channel.EMAIL);
		other.run(Channel.EMAIL);
		assertThat(List.of(attempts(id), attempts(next))).containsExactly(2, 2);
		this.clock.advance(Duration.ofSeconds(9));
		other.run(Channel.EMAIL);
		assertThat(List.of(attempts(id), attempts(next))).as("the pause grows").containsExactly(2, 2);
		GreenMail late = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
		late.start();
		try {
			this.clock.advance(Duration.ofSeconds(1));
			other.run(Channel.EMAIL);
			assertThat(late.getReceivedMessages()).hasSize(2);
			assertThat(late.getReceivedMessages()[0].getMessageID()).isEqualTo("<" + id + "@layanan.example.id>");
		}
		finally {
			late.stop();
		}
		assertThat(count()).isZero();
		assertThat(ended(counters, Kind.RESET_PASSWORD, Outcome.FAILED)).isEqualTo(2);
		assertThat(ended(counters, Kind.RESET_PASSWORD, Outcome.SENT)).isOne();
		assertThat(output.toString().split("takes no messages", -1)).as("said once").hasSize(2);
		assertThat(output).contains("The mail server takes messages again");
	}

	@Test
	void neverWaitsLongerThanFiveMinutes() throws Exception {
		OutboxSender other = sender(StubbornMailServer.client(MailFailureTests.freePort()));
		UUID id = add(message(Kind.PASSWORD_CHANGED, Language.INDONESIAN, null, Duration.ofDays(3)));
		for (int attempt = 1; attempt <= 20; attempt++) {
			other.run(Channel.EMAIL);
			assertThat(attempts(id)).isEqualTo(attempt);
			this.clock.advance(Duration.ofMinutes(5));
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "CONFIRM_EMAIL", "NEW_DEVICE" })
	void givesUpAReceiverThatDoesNotExist(Kind kind, CapturedOutput output) throws Exception {
		MeterRegistry counters = new SimpleMeterRegistry();
		try (StubbornMailServer server = new StubbornMailServer(
				Map.of("RCPT", "550 5.1.1 <" + RECEIVER + "> unknown, see " + LINK))) {
			UUID id = add(message(kind, Language.INDONESIAN, LINK));
			sender(server.client(), counters).run(Channel.EMAIL);
			assertThat(count()).isZero();
			assertThat(ended(counters, kind, Outcome.REFUSED)).isOne();
			assertThat(output).contains(id + ": REFUSED", " 550").doesNotContain(RECEIVER, "rahmawati", LINK);
		}
	}

	@Test
	void givesUpAnAddressThatIsNone() {
		MeterRegistry counters = new SimpleMeterRegistry();
		add(new AccountMessage(Kind.NEW_DEVICE, AccountId.random(), "siti@x.id\r\nBcc: budi@x.id", Language.INDONESIAN,
				null, inHalfAnHour()));
		sender(client(), counters).run(Channel.EMAIL);
		assertThat(count()).isZero();
		assertThat(mailbox.getReceivedMessages()).isEmpty();
		assertThat(ended(counters, Kind.NEW_DEVICE, Outcome.REFUSED)).isOne();
	}

	@Test
	void sendsOthersPastOneThatFails(CapturedOutput output) {
		UUID stuck = add(message(Kind.RESET_PASSWORD, Language.INDONESIAN, LINK));
		UUID unreadable = add(message(Kind.RESET_PASSWORD, Language.INDONESIAN, LINK));
		this.jdbc.sql("update notification.outbox set kind = 'OF_THE_FUTURE' where id = ?").param(stuck).update();
		this.jdbc.sql("update notification.outbox set payload = (select payload from notification.outbox where id = ?)")
			.param(stuck)
			.update();
		add(message(Kind.CONFIRM_EMAIL, Language.INDONESIAN, LINK));
		this.sender.run(Channel.EMAIL);
		assertThat(mailbox.getReceivedMessages()).hasSize(1);
		assertThat(attempts(stuck)).isOne();
		assertThat(attempts(unreadable)).isOne();
		assertThat(output).contains("Message OF_THE_FUTURE " + stuck + " waits")
			.doesNotContain(RECEIVER, "rahmawati", LINK);
	}

	/** The client may call that a failure; a second mail would be the greater one. */
	@Test
	void sendsOnceWhenOnlyTheGoodbyeFails() throws Exception {
		try (StubbornMailServer server = new StubbornMailServer(Map.of("QUIT", ""))) {
			add(message(Kind.RESET_PASSWORD, Language.INDONESIAN, LINK));
			OutboxSender other = sender(server.client());
			other.run(Channel.EMAIL);
			this.clock.advance(Duration.ofMinutes(5));
			other.run(Channel.EMAIL);
			assertThat(server.taken).hasSize(1);
		}
	}

	@Test
	void leavesAloneWhatAnotherNodeIsSending() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		OutboxSender slow = sender(new JavaMailSenderImpl() {

			@Override
			public MimeMessage createMimeMessage() {
				begun.countDown();
				awaitLatch(go);
				return client().createMimeMessage();
			}

			@Override
			public void send(MimeMessage mail) {
				client().send(mail);
			}

		});
		UUID first = add(message(Kind.RESET_PASSWORD, Language.INDONESIAN, LINK));
		try (ExecutorService node = Executors.newSingleThreadExecutor()) {
			Future<?> run = node.submit(() -> slow.run(Channel.EMAIL));
			awaitLatch(begun);
			UUID second = add(message(Kind.CONFIRM_EMAIL, Language.INDONESIAN, LINK));
			this.sender.run(Channel.EMAIL);
			assertThat(mailbox.getReceivedMessages()).extracting(MimeMessage::getMessageID)
				.containsExactly("<" + second + "@layanan.example.id>");
			this.clock.advance(Duration.ofHours(1));
			this.sender.run(Channel.EMAIL);
			assertThat(count()).as("expired, but under way").isOne();
			go.countDown();
			run.get(10, TimeUnit.SECONDS);
		}
		assertThat(count()).isZero();
		assertThat(mailbox.getReceivedMessages()).extracting(MimeMessage::getMessageID)
			.contains("<" + first + "@layanan.example.id>")
			.hasSize(2);
	}

	@Test
	void sendsEachMessageOnceFromSeveralNodes() throws Exception {
		List<UUID> ids = IntStream.range(0, 60)
			.mapToObj((i) -> add(message(Kind.PASSWORD_CHANGED, Language.INDONESIAN, null)))
			.toList();
		List<MeterRegistry> counters = Stream.generate(() -> (MeterRegistry) new SimpleMeterRegistry())
			.limit(3)
			.toList();
		try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
			List<Future<?>> runs = new ArrayList<>();
			for (MeterRegistry counter : counters) {
				runs.add(nodes.submit(() -> sender(client(), counter).run(Channel.EMAIL)));
			}
			for (Future<?> run : runs) {
				run.get(60, TimeUnit.SECONDS);
			}
		}
		// The server says yes before the last one is in its box.
		assertThat(mailbox.waitForIncomingEmail(ids.size())).isTrue();
		assertThat(mailbox.getReceivedMessages()).extracting(MimeMessage::getMessageID)
			.containsExactlyInAnyOrderElementsOf(ids.stream().map((id) -> "<" + id + "@layanan.example.id>").toList());
		assertThat(counters)
			.allSatisfy((counter) -> assertThat(ended(counter, Kind.PASSWORD_CHANGED, Outcome.SENT)).isPositive());
		// The portal's own sender may have been woken before, and hold the last one.
		await().untilAsserted(() -> assertThat(count()).isZero());
	}

	@Test
	void sendsAgainUnderTheSameNameWhenTheCommitFails() throws Exception {
		OutboxSender dying = new OutboxSender(new OutboxRows(this.jdbc) {

			@Override
			void end(UUID id, MessageState state, @Nullable Failure failure, Instant now) {
				throw new IllegalStateException("the database is gone");
			}

		}, carrier(client()), this.transactions, this.meters, this.clock);
		add(message(Kind.RESET_PASSWORD, Language.INDONESIAN, LINK));
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> dying.run(Channel.EMAIL));
		assertThat(count()).isOne();
		this.sender.run(Channel.EMAIL);
		assertThat(mailbox.getReceivedMessages()).hasSize(2)
			.extracting(MimeMessage::getMessageID)
			.containsOnly(mailbox.getReceivedMessages()[0].getMessageID());
	}

	@Test
	void goesOnAfterAMessageTheDatabaseRefuses() {
		UUID broken = add(message(Kind.RESET_PASSWORD, Language.INDONESIAN, LINK));
		this.clock.advance(Duration.ofSeconds(1));
		UUID whole = add(message(Kind.RESET_PASSWORD, Language.INDONESIAN, LINK));
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("carrier", new Carrier() {

			@Override
			public Channel channel() {
				return Channel.EMAIL;
			}

			@Override
			public boolean isReady() {
				return true;
			}

			@Override
			public @Nullable Failure carry(List<WaitingMessage> messages) {
				if (messages.getFirst().id().equals(broken)) {
					OutboxIntegrationTests.this.jdbc.sql("select 1 / 0").query(Integer.class).single();
				}
				return null;
			}

		});
		new OutboxSender(this.rows, beans.getBeanProvider(Carrier.class), this.transactions, this.meters, this.clock)
			.run(Channel.EMAIL);
		assertThat(attempts(broken)).isOne();
		assertThat(this.jdbc.sql("select state from notification.outbox where id = ?")
			.param(whole)
			.query(String.class)
			.single()).isEqualTo("SENT");
	}

	@Test
	void waitsForAMailServerThatIsNotConfigured(CapturedOutput output) {
		OutboxSender without = sender(null);
		assertThat(output).contains("WARN").contains("No mail server is configured (spring.mail.host)");
		add(message(Kind.RESET_PASSWORD, Language.INDONESIAN, LINK));
		without.run(Channel.EMAIL);
		assertThat(count()).isOne();
		this.clock.advance(Duration.ofHours(1));
		without.run(Channel.EMAIL);
		assertThat(count()).isZero();
	}

	@Test
	void measuresWhatWaits() {
		this.meters.measure();
		assertThat(this.registry.get("layanan.outbox.waiting").tag("channel", "email").gauge().value()).isZero();
		assertThat(this.registry.get("layanan.outbox.oldest").tag("channel", "email").gauge().value()).isZero();
		add(message(Kind.RESET_PASSWORD, Language.INDONESIAN, LINK));
		this.clock.advance(Duration.ofSeconds(90));
		add(message(Kind.RESET_PASSWORD, Language.INDONESIAN, LINK));
		this.meters.measure();
		assertThat(this.registry.get("layanan.outbox.waiting").tag("channel", "email").gauge().value()).isEqualTo(2);
		assertThat(this.registry.get("layanan.outbox.oldest").tag("channel", "email").gauge().value()).isEqualTo(90);
	}

	@Test
	void keepsAddressAndLinkFromWhoeverReadsTheDatabase() {
		UUID id = add(message(Kind.RESET_PASSWORD, Language.INDONESIAN, LINK));
		String dump = this.jdbc.sql("""
				select string_agg(cast(query_to_xml(format('select cast(to_jsonb(t) as text) as row from %I.%I t',
					table_schema, table_name), true, false, '') as text), '')
				from information_schema.tables
				where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')""")
			.query(String.class)
			.single();
		assertThat(dump).contains(id.toString())
			.doesNotContainIgnoringCase("rahmawati")
			.doesNotContain("lupa-sandi/x7Q_", RECEIVER, base64(RECEIVER), base64(LINK));
	}

	/** A row whose sealed letter stands in another one opens neither. */
	@Test
	void bindsALetterToItsRow() {
		UUID id = add(message(Kind.RESET_PASSWORD, Language.INDONESIAN, LINK));
		String sealed = payload(id);
		assertThat(this.letters.open(id, sealed)).isEqualTo(new Letter(RECEIVER, Language.INDONESIAN, LINK));
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.letters.open(UUID.randomUUID(), sealed));
	}

	@Test
	void sealsWhatWaitsAnewWhenKeysRotate() {
		UUID id = add(message(Kind.RESET_PASSWORD, Language.INDONESIAN, LINK));
		String before = payload(id);
		assertThat(this.keys.outdated()).isZero();
		assertThat(this.keys.renew(10)).isZero();
		int code = new CommandLine(this.context.getBean("keysCommand")).execute("rotate", "--purpose", "data");
		assertThat(code).isEqualTo(CommandLine.ExitCode.OK);
		assertThat(this.keys.outdated()).isZero();
		String newest = this.context.getBean(Cipher.class).newest();
		assertThat(before).doesNotStartWith(newest);
		assertThat(payload(id)).startsWith(newest);
		assertThat(this.letters.open(id, payload(id)).link()).isEqualTo(LINK);
		this.sender.run(Channel.EMAIL);
		assertThat(mailbox.getReceivedMessages()).hasSize(1);
	}

	@Test
	void renewsSoManyAndLeavesAloneWhatIsUnderWay() throws Exception {
		IntStream.range(0, 5).forEach((i) -> add(message(Kind.RESET_PASSWORD, Language.INDONESIAN, LINK)));
		Cipher older = mock(Cipher.class);
		given(older.newest()).willReturn("v1:data-0:");
		given(older.seal(any(), any())).willReturn("v1:data-0:anew");
		given(older.open(any(), any())).willReturn("{\"email\":\"a@b.id\",\"language\":\"ENGLISH\"}");
		OutboxKeys other = new OutboxKeys(this.jdbc, older);
		assertThat(other.outdated()).isEqualTo(5);
		assertThat(other.renew(2)).isEqualTo(2);
		assertThat(other.outdated()).isEqualTo(3);
		this.transactions.executeWithoutResult((status) -> {
			this.jdbc.sql("select id from notification.outbox where payload not like 'v1:data-0:%' limit 1 for update")
				.query(UUID.class)
				.single();
			assertThat(CompletableFuture.supplyAsync(() -> other.renew(10)).orTimeout(10, TimeUnit.SECONDS).join())
				.isEqualTo(2);
		});
		assertThat(other.renew(10)).isOne();
		assertThat(other.outdated()).isZero();
	}

	@Test
	void saysNothingOfAddressAndLinkInPassing() {
		AccountMessage message = message(Kind.RESET_PASSWORD, Language.INDONESIAN, LINK);
		assertThat(List.of(message.toString(), Letter.of(message).toString()))
			.allSatisfy((text) -> assertThat(text).doesNotContain(RECEIVER, "rahmawati", LINK));
	}

	private OutboxSender sender(@Nullable JavaMailSender client) {
		return sender(client, new SimpleMeterRegistry());
	}

	private OutboxSender sender(@Nullable JavaMailSender client, MeterRegistry counters) {
		return new OutboxSender(this.rows, carrier(client), this.transactions,
				new OutboxMeters(counters, this.rows, this.clock), this.clock);
	}

	private ObjectProvider<Carrier> carrier(@Nullable JavaMailSender client) {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("carrier", new MailCarrier(this.letters, beans.getBeanProvider(MailDirectory.class), this.writer,
				provider(client)));
		return beans.getBeanProvider(Carrier.class);
	}

	private static ObjectProvider<JavaMailSender> provider(@Nullable JavaMailSender client) {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		if (client != null) {
			beans.addBean("client", client);
		}
		return beans.getBeanProvider(JavaMailSender.class);
	}

	private static JavaMailSenderImpl client() {
		return StubbornMailServer.client(mailbox.getSmtp().getPort());
	}

	private static double ended(MeterRegistry registry, Kind kind, Outcome outcome) {
		return registry.get("layanan.outbox.sent")
			.tags("kind", kind.name().toLowerCase(Locale.ROOT), "outcome", outcome.tag())
			.counter()
			.count();
	}

	private static void awaitLatch(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private AccountMessage message(Kind kind, Language language, @Nullable String link) {
		return message(kind, language, link, Duration.ofMinutes(30));
	}

	private AccountMessage message(Kind kind, Language language, @Nullable String link, Duration validity) {
		return new AccountMessage(kind, AccountId.random(), RECEIVER, language, link,
				this.clock.instant().plus(validity));
	}

	private Instant inHalfAnHour() {
		return this.clock.instant().plus(Duration.ofMinutes(30));
	}

	private UUID deliver(AccountMessage message) {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			this.delivery.deliver(message);
			return this.jdbc.sql("select id from notification.outbox").query(UUID.class).single();
		}));
	}

	/** Without waking the context's own sender. */
	private UUID add(AccountMessage message) {
		UUID id = UUID.randomUUID();
		this.rows.add(id, message, this.letters.seal(id, Letter.of(message)), this.clock.instant());
		return id;
	}

	private int count() {
		return this.jdbc.sql("select count(*) from notification.outbox where state = 'WAITING'")
			.query(Integer.class)
			.single();
	}

	private String payload(UUID id) {
		return this.jdbc.sql("select payload from notification.outbox where id = ?")
			.param(id)
			.query(String.class)
			.single();
	}

	private int attempts(UUID id) {
		return this.jdbc.sql("select attempts from notification.outbox where id = ?")
			.param(id)
			.query(Integer.class)
			.single();
	}

	private String text(String key, Language language) {
		return this.messages.getMessage("notification.mail." + key, null, language.locale());
	}

	private static String base64(String text) {
		return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String wire(MimeMessage mail) throws IOException, MessagingException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		mail.writeTo(bytes);
		return bytes.toString(StandardCharsets.US_ASCII);
	}

}
