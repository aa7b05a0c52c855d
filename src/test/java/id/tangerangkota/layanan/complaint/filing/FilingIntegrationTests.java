package id.tangerangkota.layanan.complaint.filing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.SetTimeTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.attachment.Attachments;
import id.tangerangkota.layanan.attachment.UploadOptions;
import id.tangerangkota.layanan.attachment.testing.UploadFiles;
import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.ComplaintContacts;
import id.tangerangkota.layanan.complaint.ComplaintContacts.Contact;
import id.tangerangkota.layanan.complaint.ComplaintDesk;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.Reporter;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.SubmissionRefused;
import id.tangerangkota.layanan.complaint.casework.CaseFiles;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.identity.testing.DatabaseText;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How complaints come in, with the database. */
@SetTimeTest
class FilingIntegrationTests {

	@Autowired
	private ComplaintDesk desk;

	@Autowired
	private ComplaintCategories categories;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private Attachments attachments;

	@Autowired
	private Complaints complaints;

	@Autowired
	private Supporters supporters;

	@Autowired
	private Drafts drafts;

	@Autowired
	private ComplaintContacts contacts;

	@Autowired
	private SetClock clock;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void setClock() {
		this.clock.set("2026-07-01T10:00");
	}

	@Test
	void knowsCategoriesOfAgenciesOfTheCatalogue() {
		Set<String> agencies = this.catalog.agencies().stream().map(Agency::code).collect(Collectors.toSet());
		assertThat(this.categories.all()).hasSize(24)
			.allSatisfy((category) -> assertThat(agencies).contains(category.agency().code()));
		assertThat(this.jdbc.sql("select regexp_split_to_table(support, ' ') from complaint.category")
			.query(String.class)
			.list()).filteredOn((code) -> !code.isEmpty()).isSubsetOf(agencies);
		ComplaintCategory lights = this.categories.find("pju").orElseThrow();
		assertThat(lights.agency()).isEqualTo(new AgencyId("dishub"));
		assertThat(lights.radius()).isEqualTo(50);
		assertThat(this.categories.find("bencana").orElseThrow().verifyDays()).isEqualTo(1);
		assertThat(this.categories.find("perempuan-anak").orElseThrow().sensitive()).isTrue();
	}

	/** The photos of a draft live as long as it does. */
	@Test
	void keepsPhotosOfADraftThatIsInUse() {
		Draft draft = this.drafts.begin(Channel.WEB);
		this.drafts.save(draft);
		this.attachments.store(draft.attachments(), new ByteArrayInputStream(UploadFiles.jpeg(64, 48)),
				UploadOptions.photos(1));
		this.clock.set("2026-07-02T09:00");
		this.drafts.save(draft);
		assertThat(this.jdbc.sql("select created_at from attachment.attachment where owner_id = ?")
			.param(draft.attachments().id())
			.query((row, number) -> row.getTimestamp("created_at").toInstant())
			.single()).isEqualTo(this.clock.instant());
	}

	@Test
	void givesAReceiptWithDates() {
		Receipt receipt = this.desk.file(Complaints.submission("pju"));
		assertThat(receipt.ticket().year()).isEqualTo(2026);
		assertThat(receipt.verification().dueOn()).isEqualTo("2026-07-02");
		assertThat(receipt.solution().dueOn()).isEqualTo("2026-07-06");
		assertThat(receipt.master()).isNull();
	}

	/**
	 * Whoever works for the city is promised that nobody learns who they are, as anybody.
	 */
	@Test
	void tellsNobodyThatSomebodyOfTheStaffFiledIt() {
		Receipt own;
		Receipt counter;
		try (Acting acting = Acting.as(Complaints.OFFICER)) {
			own = this.desk.file(Complaints.secret(Complaints.submission("pju"), true, false));
			counter = this.desk.file(Complaints.through(Channel.COUNTER, Complaints.submission("pju")));
		}
		assertThat(author(own)).isEqualTo("CITIZEN");
		assertThat(acts(own)).isZero();
		assertThat(author(counter)).as("for somebody else").isEqualTo("OFFICER " + Complaints.OFFICER.requireAccount());
		assertThat(acts(counter)).isOne();
	}

