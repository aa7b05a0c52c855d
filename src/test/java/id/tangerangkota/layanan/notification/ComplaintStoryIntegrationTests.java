package id.tangerangkota.layanan.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.complaint.ComplaintContacts;
import id.tangerangkota.layanan.complaint.ComplaintDesk;
import id.tangerangkota.layanan.complaint.ComplaintEvent.Closing;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintTaken;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintsDue;
import id.tangerangkota.layanan.complaint.ComplaintsDue.Audience;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.Reporter;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.CaseDesk;
import id.tangerangkota.layanan.complaint.casework.CitizenDesk;
import id.tangerangkota.layanan.complaint.casework.Referral;
import id.tangerangkota.layanan.complaint.casework.Rejection;
import id.tangerangkota.layanan.complaint.filing.Supporters;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.identity.Email;
import id.tangerangkota.layanan.identity.StaffDesk;
import id.tangerangkota.layanan.identity.testing.DatabaseText;
import id.tangerangkota.layanan.notification.inbox.Inbox;
import id.tangerangkota.layanan.notification.inbox.InboxMessage;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.testing.SetClock;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

import static id.tangerangkota.layanan.complaint.testing.Complaints.COORDINATOR;
import static id.tangerangkota.layanan.complaint.testing.Complaints.INSPECTOR;
import static id.tangerangkota.layanan.complaint.testing.Complaints.OFFICER;
import static id.tangerangkota.layanan.complaint.testing.Complaints.ROADS;
import static id.tangerangkota.layanan.complaint.testing.Complaints.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What people and staff are told about complaints, and what never stands in a message.
 */
