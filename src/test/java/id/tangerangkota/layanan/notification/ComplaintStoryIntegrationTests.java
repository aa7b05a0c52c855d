package id.tangerangkota.layanan.notification;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.complaint.ComplaintEvent.Closing;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintTaken;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintsDue.Audience;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.Reporter;
import id.tangerangkota.layanan.complaint.casework.CaseDesk;
import id.tangerangkota.layanan.complaint.casework.CitizenDesk;
import id.tangerangkota.layanan.complaint.casework.Referral;
import id.tangerangkota.layanan.complaint.casework.Rejection;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.notification.inbox.Inbox;
import id.tangerangkota.layanan.notification.inbox.InboxMessage;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.testing.SetClock;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static id.tangerangkota.layanan.complaint.testing.Complaints.COORDINATOR;
import static id.tangerangkota.layanan.complaint.testing.Complaints.OFFICER;
import static id.tangerangkota.layanan.complaint.testing.Complaints.ROADS;
import static id.tangerangkota.layanan.complaint.testing.Complaints.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What people and staff are told about complaints, and what never stands in a message.
 */
@SpringBootTest(properties = { "db-scheduler.enabled=false", "layanan.public-url=https://layanan.example.id" })
@Import({ Complaints.class, SetClock.class })
class ComplaintStoryIntegrationTests {