	@Test
	void forgetsWhoOfTheStaffFiledAsAnybody() throws IOException {
		Receipt own = this.desk.file(Complaints.submission("pju"));
		Receipt counter = this.desk.file(Complaints.through(Channel.COUNTER, Complaints.submission("pju")));
		Receipt splitOff = this.desk.file(Complaints.submission("pju"));
		this.jdbc.sql("""
				insert into complaint.entry (id, complaint_id, at, kind, visibility, sealed)
				values (gen_random_uuid(), ?, now(), 'SPLIT_FROM', 'REPORTER', false)""")
			.param(splitOff.complaint().value())
			.update();
		for (Receipt each : List.of(own, counter, splitOff)) {
			this.jdbc.sql("""
					update complaint.entry set author = ?, author_role = 'OFFICER'
					where complaint_id = ? and kind = 'FILED'""")
				.params(Complaints.OFFICER.requireAccount().value(), each.complaint().value())
				.update();
		}
		this.jdbc
			.sql(new ClassPathResource("db/migration/complaint/V31__forget_staff_who_filed_as_anybody.sql")
				.getContentAsString(StandardCharsets.UTF_8))
			.update();
		assertThat(author(own)).isEqualTo("CITIZEN");
		assertThat(author(counter)).startsWith("OFFICER ");
		assertThat(author(splitOff)).as("the staff took it out").startsWith("OFFICER ");
	}

	private String author(Receipt receipt) {
		return this.jdbc.sql("""
				select concat_ws(' ', author_role, author) from complaint.entry
				where complaint_id = ? and kind = 'FILED'""")
			.param(receipt.complaint().value())
			.query(String.class)
			.single();
	}

	private int acts(Receipt receipt) {
		return this.jdbc.sql("select count(*) from audit.entry where subject_id = ?")
			.param(receipt.complaint().toString())
			.query(Integer.class)
			.single();
	}

	@ParameterizedTest
	@CsvSource({
			// at night, on a weekend, before the office opens: from the next opening
			"2026-07-01T22:15, 2026-07-03", "2026-07-04T12:00, 2026-07-07", "2026-07-02T05:00, 2026-07-03",
			// year end with New Year, leap day
			"2026-12-30T10:00, 2026-12-31", "2026-12-31T10:00, 2027-01-04", "2028-02-28T10:00, 2028-02-29",
			"2028-02-29T10:00, 2028-03-01" })
	void countsFromTheNextOpening(String now, String verified) {
		this.clock.set(now);
		assertThat(this.desk.file(Complaints.submission("pju")).verification().dueOn()).isEqualTo(verified);
	}

	@Test
	void numbersTheYearInJakarta() {
		this.clock.set("2027-01-01T00:30");
		assertThat(this.desk.file(Complaints.submission("pju")).ticket().year()).isEqualTo(2027);
	}

	@Test
	void givesAFormalRequestTheTimeOfTheLaw() {
		assertThat(this.desk.file(Complaints.formal()).solution().workingDays()).isEqualTo(10);
	}

	@Test
	void writesEverythingBesideIt() {
		Receipt receipt = this.desk
			.file(Complaints.by(Complaints.submission("pju"), Reporter.of(AccountId.random(), Language.ENGLISH)));
		UUID id = receipt.complaint().value();
		assertThat(count("select count(*) from complaint.custody where complaint_id = ? and agency is null", id))
			.isEqualTo(1);
		assertThat(count("select count(*) from complaint.entry where complaint_id = ? and kind = 'FILED'", id))
			.isEqualTo(1);
		assertThat(count("select count(*) from complaint.reporter where complaint_id = ? and account_index is not null",
				id))
			.isEqualTo(1);
	}

	@Test
	void isOneComplaintHoweverOftenItIsSent() {
		Submission submission = Complaints.submission("sampah");
		Receipt first = this.desk.file(submission);
		assertThat(this.desk.file(submission)).isEqualTo(first);
		assertThat(this.desk.receipt(submission.key())).contains(first);
		assertThat(this.desk.receipt(UUID.randomUUID())).isEmpty();
	}

