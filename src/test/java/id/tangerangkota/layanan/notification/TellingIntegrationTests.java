package id.tangerangkota.layanan.notification;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.CertificateEnding;
import id.tangerangkota.layanan.availability.OutageEnded;
import id.tangerangkota.layanan.availability.OutageFollowers;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.availability.OutageStarted;
import id.tangerangkota.layanan.availability.ServiceBack;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.identity.CounterDesk;
import id.tangerangkota.layanan.identity.Email;
import id.tangerangkota.layanan.identity.Registration;
import id.tangerangkota.layanan.identity.StaffDesk;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.identity.personaldata.DataSection;
import id.tangerangkota.layanan.identity.personaldata.PersonalData;
import id.tangerangkota.layanan.identity.testing.Niks;
import id.tangerangkota.layanan.notification.MessageFilter.View;
import id.tangerangkota.layanan.notification.inbox.Inbox;
import id.tangerangkota.layanan.notification.inbox.InboxMessage;
import id.tangerangkota.layanan.notification.subscription.Subscriptions;
import id.tangerangkota.layanan.notification.subscription.SubscriptionRequests;
import id.tangerangkota.layanan.notification.subscription.SubscriptionRequests.Visitor;
import id.tangerangkota.layanan.notification.subscription.Subscriptions.Wish;
import id.tangerangkota.layanan.privacy.People;
import id.tangerangkota.layanan.privacy.PrivacyCentre;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.TooManyTries;
import id.tangerangkota.layanan.web.testing.SetClock;
import id.tangerangkota.layanan.web.testing.Statements;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.awaitility.Awaitility.await;

/** From what happened to what people read, with a mail server that answers SMTP. */
@MailTest
class TellingIntegrationTests {