	@RegisterExtension
	private static final GreenMailExtension mailbox = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort())
		.withPerMethodLifecycle(false);

	private static final Pattern SURVEY = Pattern
		.compile("https://layanan\\.example\\.id(/survei/pengaduan/[A-Za-z0-9_-]+)");

	/** What the reports of these tests say, and who says it. */
	private static final List<String> SECRETS = List.of("Lubang", "lubang", "motor", "Kenanga", "Rahmawati", "siti.r",
			"0812", "toko yang mana", "milik provinsi");

	@Autowired
	private Complaints complaints;

	@Autowired
	private Stories stories;

	@Autowired
	private HappeningDispatcher dispatcher;

	@Autowired
	private OutboxSender sender;

	@Autowired
	private Inbox inbox;

	@Autowired
	private SetClock clock;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	@DynamicPropertySource
	static void mailServer(DynamicPropertyRegistry properties) {
		properties.add("spring.mail.host", () -> "localhost");
		properties.add("spring.mail.port", () -> mailbox.getSmtp().getPort());
	}

	@BeforeEach
	void empty() throws Exception {
		this.clock.set("2026-07-01T10:00");
		this.jdbc.sql("delete from notification.happening").update();
		this.jdbc.sql("delete from notification.outbox").update();
		mailbox.purgeEmailFromAllMailboxes();
	}

	private static Reporter siti(Language language) {
		return new Reporter(null, "Siti Rahmawati", "siti.r@example.org", "0812-3456-7890", language);
	}

	private Receipt ofSiti(boolean confidential, Language language) {
		return this.complaints.file(Complaints
			.secret(Complaints.by(Complaints.submission("jalan-rusak"), siti(language)), false, confidential));
	}

	/** Details as the hearing writes them. */
	private static List<Map<String, String>> details(HappeningKind kind) {
		return switch (kind) {
			case COMPLAINT_ASSIGNED, CASE_ASSIGNED -> List.of(Map.of("agency", ROADS.code()));
			case CASE_TAKEN -> List.of(Map.of("officer", AccountId.random().toString()));
			case COMPLAINT_ASKED -> List.of(Map.of("until", "2026-07-31T03:00:00Z"));
			case COMPLAINT_CLOSED ->
				Arrays.stream(Closing.values()).map((closing) -> Map.of("closing", closing.name())).toList();
			case COMPLAINT_MERGED -> List.of(Map.of("into", ComplaintId.random().toString()));
			case COMPLAINT_OUTAGE_ENDED ->
				List.of(Map.of("start", "2026-07-01T01:00:00Z", "end", "2026-07-01T02:30:00Z"));
			case CASES_DUE -> Arrays.stream(Audience.values())
				.map((audience) -> Map.of("audience", audience.name(), "officer", AccountId.random().toString(),
						"agency", ROADS.code(), "halfway", "4", "near", "5", "overdue", "6"))
				.toList();
			default -> List.of(Map.of());
		};
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.MATCH_ANY, names = { "COMPLAINT_.*", "CASE_.*", "CASES_DUE" })
	void tellsTheNumberAndWhatHappenedAndNothingThatWasWritten(HappeningKind kind) {
		for (boolean confidential : new boolean[] { false, true }) {
			Receipt receipt = ofSiti(confidential, Language.INDONESIAN);
			for (Map<String, String> details : details(kind)) {
				Happening happening = new Happening(UUID.randomUUID(), kind, receipt.complaint().value(), details,
						Instant.parse("2026-07-01T03:00:00Z"));
				Set<String> told = new LinkedHashSet<>();
				for (Language language : Language.values()) {
					Telling telling = this.stories.tell(List.of(happening), language).get(happening.id());
					String subject = this.stories.subject(telling, language);
					String all = subject + " " + this.stories.text(telling, language);
					told.add(all);
					assertThat(all).doesNotContain("{", "}", "null").doesNotContain(SECRETS);
					assertThat(subject).doesNotContain("\n").hasSizeLessThan(90);
					if (kind == HappeningKind.CASES_DUE) {
						assertThat(telling.href()).isEqualTo("/petugas/pengaduan");
					}
					else {
						assertThat(all).contains(receipt.ticket().toString());
						assertThat(telling.href())
							.isEqualTo((kind.name().startsWith("CASE_") ? "/petugas/pengaduan/" : "/pengaduan/saya/")
									+ receipt.ticket());
					}
				}
				assertThat(told).as("in each language its own words").hasSize(Language.values().length);
			}
		}
	}

	@Test
	void hearsEveryStepOfTheWay() {
		Receipt receipt = ofSiti(false, Language.INDONESIAN);
		this.complaints.verify(receipt.complaint(), ROADS);
		this.transactions.executeWithoutResult((status) -> this.events
			.publishEvent(new ComplaintTaken(receipt.complaint(), OFFICER.requireAccount(), this.clock.instant())));
		this.complaints.as(OFFICER, receipt.complaint(), CaseDesk::start);
		this.complaints.as(OFFICER, receipt.complaint(), (desk, shown) -> desk.ask(shown, "Di depan toko yang mana?"));
		this.complaints.asReporter(receipt, (desk, key) -> desk.reply(key, words("Toko Kenanga.")));
		this.complaints.as(OFFICER, receipt.complaint(),
				(desk, shown) -> desk.answer(shown, words("Kami ke sana."), false));
		this.complaints.as(OFFICER, receipt.complaint(), (desk, shown) -> desk.resolve(shown, words("Sudah.")));
		this.complaints.asReporter(receipt, (desk, key) -> desk.reopen(key, "Lubang masih ada di sana."));
		this.complaints.as(COORDINATOR, receipt.complaint(),
				(desk, shown) -> desk.refer(shown, Referral.SP4N_LAPOR, "Jalan ini milik provinsi."));
		Receipt merged = this.complaints.file();
		Receipt master = this.complaints.verified();
		this.complaints.as(COORDINATOR, merged.complaint(), (desk, shown) -> desk.merge(shown, master.ticket()));
		this.complaints.closed();
		this.complaints.as(COORDINATOR, this.complaints.file().complaint(),
				(desk, shown) -> desk.reject(shown, Rejection.NOT_OURS, "Jalan ini milik provinsi."));
		Set<String> heard = new TreeSet<>(
				this.jdbc.sql("select distinct kind from notification.happening").query(String.class).list());
		assertThat(heard).contains("COMPLAINT_SUBMITTED", "COMPLAINT_ASSIGNED", "CASE_ASSIGNED", "CASE_TAKEN",
				"COMPLAINT_STARTED", "COMPLAINT_ASKED", "CASE_REPLIED", "COMPLAINT_ANSWERED", "COMPLAINT_RESOLVED",
				"CASE_REOPENED", "COMPLAINT_REFERRED", "COMPLAINT_MERGED", "COMPLAINT_CLOSED", "COMPLAINT_REJECTED");
		String stored = this.jdbc.sql("select string_agg(cast(h as text), ' ') from notification.happening h")
			.query(String.class)
			.single();
		assertThat(stored).doesNotContain(SECRETS);
	}

	@Test
	void asksTheReporterByMailOnceItIsOver() throws Exception {
		Receipt receipt = ofSiti(true, Language.ENGLISH);
		this.complaints.as(COORDINATOR, receipt.complaint(),
				(desk, shown) -> desk.reject(shown, Rejection.NOT_OURS, "Jalan ini milik provinsi."));
		deliver();
		List<MimeMessage> mails = Arrays.asList(mailbox.getReceivedMessages());
		assertThat(mails).hasSize(2);
		for (MimeMessage mail : mails) {
			String all = mail.getSubject() + text(mail) + ((Multipart) mail.getContent()).getBodyPart(1).getContent();
			assertThat(all).contains(receipt.ticket().toString()).doesNotContain(SECRETS);
		}
		assertThat(text(mails.getFirst())).as("received").doesNotContain("/survei/");
		Matcher link = SURVEY.matcher(text(mails.getLast()));
		assertThat(link.find()).isTrue();
		assertThat(this.jdbc.sql("select agency from survey.invitation where complaint_id = ?")
			.param(receipt.complaint().value())
			.query(String.class)
			.single()).as("no agency had it").isEqualTo("diskominfo");
	}

	@Test
	void asksAfterEachEnd() {
		AccountId account = AccountId.random();
		Receipt receipt = this.complaints.file(account, "jalan-rusak");
		this.complaints.verify(receipt.complaint(), ROADS);
		Set<String> links = new LinkedHashSet<>();
		for (int ending = 1; ending <= 2; ending++) {
			Actor officer = Complaints.officer(ROADS);
			this.complaints.as(officer, receipt.complaint(), CaseDesk::start);
			this.complaints.as(officer, receipt.complaint(), (desk, shown) -> desk.resolve(shown, words("Sudah.")));
			this.complaints.asReporter(receipt, CitizenDesk::confirm);
			dispatch();
			List<InboxMessage> asking = this.inbox.list(account, 0, 20, Language.INDONESIAN)
				.stream()
				.filter(InboxMessage::asks)
				.toList();
			assertThat(asking).hasSize(ending);
			links.add(this.inbox.survey(account, asking.getFirst().id()).orElseThrow());
			assertThat(this.jdbc.sql("select agency from survey.invitation where complaint_id = ?")
				.param(receipt.complaint().value())
				.query(String.class)
				.list()).hasSize(ending).containsOnly(ROADS.code());
			if (ending == 1) {
				this.complaints.asReporter(receipt,
						(CitizenDesk desk, CitizenDesk.Key key) -> desk.rate(key, 1, false, null));
			}
		}
		assertThat(links).as("another one each time")
			.hasSize(2)
			.allMatch((link) -> link.matches("/survei/pengaduan/[A-Za-z0-9_-]+"));
	}

	@Test
	void asksAnAccountInItsInboxAndNobodyElse() {
		AccountId account = AccountId.random();
		Receipt receipt = this.complaints.file(account, "jalan-rusak");
		this.complaints.as(COORDINATOR, receipt.complaint(),
				(desk, shown) -> desk.reject(shown, Rejection.NOT_OURS, "Jalan ini milik provinsi."));
		dispatch();
		Map<Boolean, InboxMessage> byAsking = new HashMap<>();
		this.inbox.list(account, 0, 20, Language.INDONESIAN)
			.forEach((message) -> byAsking.put(message.asks(), message));
		assertThat(byAsking).hasSize(2);
		UUID id = byAsking.get(true).id();
		assertThat(this.inbox.survey(AccountId.random(), id)).isEmpty();
		assertThat(this.inbox.survey(account, id))
			.hasValueSatisfying((path) -> assertThat(path).matches("/survei/pengaduan/[A-Za-z0-9_-]+"));
		assertThat(this.inbox.survey(account, byAsking.get(false).id()))
			.contains("/pengaduan/saya/" + receipt.ticket());
		this.complaints.asReporter(receipt, (CitizenDesk desk, CitizenDesk.Key key) -> desk.rate(key, 5, true, null));
		assertThat(this.inbox.survey(account, id)).as("they have said it")
			.contains("/pengaduan/saya/" + receipt.ticket());
	}

	private void dispatch() {
		await().untilAsserted(() -> {
			this.dispatcher.run();
			assertThat(this.jdbc.sql("select count(*) from notification.happening where expanded_at is null")
				.query(Integer.class)
				.single()).isZero();
		});
	}

	private void deliver() {
		dispatch();
		await().untilAsserted(() -> {
			this.sender.run(Channel.EMAIL);
			assertThat(this.jdbc.sql("select count(*) from notification.outbox where state = 'WAITING'")
				.query(Integer.class)
				.single()).isZero();
		});
	}

	private static String text(MimeMessage mail) throws Exception {
		return ((String) ((Multipart) mail.getContent()).getBodyPart(0).getContent()).replace("\r\n", "\n");
	}

}