	@Test
	void isOneComplaintAlsoAtTheSameMoment() throws Exception {
		for (int round = 0; round < 10; round++) {
			Submission submission = Complaints.submission("sampah");
			List<Callable<Receipt>> tries = new ArrayList<>();
			for (int i = 0; i < 8; i++) {
				tries.add(() -> this.desk.file(submission));
			}
			Set<Receipt> receipts = new HashSet<>();
			try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
				for (Future<Receipt> result : threads.invokeAll(tries)) {
					receipts.add(result.get());
				}
			}
			assertThat(receipts).hasSize(1);
			assertThat(count("select count(*) from complaint.submission where key = ?", submission.key())).isEqualTo(1);
		}
	}

	@Test
	void takesThePhotosOfTheDraftAlong() throws Exception {
		AttachmentOwner draft = new AttachmentOwner("complaint-draft", UUID.randomUUID());
		this.attachments.store(draft, new ByteArrayInputStream(UploadFiles.jpeg(40, 30)), UploadOptions.photos(5));
		Submission plain = Complaints.submission("pju");
		Submission submission = new Submission(plain.key(), plain.channel(), plain.kind(), plain.category(), null,
				plain.place(), plain.subject(), plain.text(), false, false, false, plain.reporter(), draft, null);
		Receipt receipt = this.desk.file(submission);
		assertThat(this.desk.file(submission)).isEqualTo(receipt);
		assertThat(this.attachments.of(CaseFiles.of(receipt.complaint()))).hasSize(1);
		assertThat(this.attachments.of(draft)).isEmpty();
		assertThat(count("select photos from complaint.complaint where id = ?", receipt.complaint().value()))
			.isEqualTo(1);
	}

	@Test
	void refusesWhatIsNotThere() {
		Submission submission = Complaints.submission("pju");
		assertThatExceptionOfType(SubmissionRefused.class)
			.isThrownBy(() -> this.desk.file(Complaints.submission("apa")))
			.extracting(SubmissionRefused::reason)
			.isEqualTo(SubmissionRefused.Reason.UNKNOWN_CATEGORY);
		assertThatExceptionOfType(SubmissionRefused.class)
			.isThrownBy(() -> this.desk.file(Complaints.about(new ServiceId(UUID.randomUUID()))))
			.extracting(SubmissionRefused::reason)
			.isEqualTo(SubmissionRefused.Reason.UNKNOWN_SERVICE);
		assertThatExceptionOfType(SubmissionRefused.class)
			.isThrownBy(() -> this.desk.file(new Submission(submission.key(), submission.channel(),
					ComplaintKind.COMPLAINT, "permintaan-informasi", null, null, submission.subject(),
					submission.text(), false, false, false, submission.reporter(), null, null)))
			.extracting(SubmissionRefused::reason)
			.isEqualTo(SubmissionRefused.Reason.UNKNOWN_CATEGORY);
	}

	@ParameterizedTest
	@CsvSource({ "perempuan-anak, true, true, false", "pelayanan-aparatur, false, false, true",
			"pju, false, false, false" })
	void sealsWhatNotEverybodyMayRead(String category, boolean anonymous, boolean confidential, boolean supervisory) {
		String word = "rahasiabesar" + UUID.randomUUID().toString().substring(0, 8);
		Submission plain = Complaints.submission(category);
		Receipt receipt = this.desk
			.file(new Submission(plain.key(), plain.channel(), plain.kind(), category, null, plain.place(),
					plain.subject(), "Ini " + word + " sekali.", false, false, false, plain.reporter(), null, null));
		assertThat(this.jdbc.sql("select anonymous, confidential, supervisory from complaint.complaint where id = ?")
			.param(receipt.complaint().value())
			.query((row, number) -> List.of(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3)))
			.single()).containsExactly(anonymous, confidential, supervisory);
		assertThat(DatabaseText.find(this.jdbc, word).isEmpty()).isEqualTo(confidential || supervisory);
	}

	@Test
	void sealsWhoReports() {
		Reporter reporter = new Reporter(AccountId.random(), "Siti Pelapor", "siti.pelapor@example.org", "0812555777",
				Language.INDONESIAN);
		Receipt receipt = this.desk.file(Complaints.by(Complaints.submission("pju"), reporter));
		assertThat(List.of("Siti Pelapor", "siti.pelapor@example.org", "0812555777", receipt.code().value(),
				String.valueOf(reporter.account())))
			.allSatisfy((text) -> assertThat(DatabaseText.find(this.jdbc, text))
				// Who is told has to be named there, by the account alone.
				.filteredOn((place) -> !place.startsWith("\"notification\"."))
				.isEmpty());
	}

	/** Anybody can type anybody's address. */
	@Test
	void writesToOneMailboxAboutAFewReportsADay() {
		String box = UUID.randomUUID().toString();
		for (int i = 0; i < Mailboxes.ADDRESS.capacity(); i++) {
			Receipt receipt = this.desk.file(from(box + "+" + i + "@example.org"));
			assertThat(receipt.mailWithheld()).isFalse();
			assertThat(email(receipt)).isNotNull();
		}
		Submission one = from(box.toUpperCase(Locale.ROOT) + "@Example.org");
		Receipt untold = this.desk.file(one);
		assertThat(untold.mailWithheld()).isTrue();
		assertThat(email(untold)).isNull();
		assertThat(this.desk.receipt(one.key())).as("read again").contains(untold);
		assertThat(this.desk.file(from(UUID.randomUUID() + "@example.org")).mailWithheld()).isFalse();
		Submission counter = from(box + "@example.org");
		assertThat(this.desk
			.file(new Submission(counter.key(), Channel.COUNTER, counter.kind(), counter.category(), null,
					counter.place(), counter.subject(), counter.text(), false, false, false, counter.reporter(), null,
					null))
			.mailWithheld()).as("an officer sees whose it is").isFalse();
		this.clock.set("2026-07-02T10:00");
		assertThat(this.desk.file(from(box + "@example.org")).mailWithheld()).as("a day later").isFalse();
	}

	@Test
	void countsAMailboxOnceForOneReport() {
		String email = UUID.randomUUID() + "@example.org";
		Submission submission = from(email);
		for (int i = 0; i < 2 * Mailboxes.ADDRESS.capacity(); i++) {
			assertThat(this.desk.file(submission).mailWithheld()).isFalse();
		}
		assertThat(this.desk.file(from(email)).mailWithheld()).isFalse();
	}

	private static Submission from(String email) {
		return Complaints.by(Complaints.submission("pju"), new Reporter(null, null, email, null, Language.INDONESIAN));
	}

	private @Nullable String email(Receipt receipt) {
		return this.contacts.of(receipt.complaint())
			.orElseThrow()
			.reporter()
			.stream()
			.map(Contact::email)
			.findFirst()
			.orElse(null);
	}

	private int count(String sql, Object parameter) {
		return this.jdbc.sql(sql).param(parameter).query(Integer.class).single();
	}

	/** Whoever says the same in several ways is one. */
	@Test
	void countsOnceWhoSaysTheSame() {
		AccountId reporter = AccountId.random();
		AccountId neighbour = AccountId.random();
		Receipt master = this.complaints.file(reporter, "jalan-rusak");
		this.complaints.verify(master.complaint(), Complaints.ROADS);
		this.supporters.support(master.ticket(), null, Supporters.visitor("203.0.113.7", "Ponsel"));
		this.supporters.support(master.ticket(), null, Supporters.visitor("203.0.113.8", "Ponsel"));
		this.supporters.support(master.ticket(), neighbour, "");
		assertThat(this.supporters.support(master.ticket(), reporter, "")).as("no error").isTrue();
		assertThat(supporters(master)).isEqualTo(2);
		AccountId other = AccountId.random();
		Receipt part = this.complaints.file(other, "jalan-rusak");
		this.complaints.verify(part.complaint(), Complaints.ROADS);
		this.supporters.support(part.ticket(), neighbour, "");
		this.complaints.as(Complaints.COORDINATOR, part.complaint(),
				(desk, shown) -> desk.merge(shown, master.ticket()));
		this.supporters.support(master.ticket(), other, "");
		assertThat(supporters(master)).as("two supporters of both, and one reporter").isEqualTo(3);
		this.complaints.as(Complaints.OFFICER, master.complaint(),
				(desk, shown) -> desk.resolve(shown, Complaints.words("Sudah.")));
		this.complaints.asReporter(part, (desk, key) -> desk.reopen(key, "Belum beres."));
		assertThat(supporters(master)).as("without the part").isEqualTo(2);
		this.complaints.as(Complaints.COORDINATOR, master.complaint(),
				(desk, shown) -> desk.sendBack(shown, "Belum rata."));
		this.complaints.as(Complaints.COORDINATOR, part.complaint(),
				(desk, shown) -> desk.merge(shown, master.ticket()));
		assertThat(supporters(master)).isEqualTo(3);
	}

	private int supporters(Receipt receipt) {
		return this.jdbc.sql("select supporters from complaint.complaint where id = ?")
			.param(receipt.complaint().value())
			.query(Integer.class)
			.single();
	}

}
