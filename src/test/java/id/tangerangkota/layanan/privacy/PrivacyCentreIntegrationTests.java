package id.tangerangkota.layanan.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.identity.AccountDesk;
import id.tangerangkota.layanan.identity.AccountDirectory;
import id.tangerangkota.layanan.identity.AccountState;
import id.tangerangkota.layanan.identity.AccountSummary;
import id.tangerangkota.layanan.identity.AgencyNames;
import id.tangerangkota.layanan.identity.Consents;
import id.tangerangkota.layanan.identity.Consents.Purpose;
import id.tangerangkota.layanan.identity.Disclosures;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.identity.SignInAttempt;
import id.tangerangkota.layanan.identity.SignInDesk;
import id.tangerangkota.layanan.identity.delivery.AccountMessage;
import id.tangerangkota.layanan.identity.delivery.AccountMessage.Kind;
import id.tangerangkota.layanan.identity.personaldata.DataSection;
import id.tangerangkota.layanan.identity.personaldata.DataSection.Fact;
import id.tangerangkota.layanan.identity.testing.DatabaseText;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.identity.testing.Niks;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.privacy.RequestFilter.View;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Each right from end to end, with the database. */
@PortalTest
class PrivacyCentreIntegrationTests {

	private static final String ADDRESS = "Jalan Kenanga Nomor 17 RT 03 RW 09";

	private static final String PHONE = "081298765432";

	private static final RegionCode KELURAHAN = new RegionCode("36.71.01.1001");

	@Autowired
	private PrivacyCentre centre;

	@Autowired
	private DataRequests requests;

	@Autowired
	private AccountDesk accounts;

	@Autowired
	private AccountDirectory directory;

	@Autowired
	private Consents consents;

	@Autowired
	private Disclosures disclosures;

	@Autowired
	private SignInDesk signIn;

	@Autowired
	private AgencyNames agencies;

	@Autowired
	private Letterbox letterbox;

	@Autowired
	private People people;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void showsEverythingOpened() {
		String nik = Niks.next();
		AccountId person = this.people.register(nik, "Siti Melihat", null);
		List<DataSection> sections = this.centre.about(person);
		assertThat(sections).extracting(DataSection::key)
			.contains("privacy.data.person", "privacy.data.account", "privacy.data.passkeys", "privacy.data.consents",
					"privacy.data.sign-ins", "privacy.data.disclosures", "privacy.data.requests");
		assertThat(fact(sections, "privacy.data.nik")).isEqualTo(nik);
		assertThat(fact(sections, "privacy.data.name")).isEqualTo("Siti Melihat");
		assertThat(fact(sections, "privacy.data.created")).isInstanceOf(Instant.class);
	}

	@Test
	void recordsADownloadWithProof() {
		AccountId person = this.people.register(Niks.next(), "Siti Mengunduh", null);
		this.centre.export(person, Deed.EXPORTED_JSON);
		RequestDetail request = onlyRequest(person);
		assertThat(request.summary().kind()).isEqualTo(RequestKind.ACCESS);
		assertThat(request.summary().state()).isEqualTo(RequestState.DONE);
		assertThat(request.deeds()).containsExactly(Deed.EXPORTED_JSON);
		Proof proof = this.requests.proof(Objects.requireNonNull(request.proof())).orElseThrow();
		assertThat(proof.text())
			.contains("BUKTI PENYELESAIAN", request.proof().value(), "Melihat data", "Dipenuhi",
					"Semua data diunduh sebagai JSON")
			.doesNotContain("Siti");
		assertThat(proof.sha256()).matches("[0-9a-f]{64}");
	}

	@Test
	void correctsWhatIsDifferent() {
		AccountId person = this.people.register(Niks.next(), "Siti Salah", null);
		assertThat(this.centre.correct(person, new Correction("Siti Benar", PHONE, ADDRESS, KELURAHAN))).isTrue();
		AccountSummary after = this.directory.find(person).orElseThrow();
		assertThat(after.name()).isEqualTo("Siti Benar");
		assertThat(after.phone()).isEqualTo(PHONE);
		assertThat(after.address()).isEqualTo(ADDRESS);
		assertThat(after.subDistrict()).isEqualTo(KELURAHAN.value());
		assertThat(onlyRequest(person).deeds()).containsExactly(Deed.NAME_CORRECTED, Deed.PHONE_CORRECTED,
				Deed.ADDRESS_CORRECTED, Deed.SUB_DISTRICT_CORRECTED);
		assertThat(this.centre.correct(person, new Correction("Siti Benar", PHONE, ADDRESS, KELURAHAN))).isFalse();
		assertThat(this.requests.of(person, 1, 20).total()).isEqualTo(1);
	}

