package id.tangerangkota.layanan.complaint.casework;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.Reporter;
import id.tangerangkota.layanan.complaint.casework.CaseRefused.Reason;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.identity.Disclosure;
import id.tangerangkota.layanan.identity.Disclosures;
import id.tangerangkota.layanan.identity.personaldata.DataSection;
import id.tangerangkota.layanan.identity.personaldata.PersonalData;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.identity.testing.DatabaseText;
import id.tangerangkota.layanan.identity.testing.Niks;
import id.tangerangkota.layanan.privacy.People;
import id.tangerangkota.layanan.vault.KeyedRows;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NotFound;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who learns who reported something, and what becomes of people who go. */
@PortalTest
class UnmaskingIntegrationTests {

	private static final Actor SECOND = Actor.staff(AccountId.random(), Set.of(Role.COORDINATOR), null);

	private static final Actor OFFICER_OF_DATA = Actor.staff(AccountId.random(), Set.of(Role.DATA_PROTECTION_OFFICER),
			null);

	@Autowired
	private Complaints complaints;

	@Autowired
	private Unmasking unmasking;

	@Autowired
	private People people;

	@Autowired
	private Disclosures disclosures;

	@Autowired
	private List<PersonalData> data;

	@Autowired
	private List<KeyedRows> keyed;

	@Autowired
	private CitizenDesk citizens;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void takesTwoPersonsAndShowsInTheLedger() {
		AccountId person = this.people.register(Niks.next(), "Siti Anonim", null);
		Receipt receipt = anonymous(person);
		UnmaskingId id = as(Complaints.COORDINATOR, () -> this.unmasking.ask(receipt.complaint(),
				Disclosures.Reason.LEGAL_DEMAND, "Surat kejaksaan nomor tujuh"));
		assertThat(DatabaseText.find(this.jdbc, "Surat kejaksaan nomor tujuh")).isEmpty();
		refused(Reason.NOT_GRANTED, () -> as(Complaints.COORDINATOR, () -> this.unmasking.reveal(id)));
		refused(Reason.SECOND_PERSON_NEEDED, () -> as(Complaints.COORDINATOR, () -> grant(id)));
		assertThat(as(Complaints.COORDINATOR, () -> this.unmasking.open())).extracting(UnmaskingRequest::id)
			.doesNotContain(id);
		assertThat(as(OFFICER_OF_DATA, () -> this.unmasking.open())).extracting(UnmaskingRequest::id).contains(id);
		as(SECOND, () -> grant(id));
		refused(Reason.CHANGED_MEANWHILE, () -> as(OFFICER_OF_DATA, () -> grant(id)));
		refused(Reason.NOT_GRANTED, () -> as(SECOND, () -> this.unmasking.reveal(id)));
		assertThat(this.disclosures.of(person)).isEmpty();
		assertThat(as(Complaints.COORDINATOR, () -> this.unmasking.reveal(id)).name()).isEqualTo("Siti Anonim");
		refused(Reason.NOT_GRANTED, () -> as(Complaints.COORDINATOR, () -> this.unmasking.reveal(id)));
		assertThat(this.disclosures.of(person)).singleElement().satisfies((disclosure) -> {
			assertThat(disclosure.what()).isEqualTo(Disclosures.What.REPORTER);
			assertThat(disclosure.reason()).isEqualTo(Disclosures.Reason.LEGAL_DEMAND);
			assertThat(disclosure.note()).isEqualTo(receipt.ticket().toString());
		});
		assertThat(acts(receipt)).containsSubsequence("complaint.unmasking-asked", "complaint.unmasking-granted",
				"complaint.unmasked");
	}

	@Test
	void isDeniedForGood() {
		Receipt receipt = anonymous(this.people.register(Niks.next(), "Siti Aman", null));
		UnmaskingId id = as(Complaints.COORDINATOR,
				() -> this.unmasking.ask(receipt.complaint(), Disclosures.Reason.HANDLING_A_CASE, "Ingin tahu"));
		as(OFFICER_OF_DATA, () -> {
			this.unmasking.deny(id);
			return true;
		});
		refused(Reason.NOT_GRANTED, () -> as(Complaints.COORDINATOR, () -> this.unmasking.reveal(id)));
		refused(Reason.CHANGED_MEANWHILE, () -> as(SECOND, () -> grant(id)));
	}