@MailTest
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
	private StaffDesk staff;

	@Autowired
	private ComplaintContacts contacts;

	@Autowired
	private Supporters supporters;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Preferences preferences;

	@Autowired
	private SetClock clock;

	@Autowired
	private JavaMailSenderImpl mailServer;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void empty() throws Exception {
		this.mailServer.setPort(mailbox.getSmtp().getPort());
		this.clock.set("2026-07-01T10:00");
		this.jdbc.sql("update identity.account set state = 'DEACTIVATED' where kind = 'STAFF'").update();
		this.jdbc.sql("delete from notification.happening").update();
		this.jdbc.sql("delete from notification.outbox").update();
		// All of them are written to by one reporter.
		this.jdbc.sql("delete from throttle.bucket").update();
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
			case SUPPORTED_ENDED ->
				Stream.of("COMPLAINT_RESOLVED", "COMPLAINT_CLOSED", "COMPLAINT_REJECTED", "COMPLAINT_REFERRED")
					.map((end) -> Map.of("end", end))
					.toList();
			case COMPLAINT_MERGED -> List.of(Map.of("into", ComplaintId.random().toString()));
			case COMPLAINT_SPLIT -> List.of(Map.of("from", ComplaintId.random().toString()));
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
	@EnumSource(mode = Mode.MATCH_ANY, names = { "COMPLAINT_.*", "SUPPORTED_ENDED", "CASE_.*", "CASES_DUE" })
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
						assertThat(telling.href()).isEqualTo(page(kind) + receipt.ticket());
					}
				}
				assertThat(told).as("in each language its own words").hasSize(Language.values().length);
			}
		}
	}

	private static String page(HappeningKind kind) {
		if (kind == HappeningKind.SUPPORTED_ENDED) {
			return "/pengaduan/";
		}
		return kind.name().startsWith("CASE_") ? "/petugas/pengaduan/" : "/pengaduan/saya/";
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

	/** Most who report leave no address: a row for each would be written for nobody. */
	@Test
	void writesNothingDownOfAReportWhoseReporterCannotBeTold() {
		long before = submitted();
		this.complaints.file();
		assertThat(submitted()).isEqualTo(before);
		ofSiti(false, Language.INDONESIAN);
		assertThat(submitted()).isEqualTo(before + 1);
	}

	private long submitted() {
		return this.jdbc.sql("select count(*) from notification.happening where kind = 'COMPLAINT_SUBMITTED'")
			.query(Long.class)
			.single();
	}

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	/**
	 * Whoever reads the whole database, and follows ids from one row to the next, does
	 * not find who reports without a name, nor who wants to be without one later.
	 */
	@Test
	void nowhereStandsWhoReportedWhat() {
		AccountId account = AccountId.random();
		Receipt receipt = this.complaints.file(Complaints.secret(
				Complaints.by(Complaints.submission("jalan-rusak"), Reporter.of(account, Language.INDONESIAN)), true,
				false));
		this.complaints.verify(receipt.complaint(), ROADS);
		this.complaints.as(OFFICER, receipt.complaint(), (desk, shown) -> desk.ask(shown, "Di depan toko yang mana?"));
		this.complaints.asReporter(receipt, account, (desk, key) -> desk.reply(key, words("Toko Kenanga.")));
		this.complaints.asReporter(receipt, account,
				(desk, key) -> desk.redact(key, "Lubang besar di depan pasar", "Lubang itu dalam."));
		this.complaints.asReporter(receipt, account, CitizenDesk::becomeAnonymous);
		this.complaints.as(OFFICER, receipt.complaint(), (desk, shown) -> desk.resolve(shown, words("Sudah.")));
		this.complaints.asReporter(receipt, account, (desk, key) -> desk.reopen(key, "Lubang masih ada di sana."));
		this.complaints.as(Complaints.officer(ROADS), receipt.complaint(),
				(desk, shown) -> desk.resolve(shown, words("Sudah.")));
		this.complaints.asReporter(receipt, account, (desk, key) -> desk.rate(key, 5, true, "Cepat."));
		dispatch();
		assertThat(this.inbox.count(account)).isGreaterThan(4);
		List<String> ofAccount = DatabaseText.rows(this.jdbc, account.toString());
		List<String> ofComplaint = Stream
			.concat(DatabaseText.rows(this.jdbc, receipt.complaint().toString()).stream(),
					DatabaseText.rows(this.jdbc, receipt.ticket().toString()).stream())
			.toList();
		assertThat(ofAccount).isNotEmpty();
		assertThat(ofComplaint).isNotEmpty().noneMatch((row) -> row.contains(account.toString()));
		Set<String> near = ofAccount.stream()
			.flatMap((row) -> ID.matcher(row).results().map(MatchResult::group))
			.collect(Collectors.toSet());
		assertThat(ofComplaint).noneMatch((row) -> near.stream().anyMatch(row::contains));
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
	void tellsWhatWasSplitOffAndFromWhich() throws Exception {
		Receipt receipt = ofSiti(true, Language.ENGLISH);
		deliver();
		mailbox.purgeEmailFromAllMailboxes();
		TicketNumber[] part = new TicketNumber[1];
		this.complaints.as(COORDINATOR, receipt.complaint(), (desk, shown) -> part[0] = desk.split(shown,
				"Lampu di depan toko yang mana?", "Lampu di sana juga mati.", "pju"));
		deliver();
		assertThat(mailbox.getReceivedMessages()).as("none of a new report beside it").hasSize(1);
		MimeMessage mail = mailbox.getReceivedMessages()[0];
		assertThat(mail.getSubject()).contains(receipt.ticket().toString(), part[0].toString());
		assertThat(text(mail))
			.contains("more than one thing", "%s goes on as before".formatted(receipt.ticket()),
					"https://layanan.example.id/pengaduan/saya/" + part[0])
			.doesNotContain(SECRETS);
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

	/** Somebody of the staff who reads mails. */
	private AccountId member(Role role, @Nullable AgencyId agency) {
		Email email = new Email(role.name().toLowerCase(Locale.ROOT) + "." + UUID.randomUUID() + "@example.org");
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			AccountId account = this.staff.invite(email, Set.of(role), agency).id();
			this.jdbc.sql("update identity.account set state = 'ACTIVE', email_confirmed_at = created_at where id = ?")
				.param(account.value())
				.update();
			// The invitation itself is not sent.
			this.jdbc.sql("delete from notification.outbox where recipient = ?").param(account.value()).update();
			return account;
		}));
	}

	/** The first lines of what somebody finds in the inbox, the oldest first. */
	private List<String> inbox(AccountId account) {
		return this.inbox.list(account, 0, 20, Language.INDONESIAN)
			.reversed()
			.stream()
			.map(InboxMessage::subject)
			.toList();
	}

	@Test
	void tellsWhoWorksOnACase() throws Exception {
		AccountId officer = member(Role.OFFICER, ROADS);
		AccountId colleague = member(Role.OFFICER, ROADS);
		AccountId gone = member(Role.OFFICER, ROADS);
		this.jdbc.sql("update identity.account set state = 'DEACTIVATED' where id = ?").param(gone.value()).update();
		List<AccountId> others = List.of(gone, member(Role.OFFICER, new AgencyId("dishub")),
				member(Role.AGENCY_HEAD, ROADS), member(Role.LEADERSHIP, null));
		AccountId coordinator = member(Role.COORDINATOR, null);
		AccountId inspector = member(Role.INSPECTOR, null);
		Receipt unverified = this.complaints.file();
		this.complaints.as(COORDINATOR, unverified.complaint(),
				(desk, shown) -> desk.ask(shown, "Di depan toko yang mana?"));
		this.complaints.asReporter(unverified, (desk, key) -> desk.reply(key, words("Toko Kenanga.")));
		Receipt road = this.complaints.verified();
		// Whom it concerns is found when it is told.
		dispatch();
		this.complaints.as(Complaints.head(ROADS), road.complaint(), (desk, shown) -> desk.assign(shown, officer));
		this.complaints.asReporter(road, (desk, key) -> desk.reply(key, words("Ada motor jatuh lagi.")));
		Receipt conduct = this.complaints.file("pelayanan-aparatur");
		this.complaints.verify(conduct.complaint(), ROADS);
		deliver();
		assertThat(inbox(officer)).containsExactlyInAnyOrder("Kasus baru: " + road.ticket(),
				"Kasus %s menjadi tugas Anda".formatted(road.ticket()), "Warga menulis di kasus " + road.ticket());
		assertThat(inbox(colleague)).as("once it is somebody's, the others hear no more")
			.containsExactly("Kasus baru: " + road.ticket());
		assertThat(inbox(coordinator)).containsExactly("Warga menulis di kasus " + unverified.ticket());
		assertThat(inbox(inspector)).containsExactly("Kasus baru: " + conduct.ticket());
		others.forEach((other) -> assertThat(inbox(other)).isEmpty());
		assertThat(mails()).as("one for each, however much there is")
			.containsExactlyInAnyOrder("officer: 3 kabar tentang layanan kota", "officer: Kasus baru: " + road.ticket(),
					"coordinator: Warga menulis di kasus " + unverified.ticket(),
					"inspector: Kasus baru: " + conduct.ticket());
		for (MimeMessage mail : mailbox.getReceivedMessages()) {
			assertThat(text(mail)).contains("https://layanan.example.id/petugas/pengaduan/").doesNotContain(SECRETS);
		}
	}

	@Test
	void tellsTheAgencyWhenTheOfficerLeft() {
		AccountId officer = member(Role.OFFICER, ROADS);
		AccountId colleague = member(Role.OFFICER, ROADS);
		Receipt road = this.complaints.verified();
		// Nobody has it yet.
		dispatch();
		this.complaints.as(Complaints.head(ROADS), road.complaint(), (desk, shown) -> desk.assign(shown, officer));
		dispatch();
		this.jdbc.sql("update identity.account set state = 'DEACTIVATED' where id = ?").param(officer.value()).update();
		this.complaints.asReporter(road, (desk, key) -> desk.reply(key, words("Ada motor jatuh lagi.")));
		this.transactions.executeWithoutResult((status) -> this.events.publishEvent(due(Audience.OFFICER, officer)));
		dispatch();
		assertThat(inbox(colleague)).containsExactlyInAnyOrder("Kasus baru: " + road.ticket(),
				"Warga menulis di kasus " + road.ticket(), "Kasus yang belum diambil");
	}

	@Test
	void tellsSupportersOfTheEndAndOfNothingElse() {
		AccountId reporter = AccountId.random();
		AccountId supporter = AccountId.random();
		Receipt road = this.complaints.file(reporter, "jalan-rusak");
		this.complaints.verify(road.complaint(), ROADS);
		this.supporters.support(road.ticket(), supporter, "ponsel");
		this.complaints.as(OFFICER, road.complaint(), (desk, shown) -> desk.ask(shown, "Di depan toko yang mana?"));
		this.complaints.asReporter(road, (desk, key) -> desk.reply(key, words("Toko Kenanga.")));
		this.complaints.as(OFFICER, road.complaint(),
				(desk, shown) -> desk.answer(shown, words("Kami ke sana."), false));
		dispatch();
		assertThat(inbox(supporter)).isEmpty();
		this.complaints.as(OFFICER, road.complaint(), (desk, shown) -> desk.resolve(shown, words("Sudah.")));
		dispatch();
		assertThat(this.inbox.list(supporter, 0, 20, Language.INDONESIAN)).singleElement().satisfies((message) -> {
			assertThat(message.subject()).isEqualTo("Laporan %s yang Anda dukung dinyatakan selesai", road.ticket());
			assertThat(message.href()).as("what everybody may open").isEqualTo("/pengaduan/" + road.ticket());
		});
		assertThat(inbox(reporter)).contains("Apakah laporan %s sudah beres?".formatted(road.ticket()))
			.noneMatch((subject) -> subject.contains("dukung"));
		this.complaints.as(COORDINATOR, road.complaint(), (desk, shown) -> desk.publish(shown, false));
		this.complaints.asReporter(road, CitizenDesk::confirm);
		dispatch();
		assertThat(inbox(supporter)).as("what is hidden is none of theirs any more").hasSize(1);
	}

	@Test
	void whoEndsNewsOfWhatTheySupportHearsOfTheirOwn() {
		AccountId account = AccountId.random();
		Receipt other = this.complaints.verified();
		this.supporters.support(other.ticket(), account, "");
		this.preferences.set(account, new Preferences.Choice(Topic.SUPPORTED, Channel.INBOX), false);
		Receipt own = this.complaints.file(account, "jalan-rusak");
		this.complaints.as(OFFICER, other.complaint(), (desk, shown) -> desk.resolve(shown, words("Sudah.")));
		dispatch();
		assertThat(inbox(account)).containsExactly("Laporan %s kami terima".formatted(own.ticket()));
	}

	@Test
	void tellsReportersWhatTheCityDoesWithTheirCase() {
		AccountId account = AccountId.random();
		Receipt road = this.complaints.file(account, "jalan-rusak");
		this.complaints.verify(road.complaint(), ROADS);
		this.complaints.as(OFFICER, road.complaint(),
				(desk, shown) -> desk.redact(shown, null, "Lubang besar di depan pasar", "Lubang itu dalam."));
		this.complaints.as(COORDINATOR, road.complaint(), (desk, shown) -> desk.publish(shown, false));
		this.complaints.as(COORDINATOR, road.complaint(), (desk, shown) -> desk.publish(shown, false));
		this.complaints.as(OFFICER, road.complaint(), (desk, shown) -> desk.resolve(shown, words("Sudah.")));
		this.complaints.as(COORDINATOR, road.complaint(), (desk, shown) -> desk.sendBack(shown, "Belum rata."));
		Receipt request = this.complaints
			.file(Complaints.by(Complaints.formal(), Reporter.of(account, Language.INDONESIAN)));
		this.complaints.verify(request.complaint(), ROADS);
		this.complaints.as(OFFICER, request.complaint(), (desk, shown) -> desk.extend(shown, "Berkasnya banyak."));
		dispatch();
		assertThat(inbox(account))
			.contains("Sebagian isi laporan %s kami tutup".formatted(road.ticket()),
					"Laporan %s dikerjakan lagi".formatted(road.ticket()),
					"Tenggat laporan %s diperpanjang".formatted(request.ticket()))
			.containsOnlyOnce("Laporan %s tidak lagi terbuka untuk umum".formatted(road.ticket()));
	}

	@Test
	void tellsOfOneReopeningTheStaffOnceAndTheReportersOfItsParts() {
		AccountId officer = member(Role.OFFICER, ROADS);
		AccountId partReporter = AccountId.random();
		AccountId masterReporter = AccountId.random();
		Receipt part = this.complaints.file(partReporter, "jalan-rusak");
		Receipt master = this.complaints.file(masterReporter, "jalan-rusak");
		this.complaints.verify(master.complaint(), ROADS);
		this.complaints.as(COORDINATOR, part.complaint(), (desk, shown) -> desk.merge(shown, master.ticket()));
		this.complaints.as(OFFICER, master.complaint(), (desk, shown) -> desk.resolve(shown, words("Sudah.")));
		this.complaints.asReporter(master, (desk, key) -> desk.reopen(key, "Lubang masih ada di sana."));
		dispatch();
		assertThat(inbox(officer)).contains("Kasus %s dibuka lagi".formatted(master.ticket()))
			.noneMatch((subject) -> subject.contains(part.ticket().toString()));
		String again = "Laporan %s dikerjakan lagi";
		assertThat(inbox(partReporter)).contains(again.formatted(part.ticket()));
		assertThat(inbox(masterReporter)).as("it was them").doesNotContain(again.formatted(master.ticket()));
	}

	@Test
	void tellsOfAReopeningWhoHasToVerifyIt() {
		AccountId officer = member(Role.OFFICER, ROADS);
		AccountId coordinator = member(Role.COORDINATOR, null);
		AccountId inspector = member(Role.INSPECTOR, null);
		Receipt road = this.complaints.verified();
		Receipt conduct = this.complaints.file("pelayanan-aparatur");
		this.complaints.verify(conduct.complaint(), ROADS);
		dispatch();
		Map.of(road, OFFICER, conduct, INSPECTOR).forEach((receipt, actor) -> {
			this.complaints.as(actor, receipt.complaint(),
					(desk, shown) -> desk.reject(shown, Rejection.NOT_OURS, "Jalan ini milik provinsi."));
			this.complaints.asReporter(receipt, (desk, key) -> desk.reopen(key, "Lubang masih ada di sana."));
		});
		dispatch();
		assertThat(inbox(officer)).as("they cannot go on with it").containsExactly("Kasus baru: " + road.ticket());
		assertThat(inbox(coordinator)).containsExactly("Kasus %s dibuka lagi".formatted(road.ticket()));
		assertThat(inbox(inspector)).containsExactlyInAnyOrder("Kasus baru: " + conduct.ticket(),
				"Kasus %s dibuka lagi".formatted(conduct.ticket()));
	}

	@Test
	void tellsWhoLeadsAnAgencyWithoutOfficersAndElseTheCoordinators() {
		AccountId coordinator = member(Role.COORDINATOR, null);
		Receipt first = this.complaints.verified();
		dispatch();
		assertThat(inbox(coordinator)).containsExactly("Kasus baru: " + first.ticket());
		AccountId head = member(Role.AGENCY_HEAD, ROADS);
		Receipt second = this.complaints.verified();
		due(Audience.AGENCY);
		dispatch();
		assertThat(inbox(head)).containsExactlyInAnyOrder("Kasus baru: " + second.ticket(), "Kasus yang belum diambil");
		assertThat(inbox(coordinator)).hasSize(1);
	}

	/** To whom which mails went, in no order. */
	private static List<String> mails() throws Exception {
		List<String> mails = new ArrayList<>();
		for (MimeMessage mail : mailbox.getReceivedMessages()) {
			mails.add(mail.getAllRecipients()[0].toString().replaceFirst("\\..*", "") + ": " + mail.getSubject());
		}
		return mails;
	}

	@Test
	void remindsWhoIsConcernedOfAllThatIsDueInOneMail() throws Exception {
		AccountId officer = member(Role.OFFICER, ROADS);
		AccountId colleague = member(Role.OFFICER, ROADS);
		AccountId stranger = member(Role.OFFICER, new AgencyId("dishub"));
		AccountId head = member(Role.AGENCY_HEAD, ROADS);
		AccountId strangersHead = member(Role.AGENCY_HEAD, new AgencyId("dishub"));
		AccountId coordinator = member(Role.COORDINATOR, null);
		AccountId inspector = member(Role.INSPECTOR, null);
		this.transactions.executeWithoutResult((status) -> Arrays.stream(Audience.values())
			.map((audience) -> due(audience, (audience == Audience.OFFICER) ? officer : null))
			.forEach(this.events::publishEvent));
		deliver();
		assertThat(inbox(officer)).containsExactlyInAnyOrder("Tenggat kasus Anda", "Kasus yang belum diambil");
		assertThat(inbox(colleague)).containsExactly("Kasus yang belum diambil");
		assertThat(inbox(head)).containsExactly("Kasus terlambat di perangkat daerah Anda");
		assertThat(inbox(coordinator)).containsExactly("Tenggat yang perlu Anda lihat");
		assertThat(inbox(inspector)).containsExactly("Tenggat kasus pengawasan");
		assertThat(inbox(stranger)).isEmpty();
		assertThat(inbox(strangersHead)).isEmpty();
		assertThat(mails()).containsExactlyInAnyOrder("officer: 2 kabar tentang layanan kota",
				"officer: Kasus yang belum diambil", "agency_head: Kasus terlambat di perangkat daerah Anda",
				"coordinator: Tenggat yang perlu Anda lihat", "inspector: Tenggat kasus pengawasan");
		for (MimeMessage mail : mailbox.getReceivedMessages()) {
			assertThat(text(mail)).contains("6 terlambat, 5 hampir jatuh tempo, 4 sudah lewat setengah waktu",
					"https://layanan.example.id/petugas/pengaduan\n");
		}
	}

	private ComplaintsDue due(Audience audience, @Nullable AccountId officer) {
		boolean everywhere = audience == Audience.COORDINATOR || audience == Audience.INSPECTOR;
		return new ComplaintsDue(audience, everywhere ? null : ROADS, officer, 4, 5, 6, this.clock.instant());
	}

	/** Whoever decided it may not do so again, and the agency has nobody else. */
	@Test
	void tellsTheCoordinatorsWhatASingleOfficerHandsOver() throws Exception {
		AccountId officer = member(Role.OFFICER, ROADS);
		AccountId coordinator = member(Role.COORDINATOR, null);
		AccountId colleague = member(Role.OFFICER, ComplaintDesk.COORDINATORS);
		Actor alone = Actor.staff(officer, Set.of(Role.OFFICER), ROADS);
		Receipt receipt = this.complaints.verified();
		this.complaints.as(alone, receipt.complaint(), (desk, shown) -> desk.resolve(shown, words("Sudah.")));
		this.complaints.asReporter(receipt, (desk, key) -> desk.reopen(key, "Lubang masih ada di sana."));
		deliver();
		assertThat(inbox(officer)).as("while it is the agency's")
			.contains("Kasus %s dibuka lagi".formatted(receipt.ticket()));
		assertThat(inbox(coordinator)).isEmpty();
		mailbox.purgeEmailFromAllMailboxes();
		this.complaints.as(alone, receipt.complaint(),
				(desk, shown) -> desk.forward(shown, ComplaintDesk.COORDINATORS, "Di sini tidak ada petugas lain."));
		deliver();
		String told = "Kasus baru: " + receipt.ticket();
		assertThat(inbox(coordinator)).containsExactly(told);
		assertThat(inbox(colleague)).containsExactly(told);
		assertThat(mails()).containsExactlyInAnyOrder("coordinator: " + told, "officer: " + told);
		assertThat(text(mailbox.getReceivedMessages()[0]))
			.contains("https://layanan.example.id/petugas/pengaduan/" + receipt.ticket());
	}

	@Test
	void writesNoMailAboutCasesToWhoWantsNone() throws Exception {
		AccountId head = member(Role.AGENCY_HEAD, ROADS);
		this.preferences.set(head, new Preferences.Choice(Topic.STAFF_CASE, Channel.EMAIL), false);
		due(Audience.AGENCY_HEAD);
		deliver();
		assertThat(inbox(head)).hasSize(1);
		assertThat(mails()).isEmpty();
	}

	@Test
	void oneClickEndsMailsAboutWhatAnAccountDoesNotWant() throws Exception {
		AccountId head = member(Role.AGENCY_HEAD, ROADS);
		due(Audience.AGENCY_HEAD);
		deliver();
		end(mailbox.getReceivedMessages()[0]);
		assertThat(this.preferences.unwanted(head))
			.containsExactly(new Preferences.Choice(Topic.STAFF_CASE, Channel.EMAIL));
		mailbox.purgeEmailFromAllMailboxes();
		due(Audience.AGENCY_HEAD);
		deliver();
		assertThat(mails()).isEmpty();
		assertThat(inbox(head)).as("where it still stands").hasSize(2);
	}

	private void due(Audience audience) {
		this.transactions.executeWithoutResult((status) -> this.events.publishEvent(due(audience, null)));
	}

	@Test
	void oneClickForgetsTheAddressOfAReporterWithoutAnAccount() throws Exception {
		Receipt receipt = ofSiti(false, Language.INDONESIAN);
		Receipt other = ofSiti(false, Language.INDONESIAN);
		deliver();
		List<MimeMessage> received = List.of(mailbox.getReceivedMessages());
		assertThat(received).hasSize(2);
		for (MimeMessage mail : received) {
			if (mail.getSubject().contains(receipt.ticket().toString())) {
				end(mail);
			}
		}
		assertThat(this.contacts.of(receipt.complaint()).orElseThrow().reporter()).as("nobody to tell").isEmpty();
		mailbox.purgeEmailFromAllMailboxes();
		for (Receipt each : List.of(receipt, other)) {
			this.complaints.as(COORDINATOR, each.complaint(),
					(desk, shown) -> desk.reject(shown, Rejection.NOT_OURS, "Jalan ini milik provinsi."));
		}
		deliver();
		assertThat(mails()).singleElement().asString().contains(other.ticket().toString());
	}

	/** As a server of the mail provider does: no session, no token, no origin. */
	private void end(MimeMessage mail) throws Exception {
		assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
		String path = mail.getHeader("List-Unsubscribe")[0].replaceFirst("^<https://layanan\\.example\\.id(.*)>$",
				"$1");
		assertThat(this.mvc.get().uri(path)).as("looked at by a mail program").hasStatusOk();
		assertThat(this.mvc.post().uri(path).param("List-Unsubscribe", "One-Click")).hasStatusOk();
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
		// What the staff are told waits for more.
		this.clock.advance(Duration.ofMinutes(3));
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