	@Test
	void leavesAVerifiedNameToTheStaff() {
		AccountId person = this.people.register(Niks.next(), "Siti Terverifikasi", null);
		this.jdbc.sql("update identity.account set verified_at = now(), verified_by = 'COUNTER' where id = ?")
			.param(person.value())
			.update();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.centre.correct(person, new Correction("Lain", PHONE, null, null)));
		assertThat(this.requests.of(person, 1, 20).total()).isZero();
		RequestId id = this.requests.file(person, RequestKind.CORRECTION, MaskedText.of("Nama saya Siti Betul."));
		Actor officer = People.dataProtectionOfficer();
		People.as(officer, () -> {
			this.requests.complete(id, MaskedText.of("Nama sudah diganti."), "Siti Betul");
			return null;
		});
		assertThat(this.directory.find(person).orElseThrow().name()).isEqualTo("Siti Betul");
		assertThat(this.requests.find(id).orElseThrow().deeds()).containsExactly(Deed.NAME_CORRECTED, Deed.ANSWERED);
	}

	@Test
	void restrictsAndLifts() {
		AccountId person = this.people.register(Niks.next(), "Siti Membatasi", null);
		assertThat(this.centre.restrict(person, true)).isTrue();
		assertThat(this.centre.restrict(person, true)).isFalse();
		assertThat(this.directory.find(person).orElseThrow().restricted()).isTrue();
		assertThat(this.centre.restrict(person, false)).isTrue();
		assertThat(this.directory.find(person).orElseThrow().restricted()).isFalse();
		assertThat(this.requests.of(person, 1, 20).items()).extracting(RequestSummary::kind)
			.containsExactly(RequestKind.RESTRICTION, RequestKind.RESTRICTION);
	}

	@Test
	void withdrawsConsentsOneByOne() {
		AccountId person = this.people.register(Niks.next(), "Siti Setuju", null);
		this.centre.consent(person, Purpose.DISTRICT_STATISTICS, true);
		this.centre.consent(person, Purpose.SURVEY_INVITATIONS, true);
		assertThat(this.requests.of(person, 1, 20).total()).isZero();
		assertThat(this.centre.consent(person, Purpose.DISTRICT_STATISTICS, false)).isTrue();
		assertThat(this.centre.consent(person, Purpose.DISTRICT_STATISTICS, false)).isFalse();
		assertThat(this.consents.of(person)).containsEntry(Purpose.DISTRICT_STATISTICS, false)
			.containsEntry(Purpose.SURVEY_INVITATIONS, true);
		assertThat(onlyRequest(person).deeds()).containsExactly(Deed.STATISTICS_WITHDRAWN);
	}

	@Test
	void answersInTheQueueAndTellsThePerson() {
		String email = "jawab@example.com";
		AccountId person = withConfirmedEmail(Niks.next(), "Siti Bertanya", email);
		String nik = Niks.next();
		RequestId id = this.requests.file(person, RequestKind.OTHER,
				MaskedText.of("Hapus data LAKSA lama saya, NIK " + nik + "."));
		RequestDetail filed = this.requests.find(person, id).orElseThrow();
		assertThat(filed.words()).startsWith("Hapus data LAKSA lama saya").doesNotContain(nik);
		assertThat(DatabaseText.find(this.jdbc, "LAKSA lama saya")).isEmpty();
		assertThat(this.requests.find(AccountId.random(), id)).isEmpty();
		assertThat(this.requests.list(new RequestFilter(View.OPEN, RequestKind.OTHER), 1, 100).items())
			.extracting(RequestSummary::id)
			.contains(id);
		LocaleContextHolder.setLocale(Language.ENGLISH.locale());
		People.as(People.dataProtectionOfficer(), () -> {
			this.requests.refuse(id, Refusal.OTHERS_DATA, MaskedText.of("Data itu milik orang lain."));
			return null;
		});
		LocaleContextHolder.resetLocaleContext();
		RequestDetail answered = this.requests.find(person, id).orElseThrow();
		assertThat(answered.summary().state()).isEqualTo(RequestState.REFUSED);
		assertThat(answered.answer()).isEqualTo("Data itu milik orang lain.");
		assertThat(this.requests.proof(Objects.requireNonNull(answered.proof())).orElseThrow().text())
			.contains("Ditolak", "Mengungkap data pribadi orang lain");
		assertThat(this.letterbox.to(email)).filteredOn((message) -> message.kind() == Kind.DATA_REQUEST_ANSWERED)
			.extracting(AccountMessage::language)
			.as("language of the person, not of the one who answers")
			.containsExactly(Language.INDONESIAN);
		assertThatExceptionOfType(IllegalRequestChange.class)
			.isThrownBy(() -> People.as(People.dataProtectionOfficer(), () -> {
				this.requests.complete(id, MaskedText.of("Ternyata bisa."), null);
				return null;
			}));
	}

	@Test
	void putsTheMostUrgentFirst() {
		AccountId person = this.people.register(Niks.next(), "Siti Menunggu", null);
		RequestId fresh = this.requests.file(person, RequestKind.ERASURE, MaskedText.of("satu"));
		RequestId late = this.requests.file(person, RequestKind.ERASURE, MaskedText.of("dua"));
		RequestCounts before = this.requests.counts();
		this.jdbc
			.sql("update privacy.request set filed_at = filed_at - :by, due_at = due_at - :by where id = :id"
				.replace(":by", "interval '73 hours'"))
			.param("id", late.value())
			.update();
		RequestCounts after = this.requests.counts();
		assertThat(after.overdue()).isEqualTo(before.overdue() + 1);
		assertThat(after.open()).isEqualTo(before.open());
		assertThat(this.requests.list(new RequestFilter(View.QUEUE, RequestKind.ERASURE), 1, 100).items())
			.extracting(RequestSummary::id)
			.containsSubsequence(late, fresh);
		RequestPage overdue = this.requests.list(new RequestFilter(View.OVERDUE, null), 1, 100);
		assertThat(overdue.items()).extracting(RequestSummary::id).contains(late).doesNotContain(fresh);
		assertThat(overdue.items().getFirst().countdown(Instant.now()).isOver()).isTrue();
		for (View view : View.values()) {
			RequestPage page = this.requests.list(new RequestFilter(view, null), 1, 1000);
			assertThat(page.total()).as(view.name()).isEqualTo(page.items().size());
		}
		this.jdbc.sql("delete from privacy.request where account_id = ?").param(person.value()).update();
	}

	/** The database holds the law's term too. */
	@Test
	void hasNoOtherTerm() {
		AccountId person = this.people.register(Niks.next(), "Siti Batas", null);
		RequestId id = this.requests.file(person, RequestKind.OTHER, MaskedText.of("tiga"));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(
				() -> this.jdbc.sql("update privacy.request set due_at = due_at + interval '1 hour' where id = ?")
					.param(id.value())
					.update());
		RequestSummary request = this.requests.find(id).orElseThrow().summary();
		assertThat(Duration.between(request.filedAt(), request.dueAt())).isEqualTo(Countdown.TERM);
	}

	/** Copies every text column out, and looks for sealed values as well. */
	@Test
	void leavesNothingPersonalBehind() {
		String nik = Niks.next();
		String name = "Siti Qurratuaini Pergi";
		String email = "pergi.selamanya@example.com";
		AccountId person = withConfirmedEmail(nik, name, email);
		this.centre.correct(person, new Correction(name, PHONE, ADDRESS, KELURAHAN));
		this.centre.consent(person, Purpose.SURVEY_INVITATIONS, true);
		this.accounts.makeRecoveryCodes(person);
		this.signIn.signIn(Nik.parse(nik), People.PASSWORD, new SignInAttempt("203.0.113.9", null, "Chrome, Android"));
		People.as(People.officer(),
				() -> this.disclosures.revealNik(person, Disclosures.Reason.AT_THE_COUNTER, name + " di loket"));
		RequestId open = this.requests.file(person, RequestKind.OTHER, MaskedText.of(name + ", " + PHONE));
		RequestId answered = this.requests.file(person, RequestKind.OTHER, MaskedText.of(ADDRESS));
		People.as(People.dataProtectionOfficer(), () -> {
			this.requests.complete(answered, MaskedText.of("Kepada " + name), null);
			return null;
		});
		assertThat(rowsWithSealedValues(person)).contains("identity.account", "identity.disclosure", "privacy.request");

		ProofNumber number = People.as(Actor.citizen(person), () -> this.centre.close(person));

		for (String fact : List.of(nik, name, email, PHONE, ADDRESS, "Qurratuaini")) {
			assertThat(DatabaseText.find(this.jdbc, fact)).as(fact).isEmpty();
		}
		// A message that tells of it waits there, encrypted, until it is sent or expires.
		assertThat(rowsWithSealedValues(person)).isSubsetOf("notification.outbox");
		AccountSummary after = this.directory.find(person).orElseThrow();
		assertThat(after.state()).isEqualTo(AccountState.CLOSED);
		assertThat(after.name()).isNull();
		assertThat(after.nik()).isNull();
		assertThat(count("identity.sign_in", person)).isZero();
		assertThat(count("identity.consent", person)).isZero();
		assertThat(count("identity.recovery_code", person)).isZero();
		assertThat(count("identity.one_time_token", person)).isZero();
		assertThat(this.requests.find(open).orElseThrow().summary().state()).isEqualTo(RequestState.DONE);
		assertThat(this.requests.find(answered).orElseThrow().words()).isNull();
		assertThat(this.letterbox.to(email)).extracting(AccountMessage::kind).contains(Kind.ACCOUNT_CLOSED);
		Proof proof = this.requests.proof(number).orElseThrow();
		assertThat(proof.accountClosed()).isTrue();
		assertThat(proof.text()).contains("Akun ditutup dan data pribadi dihapus");
		// The NIK is free again.
		assertThat(this.people.register(nik, "Siti Kembali", null)).isNotEqualTo(person);
	}

	@Test
	void namesAgenciesInBothLanguages() {
		AgencyId agency = new AgencyId("disdukcapil");
		assertThat(this.agencies.name(agency, Language.INDONESIAN)).contains("Dinas");
		assertThat(this.agencies.name(agency, Language.ENGLISH))
			.isNotEqualTo(this.agencies.name(agency, Language.INDONESIAN));
		assertThat(this.agencies.name(new AgencyId("tidak-ada"), Language.INDONESIAN)).isEqualTo("tidak-ada");
		assertThat(this.agencies.all(Language.INDONESIAN)).hasSizeGreaterThan(20)
			.extracting(AgencyNames.AgencyChoice::name)
			.isSorted();
	}

	private AccountId withConfirmedEmail(String nik, String name, String email) {
		AccountId person = this.people.register(nik, name, email);
		String link = this.letterbox.link(email, Kind.CONFIRM_EMAIL);
		assertThat(this.accounts.confirmEmail(link.replaceFirst(".*/", "").replaceFirst("\\?.*", ""))).isTrue();
		return person;
	}

	private RequestDetail onlyRequest(AccountId person) {
		List<RequestSummary> items = this.requests.of(person, 1, 20).items();
		assertThat(items).hasSize(1);
		return this.requests.find(person, items.getFirst().id()).orElseThrow();
	}

	private static @Nullable Object fact(List<DataSection> sections, String key) {
		return sections.stream()
			.flatMap((section) -> section.entries().stream())
			.flatMap((entry) -> entry.facts().stream())
			.filter((fact) -> fact.key().equals(key))
			.findFirst()
			.map(Fact::value)
			.orElse(null);
	}

	private long count(String table, AccountId person) {
		return this.jdbc.sql("select count(*) from " + table + " where account_id = ?")
			.param(person.value())
			.query(Long.class)
			.single();
	}

	/** The tables with a row that names the account and holds something encrypted. */
	private List<String> rowsWithSealedValues(AccountId person) {
		List<String> found = new ArrayList<>();
		List<Map<String, Object>> tables = this.jdbc.sql("""
				select table_schema, table_name from information_schema.tables
				where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')""")
			.query()
			.listOfRows();
		for (Map<String, Object> table : tables) {
			String name = table.get("table_schema") + "." + table.get("table_name");
			long rows = this.jdbc
				.sql("select count(*) from " + name
						+ " t where cast(to_jsonb(t) as text) like ? and cast(to_jsonb(t) as text) like '%\"v1:%'")
				.param("%" + person + "%")
				.query(Long.class)
				.single();
			if (rows > 0) {
				found.add(name);
			}
		}
		return found;
	}

}