	@RegisterExtension
	private static final GreenMailExtension mailbox = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort())
		.withPerMethodLifecycle(false);

	private static final Pattern CONFIRM = Pattern
		.compile("https://layanan\\.example\\.id/langganan/konfirmasi/([A-Za-z0-9_-]+)");

	private static final Pattern UNSUBSCRIBE = Pattern
		.compile("<https://layanan\\.example\\.id(/langganan/berhenti/[A-Za-z0-9_-]+)>");

	private static final Actor ADMINISTRATOR = administrator();

	@Autowired
	private Subscriptions subscriptions;

	@Autowired
	private SubscriptionRequests requests;

	@Autowired
	private OutageFollowers followers;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private HappeningDispatcher dispatcher;

	@Autowired
	private OutboxSender sender;

	@Autowired
	private OutboxRows rows;

	@Autowired
	private Letters letters;

	@Autowired
	private LetterWriter writer;

	@Autowired
	private ObjectProvider<MailDirectory> directories;

	@Autowired
	private OutboxMeters meters;

	@Autowired
	private Inbox inbox;

	@Autowired
	private StaffDesk staff;

	@Autowired
	private Registration registration;

	@Autowired
	private CounterDesk counter;

	@Autowired
	private PrivacyCentre privacy;

	@Autowired
	private Preferences preferences;

	@Autowired
	private MessageDesk desk;

	@Autowired
	private List<PersonalData> personalData;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PageClock pageClock;

	@Autowired
	private SetClock clock;

	@Autowired
	private JavaMailSenderImpl mailServer;

	private ServiceId service;

	/** Time goes on from test to test. */
	@BeforeAll
	static void begin(@Autowired SetClock clock) {
		clock.set(Instant.parse("2026-11-23T03:42:00Z"));
	}

	@BeforeEach
	void empty() throws Exception {
		this.mailServer.setPort(mailbox.getSmtp().getPort());
		for (String table : List.of("happening", "outbox", "subscriber", "subscription", "preference")) {
			this.jdbc.sql("delete from notification." + table).update();
		}
		this.jdbc.sql("update identity.account set state = 'DEACTIVATED' where kind = 'STAFF'").update();
		this.jdbc.sql("delete from availability.follower").update();
		this.jdbc.sql("delete from availability.waiting").update();
		this.jdbc.sql("delete from availability.outage").update();
		this.jdbc.sql("delete from throttle.bucket").update();
		// Refusals are remembered for a second.
		this.clock.advance(Duration.ofSeconds(2));
		mailbox.purgeEmailFromAllMailboxes();
		this.service = service("disdukcapil");
	}

	@Test
	void tellsNobodyWhoDidNotConfirm() throws Exception {
		String token = ask("siti@example.org", Language.INDONESIAN, false);
		String before = text(mails().getFirst());
		assertThat(before).contains("Jika itu Anda, buka tautan ini")
			.contains("Tautan ini berlaku sampai "
					+ this.pageClock.format(this.clock.instant().plus(Duration.ofHours(24)), Language.INDONESIAN));
		assertThat(mails().getFirst().getHeader("List-Unsubscribe")).isNull();
		mailbox.purgeEmailFromAllMailboxes();
		started(this.service, OutageId.random());
		deliver();
		assertThat(mails()).isEmpty();
		assertThat(this.requests.confirm(token, Language.INDONESIAN)).isPresent();
		assertThat(this.requests.confirm(token, Language.INDONESIAN)).as("works once").isEmpty();
		ended(this.service, OutageId.random(), ServiceState.UP);
		deliver();
		assertThat(mails()).hasSize(1);
	}

	@Test
	void forgetsWhatWasNotConfirmedInADay() throws Exception {
		String token = ask("siti@example.org", Language.INDONESIAN, false);
		assertThat(this.requests.asked(token)).isPresent();
		this.clock.advance(Duration.ofHours(24));
		assertThat(this.requests.asked(token)).isEmpty();
		assertThat(this.requests.confirm(token, Language.INDONESIAN)).isEmpty();
	}

	@Test
	void writesPlainTextAndAPageInTheLanguageOfTheReader() throws Exception {
		subscribe("siti@example.org", Language.INDONESIAN);
		subscribe("john@example.org", Language.ENGLISH);
		String begin = this.pageClock.format(this.clock.instant().minus(Duration.ofMinutes(30)), Language.INDONESIAN);
		ended(this.service, OutageId.random(), ServiceState.UP);
		deliver();
		MimeMessage indonesian = to("siti@example.org");
		assertThat(indonesian.getSubject()).endsWith("dapat dibuka lagi");
		assertThat(text(indonesian)).contains("tidak dapat dibuka dari " + begin + " sampai ")
			.contains("https://layanan.example.id/status/disdukcapil\n");
		assertThat((String) ((Multipart) indonesian.getContent()).getBodyPart(1).getContent())
			.contains("<html lang=\"id\"", "href=\"https://layanan.example.id/status/disdukcapil\"");
		MimeMessage english = to("john@example.org");
		assertThat(english.getSubject()).endsWith("works again");
		assertThat(text(english)).contains("https://layanan.example.id/status/disdukcapil?lang=en\n");
		assertThat(english.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
	}

	@Test
	void saysThatAServiceWorksOnlyWhereItDoes() throws Exception {
		subscribe("siti@example.org", Language.INDONESIAN);
		ended(this.service, OutageId.random(), ServiceState.MAINTENANCE);
		deliver();
		assertThat(to("siti@example.org").getSubject()).endsWith("sedang dirawat");
		mailbox.purgeEmailFromAllMailboxes();
		this.clock.advance(Duration.ofHours(1));
		ended(this.service, OutageId.random(), ServiceState.UNMONITORED);
		deliver();
		assertThat(text(to("siti@example.org"))).contains("kami tidak tahu apakah sudah pulih");
	}

	@Test
	void tellsWhoWasTurnedAwayByMaintenanceThatItIsOver() throws Exception {
		OutageId outage = open(this.service);
		AccountId follower = AccountId.random();
		AccountId waiting = AccountId.random();
		AccountId stranger = AccountId.random();
		this.subscriptions.subscribe(follower, new Wish(this.service, true));
		this.followers.await(this.service, waiting.value());
		this.followers.await(service(this.catalog.slugs(0, 1).getFirst()), stranger.value());
		subscribe("siti@example.org", Language.INDONESIAN);
		ended(this.service, outage, ServiceState.MAINTENANCE);
		deliver();
		mailbox.purgeEmailFromAllMailboxes();
		for (int i = 0; i < 2; i++) {
			publish(new ServiceBack(this.service, ServiceState.MAINTENANCE, this.clock.instant()));
			this.clock.advance(Duration.ofHours(1));
			deliver();
		}
		assertThat(mails()).as("once").hasSize(1);
		assertThat(to("siti@example.org").getSubject()).endsWith("dapat dipakai lagi");
		assertThat(this.inbox.list(follower, 0, 20, Language.INDONESIAN)).extracting(InboxMessage::subject)
			.satisfiesExactly((first) -> assertThat(first).endsWith("dapat dipakai lagi"),
					(second) -> assertThat(second).endsWith("sedang dirawat"));
		assertThat(this.inbox.unread(waiting)).isOne();
		assertThat(this.inbox.unread(stranger)).isZero();
	}

	@Test
	void tellsNobodyThatMaintenanceIsOverWhoWantsToHearNoMore() throws Exception {
		AccountId account = AccountId.random();
		AccountId loyal = AccountId.random();
		this.jdbc
			.sql("insert into availability.service_interval (service_id, state, starts) values (?, 'MAINTENANCE', ?)")
			.params(this.service.value(), OutboxRows.timestamp(this.clock.instant()))
			.update();
		this.subscriptions.subscribe(account, new Wish(this.service, false));
		this.subscriptions.subscribe(loyal, new Wish(this.service, false));
		subscribe("siti@example.org", Language.INDONESIAN);
		this.jdbc.sql("delete from availability.service_interval where service_id = ?")
			.param(this.service.value())
			.update();
		Addressee siti = new Addressee(RecipientKind.SUBSCRIBER,
				this.jdbc.sql("select id from notification.subscriber").query(UUID.class).single(), Topic.OUTAGE);
		assertThat(this.followers.following(List.of(account.value(), siti.id()))).hasSize(2);
		this.followers.await(service(this.catalog.slugs(0, 1).getFirst()), account.value());
		this.subscriptions.unsubscribe(account, this.service);
		this.subscriptions.end(siti, this.service);
		publish(new ServiceBack(this.service, ServiceState.MAINTENANCE, this.clock.instant()));
		deliver();
		assertThat(mails()).isEmpty();
		assertThat(this.inbox.unread(account)).isZero();
		assertThat(this.inbox.unread(loyal)).isOne();
		assertThat(this.followers.following(List.of(account.value(), siti.id()))).as("waits for another still")
			.containsExactly(account.value());
	}

	@Test
	void makesOneMailOfAnIncidentOfManyServices() throws Exception {
		List<ServiceId> services = this.catalog.slugs(0, 10).stream().map(this::service).toList();
		for (ServiceId one : services) {
			subscribe("siti@example.org", Language.INDONESIAN, one);
		}
		services.forEach((one) -> started(one, OutageId.random()));
		deliver();
		assertThat(mails()).hasSize(1);
		MimeMessage mail = to("siti@example.org");
		assertThat(mail.getSubject()).isEqualTo("10 kabar tentang layanan kota");
		assertThat(text(mail).split("/status/", -1)).hasSize(11);
	}

	@Test
	void makesFewMailsOfAServiceThatComesAndGoes() throws Exception {
		subscribe("siti@example.org", Language.INDONESIAN);
		for (int i = 0; i < 10; i++) {
			OutageId outage = OutageId.random();
			started(this.service, outage);
			this.clock.advance(Duration.ofMinutes(1));
			ended(this.service, outage, ServiceState.UP);
			dispatch();
			this.clock.advance(Duration.ofMinutes(1));
			this.sender.run(Channel.EMAIL);
		}
		deliver();
		this.clock.advance(Duration.ofMinutes(20));
		this.sender.run(Channel.EMAIL);
		assertThat(mails()).as("in 20 minutes").hasSizeBetween(1, 3);
		assertThat(mails().getLast().getSubject()).endsWith("dapat dibuka lagi");
		assertThat(waiting()).isZero();
	}

	@Test
	void losesNothingWhileTheMailServerIsAwayForADay() throws Exception {
		int people = 12;
		for (int i = 0; i < people; i++) {
			subscribe("warga" + i + "@example.org", Language.INDONESIAN);
		}
		ended(this.service, OutageId.random(), ServiceState.UP);
		await().untilAsserted(() -> {
			this.dispatcher.run();
			assertThat(waiting()).isEqualTo(people);
		});
		OutboxSender away = sender(StubbornMailServer.client(MailFailureTests.freePort()));
		for (int minutes = 0; minutes < 24 * 60; minutes += 10) {
			this.clock.advance(Duration.ofMinutes(10));
			away.run(Channel.EMAIL);
		}
		assertThat(waiting()).isEqualTo(people);
		assertThat(mails()).isEmpty();
		assertThat(this.desk.list(new MessageFilter(View.FAILING, null, Channel.EMAIL), 0, 50).items())
			.hasSizeGreaterThan(1)
			.allSatisfy((message) -> assertThat(message.trouble()).isEqualTo(Trouble.MAIL_SERVER_AWAY));
		OutboxSender back = sender(StubbornMailServer.client(mailbox.getSmtp().getPort()));
		this.clock.advance(Duration.ofHours(12));
		IntStream.range(0, 5).forEach((i) -> back.run(Channel.EMAIL));
		assertThat(mails()).hasSize(people);
		assertThat(mails()).extracting((mail) -> mail.getAllRecipients()[0].toString()).doesNotHaveDuplicates();
		assertThat(waiting()).isZero();
	}

	@Test
	void sendsAgainUnderTheSameNameAfterADeathBeforeTheCommit() throws Exception {
		subscribe("siti@example.org", Language.INDONESIAN);
		started(this.service, OutageId.random());
		ended(service(this.catalog.slugs(0, 1).getFirst()), OutageId.random(), ServiceState.UP);
		dispatch();
		this.clock.advance(Duration.ofMinutes(3));
		OutboxSender dying = new OutboxSender(new OutboxRows(this.jdbc) {

			@Override
			void end(UUID id, MessageState state, @Nullable Failure failure, Instant now) {
				throw new IllegalStateException("the node dies");
			}

		}, carriers(StubbornMailServer.client(mailbox.getSmtp().getPort())), this.transactions, this.meters,
				this.clock);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> dying.run(Channel.EMAIL));
		this.sender.run(Channel.EMAIL);
		assertThat(mails()).hasSize(2)
			.extracting(MimeMessage::getMessageID)
			.containsOnly(mails().getFirst().getMessageID());
	}

	@Test
	void tellsWhoFollowsAnOutageThatItIsOver() throws Exception {
		OutageId outage = open(this.service);
		AccountId citizen = AccountId.random();
		this.subscriptions.subscribe(citizen, new Wish(this.service, true));
		String token = ask("siti@example.org", Language.INDONESIAN, true);
		assertThat(text(mails().getFirst())).contains("saat").contains("dapat dibuka lagi");
		assertThat(this.requests.confirm(token, Language.INDONESIAN)).hasValueSatisfying((confirmed) -> {
			assertThat(confirmed.wish().onlyThisOutage()).isTrue();
			assertThat(confirmed.over()).isFalse();
		});
		mailbox.purgeEmailFromAllMailboxes();
		ended(this.service, outage, ServiceState.UP);
		deliver();
		assertThat(to("siti@example.org").getSubject()).endsWith("dapat dibuka lagi");
		assertThat(text(to("siti@example.org"))).as("asked how it was")
			.containsPattern("https://layanan\\.example\\.id/survei/gangguan/[A-Za-z0-9_-]+");
		assertThat(this.inbox.unread(citizen)).isOne();
		InboxMessage message = this.inbox.list(citizen, 0, 20, Language.INDONESIAN).getFirst();
		assertThat(message.asks()).isTrue();
		assertThat(this.inbox.survey(AccountId.random(), message.id())).as("not somebody else").isEmpty();
		assertThat(this.inbox.survey(citizen, message.id()))
			.hasValueSatisfying((path) -> assertThat(path).matches("/survei/gangguan/[A-Za-z0-9_-]+"));
		this.clock.advance(Duration.ofHours(1));
		mailbox.purgeEmailFromAllMailboxes();
		ended(this.service, OutageId.random(), ServiceState.UP);
		deliver();
		assertThat(mails()).as("only that outage").isEmpty();
	}

	/** The mail lay there for a day. */
	@Test
	void promisesNoMailAboutAnOutageThatIsOver() throws Exception {
		OutageId outage = open(this.service);
		String token = ask("siti@example.org", Language.INDONESIAN, true);
		this.jdbc.sql("update availability.outage set ends = ? where id = ?")
			.params(OutboxRows.timestamp(this.clock.instant()), outage.value())
			.update();
		assertThat(this.requests.confirm(token, Language.INDONESIAN))
			.hasValueSatisfying((confirmed) -> assertThat(confirmed.over()).isTrue());
		this.jdbc.sql("delete from throttle.bucket").update();
		OutageId second = open(this.service);
		String again = ask("siti@example.org", Language.INDONESIAN, true);
		this.jdbc.sql("update availability.outage set ends = ? where id = ?")
			.params(OutboxRows.timestamp(this.clock.instant()), second.value())
			.update();
		OutageId third = open(this.service);
		assertThat(this.requests.confirm(again, Language.INDONESIAN)).as("down again")
			.hasValueSatisfying((confirmed) -> assertThat(confirmed.over()).isFalse());
		mailbox.purgeEmailFromAllMailboxes();
		ended(this.service, third, ServiceState.UP);
		deliver();
		assertThat(to("siti@example.org").getSubject()).endsWith("dapat dibuka lagi");
	}

	@Test
	void tellsNobodyThatAnOutageIsOverWhoWantsToHearNoMore() throws Exception {
		OutageId outage = open(this.service);
		ServiceId other = service(this.catalog.slugs(0, 1).getFirst());
		OutageId elsewhere = open(other);
		assertThat(this.requests.confirm(ask("siti@example.org", Language.INDONESIAN, true), Language.INDONESIAN))
			.isPresent();
		subscribe("siti@example.org", Language.INDONESIAN);
		Addressee siti = new Addressee(RecipientKind.SUBSCRIBER,
				this.jdbc.sql("select id from notification.subscriber").query(UUID.class).single(), Topic.OUTAGE);
		this.followers.follow(elsewhere, siti.id());
		this.subscriptions.end(siti, this.service);
		mailbox.purgeEmailFromAllMailboxes();
		ended(this.service, outage, ServiceState.UP);
		deliver();
		assertThat(mails()).isEmpty();
		assertThat(this.followers.followed(siti.id())).as("another still").containsOnlyKeys(other);
	}

	@Test
	void keepsMessagesInTheInboxOfTheirOwner() {
		AccountId owner = AccountId.random();
		this.subscriptions.subscribe(owner, new Wish(this.service, false));
		started(this.service, OutageId.random());
		ended(this.service, OutageId.random(), ServiceState.UP);
		await().untilAsserted(() -> {
			this.dispatcher.run();
			assertThat(this.inbox.unread(owner)).isEqualTo(2);
		});
		List<InboxMessage> messages = this.inbox.list(owner, 0, 20, Language.ENGLISH);
		assertThat(messages).hasSize(2).noneMatch(InboxMessage::read);
		assertThat(messages).extracting(InboxMessage::href).containsOnly("/status/disdukcapil");
		assertThat(messages).extracting(InboxMessage::subject).anyMatch((subject) -> subject.endsWith("works again"));
		UUID id = messages.getFirst().id();
		assertThat(this.inbox.open(AccountId.random(), id)).as("not somebody else's").isEmpty();
		assertThat(this.inbox.unread(owner)).isEqualTo(2);
		assertThat(this.inbox.open(owner, id)).contains("/status/disdukcapil");
		assertThat(this.inbox.unread(owner)).isOne();
		this.inbox.markAll(owner);
		assertThat(this.inbox.unread(owner)).isZero();
	}

	/**
	 * What happens at once is written together, so that a flood of it is told in time.
	 */
	@Test
	void writesTheMessagesOfManyHappeningsTogether() {
		AccountId owner = AccountId.random();
		this.subscriptions.subscribe(owner, new Wish(this.service, false));
		dispatch();
		List<String> statements = Objects.requireNonNull(this.transactions.execute((status) -> {
			for (int i = 0; i < 6; i++) {
				this.events.publishEvent(
						new OutageStarted(OutageId.random(), this.service, this.clock.instant(), StateReason.STATUS));
			}
			// Nobody else sees them yet.
			return Statements.of(this.dispatcher::run);
		}));
		assertThat(this.inbox.unread(owner)).isEqualTo(6);
		assertThat(statements).filteredOn((sql) -> sql.contains("insert into notification.inbox_entry")).hasSize(1);
		assertThat(statements).filteredOn((sql) -> sql.contains("insert into notification.outbox")).hasSize(1);
		assertThat(statements).filteredOn((sql) -> sql.contains("set expanded_at")).hasSize(1);
	}

	/** The agency renews it, or nobody does; people cannot do anything about it. */
	@Test
	void tellsTheStaffOfACertificateThatEnds() {
		AgencyId owner = new AgencyId(
				Objects.requireNonNull(this.catalog.summaries(List.of(this.service)).getFirst().agencyCode()));
		AccountId officer = member(Role.OFFICER, owner);
		AccountId coordinator = member(Role.COORDINATOR, null);
		AccountId other = member(Role.OFFICER, new AgencyId("dinkes"));
		AccountId citizen = AccountId.random();
		this.subscriptions.subscribe(citizen, new Wish(this.service, false));
		publish(new CertificateEnding(this.service, Instant.parse("2026-12-24T05:00:00Z")));
		dispatch();
		assertThat(this.inbox.list(officer, 0, 20, Language.INDONESIAN)).singleElement().satisfies((message) -> {
			assertThat(message.subject()).startsWith("Sertifikat").endsWith("hampir berakhir");
			assertThat(message.href()).isEqualTo("/status/disdukcapil");
		});
		assertThat(this.inbox.unread(coordinator)).isOne();
		assertThat(waitingFor(officer.value())).isOne();
		assertThat(this.inbox.unread(other)).isZero();
		assertThat(this.inbox.unread(citizen)).isZero();
	}

	/** Somebody of the staff who reads mails. */
	private AccountId member(Role role, @Nullable AgencyId agency) {
		AccountId account = Objects.requireNonNull(this.transactions
			.execute((status) -> this.staff.invite(new Email(UUID.randomUUID() + "@example.org"), Set.of(role), agency)
				.id()));
		this.jdbc.sql("update identity.account set state = 'ACTIVE', email_confirmed_at = created_at where id = ?")
			.param(account.value())
			.update();
		// The invitation itself is not sent.
		this.jdbc.sql("delete from notification.outbox where recipient = ?").param(account.value()).update();
		return account;
	}

	@Test
	void respectsWhatSomebodyDoesNotWant() {
		AccountId owner = AccountId.random();
		this.subscriptions.subscribe(owner, new Wish(this.service, false));
		this.preferences.set(owner, new Preferences.Choice(Topic.OUTAGE, Channel.EMAIL), false);
		this.preferences.set(owner, new Preferences.Choice(Topic.ACCOUNT, Channel.EMAIL), false);
		assertThat(this.preferences.unwanted(owner)).as("security is no choice")
			.containsExactly(new Preferences.Choice(Topic.OUTAGE, Channel.EMAIL));
		started(this.service, OutageId.random());
		await().untilAsserted(() -> {
			this.dispatcher.run();
			assertThat(this.inbox.unread(owner)).isOne();
		});
		assertThat(waitingFor(owner.value())).isZero();
		this.preferences.set(owner, new Preferences.Choice(Topic.OUTAGE, Channel.EMAIL), true);
		this.preferences.set(owner, new Preferences.Choice(Topic.OUTAGE, Channel.INBOX), false);
		ended(this.service, OutageId.random(), ServiceState.UP);
		await().untilAsserted(() -> {
			this.dispatcher.run();
			assertThat(waitingFor(owner.value())).isOne();
		});
		assertThat(this.inbox.unread(owner)).isOne();
	}

	@Test
	void letsMailProgramsUnsubscribeTheirOwners() throws Exception {
		subscribe("siti@example.org", Language.INDONESIAN);
		started(this.service, OutageId.random());
		deliver();
		Matcher link = UNSUBSCRIBE.matcher(to("siti@example.org").getHeader("List-Unsubscribe")[0]);
		assertThat(link.matches()).isTrue();
		assertThat(this.mvc.get().uri(link.group(1))).hasStatusOk().doesNotContainHeader("Set-Cookie");
		assertThat(subscribers()).isOne();
		String other = link.group(1).substring(0, link.group(1).length() - 2) + "AA";
		assertThat(this.mvc.post().uri(other).param("List-Unsubscribe", "One-Click")).hasStatus(404);
		assertThat(subscribers()).isOne();
		// No session, no token, no origin: it comes from a server of the mail provider.
		assertThat(this.mvc.post().uri(link.group(1)).param("List-Unsubscribe", "One-Click")).hasStatusOk();
		assertThat(subscribers()).isZero();
		assertThat(this.mvc.post().uri(link.group(1)).param("List-Unsubscribe", "One-Click")).as("again").hasStatusOk();
		mailbox.purgeEmailFromAllMailboxes();
		ended(this.service, OutageId.random(), ServiceState.UP);
		deliver();
		assertThat(mails()).isEmpty();
	}

	@Test
	void answersAlikeForEveryAddressAndCountsTries() {
		Wish wish = new Wish(this.service, false);
		Visitor visitor = new Visitor("203.0.113.0/24", "phone");
		for (int i = 0; i < 5; i++) {
			this.requests.ask(wish, new Email("Siti@example.org"), Language.INDONESIAN, visitor);
		}
		assertThatExceptionOfType(TooManyTries.class).isThrownBy(() -> this.requests.ask(wish,
				new Email("siti@EXAMPLE.org"), Language.INDONESIAN, new Visitor("198.51.100.0/24", "another")));
		assertThat(subscribers()).as("small and capital letters are one").isOne();
	}

	/** That this node cannot turn into messages. */
	private UUID ofTheFuture() {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into notification.happening (id, kind, sealed, created_at, next_attempt_at)
				values (?, 'OF_THE_FUTURE', '', ?, ?)""")
			.param(id)
			.param(OutboxRows.timestamp(this.clock.instant()))
			.param(OutboxRows.timestamp(this.clock.instant()))
			.update();
		return id;
	}

	@Test
	void showsWhatNobodyCouldBeToldOfAndTriesAgain() {
		UUID id = ofTheFuture();
		AccountId owner = AccountId.random();
		this.subscriptions.subscribe(owner, new Wish(this.service, false));
		started(this.service, OutageId.random());
		await().untilAsserted(() -> {
			this.dispatcher.run();
			assertThat(this.inbox.unread(owner)).as("others pass").isOne();
		});
		assertThat(this.desk.stuck()).singleElement().satisfies((stuck) -> {
			assertThat(stuck.id()).isEqualTo(id);
			assertThat(stuck.attempts()).isOne();
			assertThat(stuck.error()).isEqualTo("IllegalArgumentException");
		});
		this.dispatcher.run();
		assertThat(this.desk.stuck().getFirst().attempts()).as("not due").isOne();
		as(administrator(), () -> assertThat(this.desk.retryHappening(id)).isTrue());
		await().untilAsserted(() -> assertThat(this.desk.stuck().getFirst().attempts()).isEqualTo(2));
	}

	/** The page of what could not be delivered, and its buttons. */
	@Test
	void triesAgainWhatAnAdministratorPresses() throws Exception {
		assertThat(main(page("/admin/pesan")).select("#tertahan")).isEmpty();
		UUID happening = ofTheFuture();
		this.dispatcher.run();
		await().untilAsserted(() -> assertThat(this.desk.stuck()).hasSize(1));
		MvcTestResult shown = page("/admin/pesan");
		Element stuck = main(shown).select("section[aria-labelledby=tertahan] li").first();
		assertThat(stuck.text()).contains("1 kali gagal", "IllegalArgumentException");
		assertThat(stuck.select("form").attr("action")).isEqualTo("/admin/pesan/kejadian/" + happening + "/ulangi");
		assertThat(press(shown, "/admin/pesan/kejadian/" + happening + "/ulangi")).contains("dikirim ulang");
		await().untilAsserted(() -> assertThat(this.desk.stuck().getFirst().attempts()).isEqualTo(2));
		this.jdbc.sql("delete from notification.happening where id = ?").param(happening).update();
		assertThat(press(shown, "/admin/pesan/kejadian/" + happening + "/ulangi"))
			.contains("tidak dapat dikirim ulang");
		refused("siti@example.org");
		assertThat(press(shown, "/admin/pesan/ulangi", "keadaan", "terkirim")).contains("0 pesan dikirim ulang");
		assertThat(press(shown, "/admin/pesan/ulangi", "keadaan", "", "saluran", "surel"))
			.contains("1 pesan dikirim ulang");
		await().untilAsserted(() -> assertThat(mails()).hasSize(1));
		UUID message = refused("budi@example.org");
		assertThat(main(page("/admin/pesan/" + message)).select("form[action$=/ulangi]")).hasSize(1);
		assertThat(press(shown, "/admin/pesan/" + message + "/ulangi")).contains("Pesan dikirim ulang");
		await().untilAsserted(() -> assertThat(state(message)).isEqualTo(MessageState.SENT));
		assertThat(press(shown, "/admin/pesan/" + message + "/ulangi")).contains("tidak dapat dikirim ulang");
	}

	private MvcTestResult page(String path) {
		return this.mvc.get().uri(path).with(authentication(People.authentication(ADMINISTRATOR))).exchange();
	}

	/** What the page says after a button, with the token of a page that has one. */
	private String press(MvcTestResult shown, String action, String... fields) {
		Cookie[] session = shown.getResponse().getCookies();
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri(action)
			.with(authentication(People.authentication(ADMINISTRATOR)))
			.cookie(session)
			.header("Origin", "http://localhost")
			.param("_csrf", document(shown).select("input[name=_csrf]").first().val());
		for (int i = 0; i < fields.length; i += 2) {
			request.param(fields[i], fields[i + 1]);
		}
		MvcTestResult pressed = request.exchange();
		assertThat(pressed).hasStatus(303);
		return main(this.mvc.get()
			.uri(Objects.requireNonNull(pressed.getResponse().getRedirectedUrl()))
			.with(authentication(People.authentication(ADMINISTRATOR)))
			.cookie(session)
			.exchange()).text();
	}

	private static Document document(MvcTestResult result) {
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	private static Elements main(MvcTestResult result) {
		assertThat(result).hasStatusOk();
		return document(result).select("main");
	}

	private MessageState state(UUID message) {
		return this.desk.find(message).orElseThrow().summary().state();
	}

	@Test
	void letsAdministratorsSendAgainWithoutShowingAddresses() throws Exception {
		refused("siti.rahmawati@example.org");
		MessageFilter filter = new MessageFilter(View.UNDELIVERED, HappeningKind.OUTAGE_STARTED.name(), null);
		MessageSummary refused = this.desk.list(filter, 0, 20).items().getFirst();
		assertThat(refused.state()).isEqualTo(MessageState.REFUSED);
		assertThat(refused.trouble()).isEqualTo(Trouble.NO_SUCH_RECEIVER);
		assertThat(this.desk.find(refused.id())).hasValueSatisfying((message) -> {
			assertThat(message.address()).isEqualTo("s•••@example.org");
			assertThat(message.attempts()).singleElement()
				.satisfies((attempt) -> assertThat(attempt.reason()).endsWith("550"));
		});
		as(administrator(), () -> assertThat(this.desk.retryAll(filter)).isOne());
		await().untilAsserted(() -> assertThat(mails()).hasSize(1));
		await().untilAsserted(() -> assertThat(this.desk.find(refused.id()).orElseThrow().summary().state())
			.isEqualTo(MessageState.SENT));
		as(administrator(), () -> assertThat(this.desk.retry(refused.id())).as("it was sent").isFalse());
	}

	/** A message that a mail server did not take. */
	private UUID refused(String email) throws Exception {
		subscribe(email, Language.INDONESIAN);
		started(this.service, OutageId.random());
		dispatch();
		this.clock.advance(Duration.ofMinutes(3));
		try (StubbornMailServer server = new StubbornMailServer(Map.of("RCPT", "550 5.1.1 unknown"))) {
			await().untilAsserted(() -> {
				sender(server.client()).run(Channel.EMAIL);
				assertThat(this.desk.undelivered()).isOne();
			});
		}
		return this.desk.list(new MessageFilter(View.UNDELIVERED, null, null), 0, 20).items().getFirst().id();
	}

	@Test
	void showsAndErasesWhatIsHeldAboutAPerson() {
		AccountId owner = AccountId.random();
		this.subscriptions.subscribe(owner, new Wish(this.service, false));
		this.preferences.set(owner, new Preferences.Choice(Topic.OUTAGE, Channel.EMAIL), false);
		started(this.service, OutageId.random());
		await().untilAsserted(() -> {
			this.dispatcher.run();
			assertThat(this.inbox.unread(owner)).isOne();
		});
		assertThat(held(owner)).containsEntry("notification.data.messages", 1)
			.containsEntry("notification.data.preferences", 1)
			.containsEntry("notification.data.subscriptions", 1);
		this.transactions.executeWithoutResult((status) -> notificationData().forEach((module) -> module.erase(owner)));
		assertThat(held(owner).values()).containsOnly(0);
	}

	@Test
	void forgetsTheAddressOfWhoeverClosesTheAccount() throws Exception {
		String email = "pergi.berlangganan@example.org";
		AccountId owner = withConfirmed(email);
		OutageId outage = open(this.service);
		subscribe(email, Language.INDONESIAN);
		UUID subscriber = this.jdbc.sql("select id from notification.subscriber").query(UUID.class).single();
		this.followers.follow(outage, subscriber);
		assertThat(held(owner)).containsEntry("notification.data.subscriptions", 1);
		as(Actor.citizen(owner), () -> this.privacy.close(owner));
		assertThat(this.jdbc.sql("select count(*) from notification.subscriber").query(Long.class).single()).isZero();
		assertThat(this.jdbc.sql("select count(*) from notification.subscription").query(Long.class).single()).isZero();
		assertThat(this.followers.followers(outage)).isEmpty();
		await().untilAsserted(() -> {
			this.sender.run(Channel.EMAIL);
			assertThat(mails()).as("tells that the account was closed").hasSize(1);
		});
		mailbox.purgeEmailFromAllMailboxes();
		ended(this.service, outage, ServiceState.UP);
		deliver();
		assertThat(mails()).isEmpty();
	}

	private AccountId withConfirmed(String email) {
		Nik nik = Nik.parse(Niks.next());
		this.registration.register(new Registration.Application(nik, "Siti Berlangganan", People.PASSWORD,
				new Email(email), "203.0.113.9"));
		AccountId account = this.counter.find(nik).orElseThrow().id();
		this.jdbc.sql("update identity.account set email_confirmed_at = created_at where id = ?")
			.param(account.value())
			.update();
		this.jdbc.sql("delete from notification.outbox").update();
		return account;
	}

	private Map<String, Integer> held(AccountId account) {
		return notificationData().stream()
			.flatMap((module) -> module.about(account).stream())
			.collect(java.util.stream.Collectors.toMap(DataSection::key, (section) -> section.entries().size()));
	}

	private List<PersonalData> notificationData() {
		return this.personalData.stream()
			.filter((module) -> module.getClass().getPackageName().contains("notification"))
			.toList();
	}

	private String ask(String email, Language language, boolean once) throws Exception {
		return ask(email, language, new Wish(this.service, once));
	}

	private String ask(String email, Language language, Wish wish) throws Exception {
		int before = mails().size();
		this.requests.ask(wish, new Email(email), language, new Visitor(email, email));
		await().untilAsserted(() -> {
			this.sender.run(Channel.EMAIL);
			assertThat(mails()).hasSize(before + 1);
		});
		await().untilAsserted(() -> assertThat(waiting()).isZero());
		Matcher link = CONFIRM.matcher(text(mails().getLast()));
		assertThat(link.find()).isTrue();
		return link.group(1);
	}

	private void subscribe(String email, Language language) throws Exception {
		subscribe(email, language, this.service);
	}

	private void subscribe(String email, Language language, ServiceId wanted) throws Exception {
		this.jdbc.sql("delete from throttle.bucket").update();
		String token = ask(email, language, new Wish(wanted, false));
		assertThat(this.requests.confirm(token, language)).isPresent();
		mailbox.purgeEmailFromAllMailboxes();
	}

	private ServiceId service(String slug) {
		return this.catalog.service(slug).orElseThrow().id();
	}

	private OutageId open(ServiceId wanted) {
		OutageId outage = OutageId.random();
		this.jdbc.sql("insert into availability.outage (id, service_id, starts, cause) values (?, ?, ?, 'STATUS')")
			.param(outage.value())
			.param(wanted.value())
			.param(OutboxRows.timestamp(this.clock.instant().minus(Duration.ofMinutes(30))))
			.update();
		return outage;
	}

	private void started(ServiceId concerned, OutageId outage) {
		publish(new OutageStarted(outage, concerned, this.clock.instant().minus(Duration.ofMinutes(3)),
				StateReason.STATUS));
	}

	private void ended(ServiceId concerned, OutageId outage, ServiceState then) {
		Instant now = this.clock.instant();
		publish(new OutageEnded(outage, concerned, now.minus(Duration.ofMinutes(30)), now, then));
	}

	private void publish(Object event) {
		this.transactions.executeWithoutResult((status) -> this.events.publishEvent(event));
	}

	/** The context's own runner may be at it too. */
	private void dispatch() {
		await().untilAsserted(() -> {
			this.dispatcher.run();
			assertThat(this.jdbc.sql("select count(*) from notification.happening where expanded_at is null")
				.query(Integer.class)
				.single()).isZero();
		});
	}

	/** All that is due, and what is gathered. */
	private void deliver() {
		dispatch();
		this.clock.advance(Duration.ofMinutes(3));
		this.sender.run(Channel.EMAIL);
		await().untilAsserted(() -> assertThat(this.jdbc.sql("""
				select count(*) from notification.outbox where state = 'WAITING' and next_attempt_at <= ?""")
			.param(OutboxRows.timestamp(this.clock.instant()))
			.query(Integer.class)
			.single()).isZero());
	}

	private OutboxSender sender(JavaMailSender client) {
		return new OutboxSender(this.rows, carriers(client), this.transactions,
				new OutboxMeters(new SimpleMeterRegistry(), this.rows, this.clock), this.clock);
	}

	private ObjectProvider<Carrier> carriers(JavaMailSender client) {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("client", client);
		beans.addBean("carrier", new MailCarrier(this.letters, this.directories, this.writer,
				beans.getBeanProvider(JavaMailSender.class)));
		return beans.getBeanProvider(Carrier.class);
	}

	private static Actor administrator() {
		return Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null);
	}

	private static void as(Actor actor, Runnable act) {
		People.as(actor, () -> {
			act.run();
			return true;
		});
	}

	private static List<MimeMessage> mails() {
		return Arrays.asList(mailbox.getReceivedMessages());
	}

	private static MimeMessage to(String email) throws Exception {
		for (MimeMessage mail : mails()) {
			if (mail.getAllRecipients()[0].toString().equals(email)) {
				return mail;
			}
		}
		throw new AssertionError("No mail to " + email);
	}

	private static String text(MimeMessage mail) throws Exception {
		return ((String) ((Multipart) mail.getContent()).getBodyPart(0).getContent()).replace("\r\n", "\n");
	}

	private int waiting() {
		return this.jdbc.sql("select count(*) from notification.outbox where state = 'WAITING'")
			.query(Integer.class)
			.single();
	}

	private int waitingFor(UUID recipient) {
		return this.jdbc.sql("select count(*) from notification.outbox where state = 'WAITING' and recipient = ?")
			.param(recipient)
			.query(Integer.class)
			.single();
	}

	private int subscribers() {
		return this.jdbc.sql("select count(*) from notification.subscriber").query(Integer.class).single();
	}

}