	@Test
	void isForThoseInChargeOnly() {
		Receipt receipt = this.complaints.verified();
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> as(Complaints.OFFICER,
				() -> this.unmasking.ask(receipt.complaint(), Disclosures.Reason.HANDLING_A_CASE, "")));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> as(Complaints.INSPECTOR,
				() -> this.unmasking.ask(receipt.complaint(), Disclosures.Reason.HANDLING_A_CASE, "")));
	}

	@Test
	void showsWhoDidNotAskToStayUnknownToWhoWorksOnIt() {
		AccountId person = this.people.register(Niks.next(), "Siti Terbuka", null);
		Receipt receipt = this.complaints.file(person, "jalan-rusak");
		this.complaints.verify(receipt.complaint(), Complaints.ROADS);
		assertThat(as(Complaints.OFFICER,
				() -> this.unmasking.reveal(receipt.complaint(), Disclosures.Reason.HANDLING_A_CASE))
			.name()).isEqualTo("Siti Terbuka");
		assertThat(this.disclosures.of(person)).extracting(Disclosure::what).containsExactly(Disclosures.What.REPORTER);
		this.complaints.asReporter(receipt, CitizenDesk::becomeAnonymous);
		refused(Reason.NOT_GRANTED, () -> as(Complaints.OFFICER,
				() -> this.unmasking.reveal(receipt.complaint(), Disclosures.Reason.HANDLING_A_CASE)));
	}

	@Test
	void tellsPeopleWhatTheyReportedAndForgetsThem() {
		AccountId person = this.people.register(Niks.next(), "Siti Pergi", null);
		Receipt receipt = this.complaints.file(person, "perempuan-anak");
		assertThat(sections(person)).extracting(DataSection::key)
			.contains("casework.data.reports", "casework.data.supports");
		DataSection reports = sections(person).stream()
			.filter((section) -> section.key().equals("casework.data.reports"))
			.findFirst()
			.orElseThrow();
		assertThat(reports.entries()).singleElement()
			.satisfies((entry) -> assertThat(entry.facts()).extracting(DataSection.Fact::value)
				.contains(receipt.ticket().toString(), "Lubang besar di depan pasar"));
		this.transaction.executeWithoutResult((status) -> casework().erase(person));
		assertThat(this.citizens.countMine(person)).isZero();
		assertThat(this.citizens.open(receipt.ticket(), person)).isEmpty();
		assertThat(this.citizens.open(receipt.ticket(), receipt.code())).isPresent();
		assertThat(this.jdbc.sql("select sealed is not null and body is null from complaint.complaint where id = ?")
			.param(receipt.complaint().value())
			.query(Boolean.class)
			.single()).isTrue();
	}

	@Test
	void canRenewAllItSealed() {
		anonymous(AccountId.random());
		this.complaints.file("perempuan-anak");
		assertThat(this.keyed).extracting(KeyedRows::name)
			.contains("complaint.complaint", "complaint.entry", "complaint.edit", "complaint.reporter",
					"complaint.unmasking", "complaint.support", "complaint.draft");
		this.keyed.stream().filter((table) -> table.name().startsWith("complaint.")).forEach((table) -> {
			assertThat(table.outdated()).as(table.name()).isZero();
			assertThat(table.renew(10)).as(table.name()).isZero();
		});
	}

	private PersonalData casework() {
		return this.data.stream().filter(ReporterData.class::isInstance).findFirst().orElseThrow();
	}

	private List<DataSection> sections(AccountId person) {
		return this.data.stream()
			.filter((module) -> module.getClass().getName().contains(".complaint."))
			.flatMap((module) -> module.about(person).stream())
			.toList();
	}

	private Receipt anonymous(AccountId person) {
		return this.complaints.file(Complaints.secret(
				Complaints.by(Complaints.submission("jalan-rusak"), Reporter.of(person, Language.INDONESIAN)), true,
				false));
	}

	private boolean grant(UnmaskingId id) {
		this.unmasking.grant(id);
		return true;
	}

	private List<String> acts(Receipt receipt) {
		return this.jdbc.sql("select action from audit.entry where subject_id = ? order by seq")
			.param(receipt.complaint().toString())
			.query(String.class)
			.list();
	}

	private static <T> T as(Actor actor, Supplier<T> work) {
		try (Acting acting = Acting.as(actor)) {
			return work.get();
		}
	}

	private void refused(Reason reason, Supplier<?> work) {
		assertThatExceptionOfType(CaseRefused.class).isThrownBy(work::get)
			.extracting(CaseRefused::reason)
			.isEqualTo(reason);
	}

}
