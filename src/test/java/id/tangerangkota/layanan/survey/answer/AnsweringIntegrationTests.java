package id.tangerangkota.layanan.survey.answer;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.availability.OutageSuspicions;
import id.tangerangkota.layanan.availability.ScriptedChecks;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintRatings;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.survey.Days;
import id.tangerangkota.layanan.survey.Estimate;
import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.InstrumentFigures;
import id.tangerangkota.layanan.survey.Occasion;
import id.tangerangkota.layanan.survey.Opinion;
import id.tangerangkota.layanan.survey.Scope;
import id.tangerangkota.layanan.survey.Situation;
import id.tangerangkota.layanan.survey.Stratum;
import id.tangerangkota.layanan.survey.SurveyAnswered;
import id.tangerangkota.layanan.survey.SurveyInvitations;
import id.tangerangkota.layanan.survey.SurveyResults;
import id.tangerangkota.layanan.survey.answer.AnswerDesk.Outcome;
import id.tangerangkota.layanan.survey.answer.Filled.OutageMet;
import id.tangerangkota.layanan.survey.answer.Filled.Question;
import id.tangerangkota.layanan.survey.instrument.InstrumentDesk;
import id.tangerangkota.layanan.survey.instrument.InstrumentDesk.Words;
import id.tangerangkota.layanan.survey.instrument.InstrumentVersion;
import id.tangerangkota.layanan.survey.instrument.Instruments;
import id.tangerangkota.layanan.survey.result.Populations;
import id.tangerangkota.layanan.survey.result.SumKeeper;
import id.tangerangkota.layanan.vault.BlindIndex;
import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.web.PageClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/** Answers in the database: taken once, bound to no person, summed up exactly. */
@PortalTest
@RecordApplicationEvents
class AnsweringIntegrationTests {

	private static final Actor ADMINISTRATOR = Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null);

	/** The last second of a quarter in Jakarta, when it is still the afternoon in UTC. */
	private static final Instant QUARTER_ENDS = Instant.parse("2026-09-30T16:59:59Z");

	private final ServiceId service = ScriptedChecks.service();

	@Autowired
	private AnswerDesk desk;

	@Autowired
	private Sheets sheets;

	@Autowired
	private Remarks remarks;

	@Autowired
	private InvitationRows invitationRows;

	@Autowired
	private OnceMarks once;

	@Autowired
	private Invitations invitations;

	@Autowired
	private SurveyInvitations links;

	@Autowired
	private OutageSuspicions suspicions;

	@Autowired
	private ComplaintRatings ratings;

	@Autowired
	private Complaints complaints;

	@Autowired
	private BlindIndex index;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationEventPublisher publisher;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private SumKeeper sums;

	@Autowired
	private SurveyResults results;

	@Autowired
	private BurstDesk bursts;

	@Autowired
	private Instruments instruments;

	@Autowired
	private InstrumentDesk instrumentDesk;

	@Autowired
	private Populations populations;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private ScriptedChecks checks;

	@Autowired
	private Cipher cipher;

	@Autowired
	private ApplicationEvents events;

	private AnswerDesk at(Instant instant) {
		return new AnswerDesk(this.sheets, this.remarks, this.invitationRows, this.once, this.suspicions, this.ratings,
				this.index, this.jdbc, this.publisher, this.transaction, Clock.fixed(instant, ZoneOffset.UTC));
	}

	private static Respondent account() {
		return Respondent.of(Actor.citizen(AccountId.random()), "198.51.100.7", "Peramban", "id");
	}

	private static Respondent somebody(String address) {
		return Respondent.of(Actor.anonymous(), address, "Peramban", "id");
	}

	private long answers() {
		return this.jdbc.sql("select count(*) from survey.answer where service_id = ?")
			.param(this.service.value())
			.query(Long.class)
			.single();
	}

	private InstrumentFigures figures(Instrument instrument) {
		this.sums.catchUp();
		return this.results
			.detailed(Scope.service(this.service), new Days(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31)),
					instrument)
			.getFirst();
	}

	/** All questions of a sheet, the same for each. */
	private static Filled filled(Sheet sheet, int value, OutageMet outage, String words) {
		Map<Question, Integer> answers = new HashMap<>();
		sheet.parts()
			.forEach((part) -> part.positions()
				.forEach((position) -> answers.put(new Question(part.version().id(), position),
						Math.min(value, part.version().instrument().highest()))));
		return new Filled(sheet, answers, outage, words);
	}

	private Sheet sheet() {
		return this.sheets.more(Occasion.SERVICE, this.service, "dinas-coba", null);
	}

	private Optional<Sheet> drawn(Sheets sheets, String draw, Occasion occasion) {
		return sheets.drawn(draw, occasion, this.service, "dinas-coba", null);
	}

	@Test
	void asksAgainWhatWasDrawnWithoutTurningTheBalance() {
		Map<Integer, Integer> shown = new HashMap<>();
		for (int person = 0; person < 220; person++) {
			Sheet sheet = sheet();
			String draw = this.sheets.draw(sheet);
			for (int time = 0; time < 3; time++) {
				Sheet again = drawn(this.sheets, draw, Occasion.SERVICE).orElseThrow();
				assertThat(again.parts()).isEqualTo(sheet.parts());
				assertThat(again.id()).as("counts for itself").isNotEqualTo(sheet.id());
			}
			sheet.parts()
				.stream()
				.filter((part) -> part.version().instrument() == Instrument.ESQUAL)
				.forEach((part) -> part.positions().forEach((position) -> shown.merge(position, 1, Integer::sum)));
		}
		assertThat(shown).hasSize(22);
		assertThat(Collections.max(shown.values()) - Collections.min(shown.values())).as(shown.toString())
			.isLessThanOrEqualTo(4);
	}

	@Test
	void asksNothingByADrawThatIsOldForeignOrForged() {
		Sheet sheet = sheet();
		String draw = this.sheets.draw(sheet);
		Sheets later = new Sheets(this.instruments, this.invitationRows, this.ratings, this.cipher, new SecureRandom(),
				Clock.fixed(sheet.issuedAt().plus(Duration.ofMinutes(119)), ZoneOffset.UTC));
		assertThat(drawn(later, draw, Occasion.SERVICE)).isPresent();
		Sheets muchLater = new Sheets(this.instruments, this.invitationRows, this.ratings, this.cipher,
				new SecureRandom(), Clock.fixed(sheet.issuedAt().plus(Duration.ofMinutes(121)), ZoneOffset.UTC));
		assertThat(drawn(muchLater, draw, Occasion.SERVICE)).as("passed on for long").isEmpty();
		assertThat(drawn(this.sheets, draw, Occasion.COMPLAINT)).isEmpty();
		assertThat(drawn(this.sheets, this.sheets.seal(sheet), Occasion.SERVICE)).as("a sheet is no draw").isEmpty();
		assertThat(this.sheets.open(draw)).as("nor a draw a sheet").isEmpty();
		assertThat(drawn(this.sheets, draw.substring(0, draw.length() - 3) + "AAA", Occasion.SERVICE)).isEmpty();
	}

	@Test
	void countsAPersonOnceForAServiceAndQuarter() {
		Respondent person = account();
		assertThat(at(QUARTER_ENDS).tap(this.service, null, 4, person)).isEqualTo(Outcome.TAKEN);
		assertThat(at(QUARTER_ENDS).tap(this.service, null, 1, person)).isEqualTo(Outcome.KNOWN);
		assertThat(at(QUARTER_ENDS.plusSeconds(1)).tap(this.service, null, 2, person)).as("1 October in Jakarta")
			.isEqualTo(Outcome.TAKEN);
		assertThat(at(QUARTER_ENDS).tap(ScriptedChecks.service(), null, 2, person)).isEqualTo(Outcome.TAKEN);
		assertThat(at(QUARTER_ENDS).tap(this.service, null, 2, account())).isEqualTo(Outcome.TAKEN);
		assertThat(answers()).isEqualTo(3);
		assertThat(this.jdbc.sql("select day from survey.answer where service_id = ? order by at, day")
			.param(this.service.value())
			.query(LocalDate.class)
			.list()).containsExactly(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 9, 30), LocalDate.of(2026, 10, 1));
	}

	@Test
	void tellsStrangersApartByNetworkAndDevice() {
		assertThat(this.desk.tap(this.service, null, 4, somebody("198.51.100.7"))).isEqualTo(Outcome.TAKEN);
		assertThat(this.desk.tap(this.service, null, 4, somebody("198.51.100.7"))).isEqualTo(Outcome.KNOWN);
		assertThat(this.desk.tap(this.service, null, 4, somebody("198.51.100.8"))).isEqualTo(Outcome.TAKEN);
		assertThat(this.desk.tap(this.service, null, 4, somebody("2001:db8:1:2::1"))).isEqualTo(Outcome.TAKEN);
		assertThat(this.desk.tap(this.service, null, 4, somebody("2001:db8:1:2:9::77"))).as("the same home")
			.isEqualTo(Outcome.KNOWN);
		assertThat(strata()).containsExactly("ANONYMOUS", "ANONYMOUS", "ANONYMOUS");
	}

	private List<String> strata() {
		return this.jdbc.sql("select stratum from survey.answer where service_id = ?")
			.param(this.service.value())
			.query(String.class)
			.list();
	}

	@Test
	void storesNothingThatLeadsToThePerson() {
		AccountId account = AccountId.random();
		Respondent person = Respondent.of(Actor.citizen(account), "203.0.113.77", "Peramban Langka 9", "id");
		this.desk.take(filled(sheet(), 4, OutageMet.NO, "Nomor saya 0812-3456-7890, terima kasih"), person);
		for (String table : List.of("answer", "once", "trace", "remark", "touched")) {
			String all = this.jdbc
				.sql("select coalesce(string_agg(cast(t as text), ' '), '') from survey." + table + " t")
				.query(String.class)
				.single();
			assertThat(all).as(table)
				.doesNotContain(account.toString(), "203.0.113", "Langka", "0812-3456", "08123456");
		}
		assertThat(this.results.remarks(Scope.service(this.service),
				new Days(LocalDate.of(2026, 1, 1), LocalDate.of(2036, 1, 1)), 1, 10))
			.singleElement()
			.satisfies((remark) -> assertThat(remark.text()).isEqualTo("Nomor saya [•••], terima kasih"));
	}

	@Test
	void takesASheetOnceHoweverOftenItIsSent() throws Exception {
		Filled counter = filled(this.sheets.counter(this.service, "dinas-coba"), 3, null, "");
		List<Callable<Outcome>> attempts = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			attempts.add(() -> this.desk.take(counter, somebody("198.51.100.9")));
		}
		List<Outcome> outcomes = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<Outcome> outcome : threads.invokeAll(attempts)) {
				outcomes.add(outcome.get());
			}
		}
		assertThat(outcomes).containsOnlyOnce(Outcome.TAKEN).hasSize(6);
		assertThat(answers()).isEqualTo(1);
		assertThat(strata()).containsOnly("COUNTER");
	}

	@Test
	void countsADeviceAtACounterOnceForTheAgency() {
		ServiceId other = ScriptedChecks.service();
		Respondent device = somebody("198.51.100.33");
		assertThat(this.desk.take(counter(this.service), device)).isEqualTo(Outcome.TAKEN);
		assertThat(this.desk.take(counter(this.service), device)).isEqualTo(Outcome.KNOWN);
		assertThat(this.desk.take(counter(other), device)).as("whatever was chosen").isEqualTo(Outcome.KNOWN);
		assertThat(this.desk.take(counter(null), device)).isEqualTo(Outcome.KNOWN);
		assertThat(this.desk.take(counter(this.service), somebody("198.51.100.34"))).isEqualTo(Outcome.TAKEN);
		assertThat(this.desk.take(filled(this.sheets.counter(this.service, "dinas-lain"), 3, null, ""), device))
			.as("another agency")
			.isEqualTo(Outcome.TAKEN);
		Respondent person = account();
		assertThat(this.desk.take(counter(this.service), person)).isEqualTo(Outcome.TAKEN);
		assertThat(this.desk.take(counter(other), person)).as("who has signed in answers about each service")
			.isEqualTo(Outcome.TAKEN);
	}

	private Filled counter(ServiceId service) {
		return filled(this.sheets.counter(service, "dinas-loket"), 3, null, "");
	}

	@Test
	void setsTheNetworkApartThatMadeMostOfAnAgencysDay() {
		String agency = "dinas-" + UUID.randomUUID();
		AnswerDesk later = at(Instant.now().plus(Duration.ofMinutes(10)));
		for (int browser = 0; browser < 24; browser++) {
			Respondent one = Respondent.of(Actor.anonymous(), "192.0.2.9", "Peramban " + browser, "id");
			later.take(filled(this.sheets.counter(null, agency), 4, null, ""), one);
		}
		this.sums.catchUp();
		assertThat(this.results.skm(Scope.agency(agency), today())).isPresent();
		assertThat(this.bursts.watch()).isGreaterThanOrEqualTo(24);
		this.sums.catchUp();
		assertThat(this.results.skm(Scope.agency(agency), today())).isEmpty();
		assertThat(this.bursts.list(100)).filteredOn((burst) -> agency.equals(burst.agency()))
			.singleElement()
			.extracting(Burst::kind, Burst::service, Burst::answers)
			.containsExactly(BurstKind.SHARE, null, 24);
	}

	@Test
	void keepsOfWhatFollowsAComplaintTheDayAlone() {
		ComplaintId complaint = this.complaints.closed().complaint();
		Sheet sheet = recovery(complaint);
		this.desk.take(filled(sheet, 2, null, "Tidak ditanggapi"), account());
		String midnight = "date_trunc('day', t.at, 'Asia/Jakarta')";
		for (String table : List.of("answer", "remark")) {
			assertThat(this.jdbc
				.sql("select bool_and(t.at = " + midnight + ") from survey." + table + " t where sheet_id = ?")
				.param(sheet.id())
				.query(Boolean.class)
				.single()).as(table).isTrue();
		}
		assertThat(this.jdbc.sql("select count(*) from survey.trace where sheet_id = ?")
			.param(sheet.id())
			.query(Long.class)
			.single()).isZero();
		assertThat(this.jdbc.sql("select count(*) from survey.invitation where complaint_id = ?")
			.param(complaint.value())
			.query(Long.class)
			.single()).as("nothing names the complaint any more").isZero();
		for (int i = 0; i < 9; i++) {
			this.desk.take(filled(recovery(ComplaintId.random()), 2, null, ""), account());
		}
		assertThat(n(figures(Instrument.SHORT), Situation.OTHER)).as("nobody knows how it was at that minute")
			.isEqualTo(10);
	}

	@Test
	void asksOfARejectedComplaintOnlyHowGoodItWas() {
		assertThat(asked(this.complaints.rejected())).containsExactly(Instrument.SHORT);
		assertThat(asked(this.complaints.closed())).containsExactly(Instrument.SHORT, Instrument.ERECS);
	}

	@ParameterizedTest
	@CsvSource({ "pelayanan-aparatur, false", "perempuan-anak, false", "layanan-digital, true" })
	void keepsNoWordsThatThoseWhoWereReportedCouldRead(String category, boolean confidential) {
		Submission secret = Complaints.secret(Complaints.submission(category), false, confidential);
		Sheet sheet = recovery(this.complaints.file(secret).complaint());
		assertThat(this.desk.take(filled(sheet, 2, null, "Petugas itu masih meminta uang"), account()))
			.as("what was marked counts")
			.isEqualTo(Outcome.TAKEN);
		assertThat(answers(Instrument.SHORT)).isOne();
		assertThat(this.results.countRemarks(Scope.service(this.service), today())).isZero();
		assertThat(this.jdbc.sql("select count(*) from survey.remark where sheet_id = ?")
			.param(sheet.id())
			.query(Long.class)
			.single()).isZero();
	}

	private List<Instrument> asked(Receipt receipt) {
		return recovery(receipt.complaint()).parts().stream().map((part) -> part.version().instrument()).toList();
	}

	@Test
	void findsFloodsOfWords() {
		for (int i = 0; i < 30; i++) {
			Sheet sheet = this.sheets.words(this.service, null);
			this.desk.take(new Filled(sheet, Map.of(), null, "Beli di toko " + i), somebody("203.0.113." + i));
		}
		Scope scope = Scope.service(this.service);
		assertThat(this.results.countRemarks(scope, today())).isEqualTo(30);
		this.bursts.watch();
		assertThat(this.results.countRemarks(scope, today())).isZero();
		Burst burst = this.bursts.list(100)
			.stream()
			.filter((found) -> this.service.equals(found.service()))
			.findFirst()
			.orElseThrow();
		assertThat(burst.answers()).isEqualTo(30);
		try (Acting acting = Acting.as(ADMINISTRATOR)) {
			this.bursts.decide(burst.id(), true);
		}
		assertThat(this.results.countRemarks(scope, today())).isEqualTo(30);
	}

	@Test
	void takesNoAnswersToOtherQuestions() {
		Sheet sheet = sheet();
		Sheet.Part part = sheet.parts().getFirst();
		int other = part.version()
			.items()
			.stream()
			.map((item) -> item.position())
			.filter((position) -> !part.positions().contains(position))
			.findFirst()
			.orElse(99);
		int asked = part.positions().getFirst();
		for (Map<Question, Integer> answers : List.of(Map.of(new Question(part.version().id(), other), 3),
				Map.of(new Question(part.version().id() + 1000, asked), 3),
				Map.of(new Question(part.version().id(), asked), 6),
				Map.of(new Question(part.version().id(), asked), 0))) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> this.desk.take(new Filled(sheet, answers, null, ""), account()));
		}
		assertThat(answers()).isZero();
	}

	@Test
	void knowsItsSheetsAgainAndNoOthers() {
		Sheet sheet = sheet();
		String sealed = this.sheets.seal(sheet);
		assertThat(this.sheets.open(sealed)).get()
			.satisfies((opened) -> assertThat(opened.parts()).isEqualTo(sheet.parts()))
			.extracting(Sheet::id, Sheet::service, Sheet::agency, Sheet::invitation)
			.containsExactly(sheet.id(), this.service, "dinas-coba", null);
		assertThat(this.sheets.open(sealed.substring(0, sealed.length() - 2) + "xx")).isEmpty();
		assertThat(this.sheets.open("v1:lain:abc")).isEmpty();
		assertThat(this.sheets.open("")).isEmpty();
		assertThat(this.sheets.open(null)).isEmpty();
	}

	@Test
	void keepsAnswersWithTheWordsTheyWereGivenTo() {
		Sheet before = sheet(Instrument.ESQUAL);
		int version = before.parts().getFirst().version().id();
		try (Acting acting = Acting.as(ADMINISTRATOR)) {
			this.instrumentDesk.reword(Instrument.ESQUAL, Map.of("EFF1", new Words("Kata baru.", "New words.")));
			assertThat(this.instruments.open(Instrument.ESQUAL)).get().extracting("id").isEqualTo(version);
			this.instrumentDesk.open(Instrument.ESQUAL);
		}
		Sheet after = sheet(Instrument.ESQUAL);
		int next = after.parts().getFirst().version().id();
		assertThat(next).isNotEqualTo(version);
		assertThat(this.instruments.version(version).orElseThrow().item(1).text()).isNotEqualTo("Kata baru.");
		assertThat(this.desk.take(filled(this.sheets.open(this.sheets.seal(before)).orElseThrow(), 2, null, ""),
				account()))
			.as("a sheet that was open in a browser")
			.isEqualTo(Outcome.TAKEN);
		this.desk.take(filled(after, 5, null, ""), account());
		assertThat(this.jdbc.sql("select version_id from survey.answer where service_id = ?")
			.param(this.service.value())
			.query(Integer.class)
			.list()).containsExactlyInAnyOrder(version, next);
		assertThat(this.jdbc.sql("""
				select action from audit.entry where subject_kind = 'instrument' and subject_id = 'ESQUAL'
				order by seq desc limit 2""").query(String.class).list()).containsExactly("survey.instrument-opened",
				"survey.instrument-reworded");
	}

	@Test
	void showsTheVersionThatMostPeopleAnswered() {
		for (int i = 0; i < 12; i++) {
			this.desk.tap(this.service, "dinas-kata", 4, account());
		}
		InstrumentVersion before = this.instruments.open(Instrument.SHORT).orElseThrow();
		try (Acting acting = Acting.as(ADMINISTRATOR)) {
			this.instrumentDesk.reword(Instrument.SHORT, Map.of());
			this.instrumentDesk.open(Instrument.SHORT);
		}
		for (int i = 0; i < 10; i++) {
			this.desk.tap(this.service, "dinas-kata", 1, account());
		}
		this.sums.catchUp();
		Scope scope = Scope.service(this.service);
		List<InstrumentFigures> versions = this.results.figures(scope, today(), Instrument.SHORT);
		assertThat(versions).extracting(InstrumentFigures::answers).containsExactly(10L, 12L);
		InstrumentFigures most = InstrumentFigures.mostAnswered(versions).orElseThrow();
		assertThat(most.version()).isEqualTo(before.number());
		assertThat(most.since()).isEqualTo(PageClock.day(before.openedAt()));
		Opinion ofMost = new Opinion(before.number(), List.of(most.dimensions().getFirst().figure()));
		assertThat(ofMost.dimensions().getFirst().estimate().mean()).isEqualTo(4);
		assertThat(this.results.byService(today(), Instrument.SHORT)).containsEntry(this.service, ofMost);
		assertThat(this.results.byAgency(today(), Instrument.SHORT)).containsEntry("dinas-kata", ofMost);
		assertThat(this.results.byMonth(scope, today(), Instrument.SHORT)).containsValue(ofMost);
		assertThat(this.results.byWeek(scope, today(), Instrument.SHORT)).containsValue(ofMost);
	}

	@Test
	void leavesAnswersWithTheAgencyThatHadTheServiceThen() {
		for (int i = 0; i < 21; i++) {
			this.desk.tap(this.service, (i < 10) ? "dinas-lama" : "dinas-baru", 4, account());
		}
		assertThat(figures(Instrument.SHORT).answers()).isEqualTo(21);
		assertThat(answersOf("dinas-lama")).isEqualTo(10);
		assertThat(answersOf("dinas-baru")).isEqualTo(11);
		assertThat(this.results.byAgency(today(), Instrument.SHORT)).containsKeys("dinas-lama", "dinas-baru");
	}

	private long answersOf(String agency) {
		return this.results.figures(Scope.agency(agency), today(), Instrument.SHORT).getFirst().answers();
	}

	@Test
	void needsAsManyAsTheUsersOfTheServiceAsk() {
		ServiceId known = this.catalog.service("dinkes").orElseThrow().id();
		for (int i = 0; i < 10; i++) {
			this.desk.tap(known, "dinkes", 4, account());
		}
		this.sums.catchUp();
		assertThat(this.results.figures(Scope.service(known), today(), Instrument.SHORT).getFirst()).as("the city")
			.extracting(InstrumentFigures::needed)
			.isEqualTo(384L);
		try (Acting acting = Acting.as(ADMINISTRATOR)) {
			this.populations.set("dinkes", 500);
		}
		assertThat(this.results.figures(Scope.service(known), today(), Instrument.SHORT).getFirst())
			.extracting(InstrumentFigures::needed, InstrumentFigures::population)
			.containsExactly(217L, 500L);
		assertThat(this.results.figures(Scope.city(), today(), Instrument.SHORT).getFirst().needed()).isEqualTo(384);
	}

	private static Days today() {
		LocalDate today = LocalDate.ofInstant(Instant.now(), AvailabilityReport.ZONE);
		return new Days(today.minusDays(1), today.plusDays(1));
	}

	/** The long form is one of two at random. */
	private Sheet sheet(Instrument wanted) {
		Sheet sheet = sheet();
		while (sheet.parts().getFirst().version().instrument() != wanted) {
			sheet = sheet();
		}
		return sheet;
	}

	@Test
	void invitesOnceForEachOccasion() {
		ComplaintId complaint = ComplaintId.random();
		String path = this.links.afterComplaint(complaint, 0, this.service, new AgencyId("dinas-coba"));
		assertThat(this.links.afterComplaint(complaint, 0, this.service, new AgencyId("dinas-coba"))).isEqualTo(path);
		String token = path.substring(Invitations.COMPLAINT_PATH.length());
		assertThat(token).hasSizeGreaterThan(40);
		Invitation invitation = this.invitations.find(token).orElseThrow();
		Filled filled = filled(this.sheets.recovery(this.service, "dinas-coba", invitation.id()), 2, null, "");
		assertThat(filled.sheet().parts()).hasSize(2);
		assertThat(this.desk.take(filled, account())).isEqualTo(Outcome.TAKEN);
		assertThat(this.desk
			.take(filled(this.sheets.recovery(this.service, "dinas-coba", invitation.id()), 5, null, ""), account()))
			.isEqualTo(Outcome.KNOWN);
		assertThat(this.invitations.find(token).orElseThrow().answered()).isTrue();
		assertThat(strata()).containsExactly("INVITED", "INVITED");
		assertThat(this.events.stream(SurveyAnswered.class)).singleElement()
			.extracting(SurveyAnswered::complaint, SurveyAnswered::rating, SurveyAnswered::occasion)
			.containsExactly(complaint, 2, Occasion.COMPLAINT);
	}

	@Test
	void countsAPersonOnceWhicheverWayTheyCome() {
		Respondent person = account();
		assertThat(this.desk.tap(this.service, null, 4, person)).isEqualTo(Outcome.TAKEN);
		for (int complaints = 1; complaints <= 2; complaints++) {
			Filled filled = filled(recovery(ComplaintId.random()), 2, null, "");
			assertThat(this.desk.take(filled, person)).as("what they say about their complaint counts")
				.isEqualTo(Outcome.TAKEN);
			assertThat(answers(Instrument.SHORT)).isOne();
			assertThat(answers(Instrument.ERECS)).as("each complaint is one of its own").isEqualTo(complaints);
		}
		assertThat(this.events.stream(SurveyAnswered.class)).extracting(SurveyAnswered::rating)
			.containsExactly(4, 2, 2);
		assertThat(this.desk.take(filled(afterOutage(), 3, null, ""), person)).isEqualTo(Outcome.TAKEN);
		assertThat(this.desk.hasAnswered(afterOutage(), person)).isTrue();
		assertThat(this.desk.take(filled(afterOutage(), 3, null, ""), person)).isEqualTo(Outcome.KNOWN);
		assertThat(this.desk.take(filled(sheet(), 3, null, ""), person)).as("on the page of the service")
			.isEqualTo(Outcome.KNOWN);
		assertThat(answers()).isEqualTo(4);
	}

	@Test
	void asksNobodyASecondTimeWhenTheLinkHasExpired() {
		ComplaintId answered = ComplaintId.random();
		ComplaintId open = ComplaintId.random();
		this.desk.take(filled(recovery(answered), 2, null, ""), account());
		recovery(open);
		this.desk.take(filled(afterOutage(), 2, null, ""), account());
		this.invitationRows.purge(Instant.now().plus(Duration.ofDays(61)));
		assertThat(this.jdbc.sql("select count(*) from survey.invitation where service_id = ?")
			.param(this.service.value())
			.query(Long.class)
			.single()).isZero();
		String path = this.links.afterComplaint(answered, 0, this.service, new AgencyId("dinas-coba"));
		Invitation mark = this.invitations.find(path.substring(Invitations.COMPLAINT_PATH.length())).orElseThrow();
		assertThat(mark.answered()).isTrue();
		assertThat(mark).extracting(Invitation::service, Invitation::agency).containsExactly(null, null);
		String fresh = this.links.afterComplaint(open, 0, this.service, new AgencyId("dinas-coba"));
		assertThat(this.invitations.find(fresh.substring(Invitations.COMPLAINT_PATH.length()))).get()
			.extracting(Invitation::answered, Invitation::expired)
			.containsExactly(false, false);
		String again = this.links.afterComplaint(answered, 1, this.service, new AgencyId("dinas-coba"));
		assertThat(again).as("its next end").isNotEqualTo(path);
	}

	@Test
	void takesALinkForItsPersonWhereThereIsNoAccount() {
		Respondent device = somebody("198.51.100.44");
		assertThat(this.desk.tap(this.service, null, 4, device)).isEqualTo(Outcome.TAKEN);
		assertThat(this.desk.take(filled(recovery(ComplaintId.random()), 2, null, ""), device))
			.isEqualTo(Outcome.TAKEN);
		assertThat(this.desk.hasAnswered(afterOutage(), device)).isFalse();
		assertThat(answers(Instrument.SHORT)).isEqualTo(2);
	}

	private Sheet recovery(ComplaintId complaint) {
		String path = this.links.afterComplaint(complaint, 0, this.service, new AgencyId("dinas-coba"));
		Invitation invitation = this.invitations.find(path.substring(Invitations.COMPLAINT_PATH.length()))
			.orElseThrow();
		return this.sheets.recovery(this.service, "dinas-coba", invitation.id());
	}

	private Sheet afterOutage() {
		String path = this.links.afterOutage(OutageId.random(), this.service, UUID.randomUUID());
		Invitation invitation = this.invitations.find(path.substring(Invitations.OUTAGE_PATH.length())).orElseThrow();
		return this.sheets.more(Occasion.OUTAGE, this.service, "dinas-coba", invitation.id());
	}

	private long answers(Instrument instrument) {
		return this.jdbc.sql("""
				select count(*) from survey.answer a join survey.instrument_version v on v.id = a.version_id
				where a.service_id = ? and v.instrument = ?""")
			.params(this.service.value(), instrument.name())
			.query(Long.class)
			.single();
	}

	@Test
	void opensAComplaintAgainThatIsNotReallySolved() {
		Receipt receipt = this.complaints.closed();
		String path = this.links.afterComplaint(receipt.complaint(), 0, null, Complaints.ROADS);
		Invitation invitation = this.invitations.find(path.substring(Invitations.COMPLAINT_PATH.length()))
			.orElseThrow();
		Sheet sheet = this.sheets.recovery(null, Complaints.ROADS.code(), invitation.id());
		Filled filled = new Filled(sheet, filled(sheet, 2, null, "").answers(), null, false, "");
		assertThat(this.desk.take(filled, account())).isEqualTo(Outcome.REOPENED);
		assertThat(this.complaints.status(receipt.complaint())).isEqualTo(ComplaintStatus.ASSIGNED);
		assertThat(this.desk.take(filled, account())).as("sent again").isEqualTo(Outcome.KNOWN);
		assertThat(this.events.stream(SurveyAnswered.class)).singleElement()
			.extracting(SurveyAnswered::rating, SurveyAnswered::solved)
			.containsExactly(2, false);
	}

	@Test
	void takesNoInventedLinks() {
		UUID follower = UUID.randomUUID();
		String path = this.links.afterOutage(OutageId.random(), this.service, follower);
		String token = path.substring(Invitations.OUTAGE_PATH.length());
		assertThat(this.invitations.find(token)).get().extracting(Invitation::service).isEqualTo(this.service);
		char last = token.charAt(20);
		assertThat(this.invitations.find(token.substring(0, 20) + ((last == 'A') ? 'B' : 'A') + token.substring(21)))
			.isEmpty();
		assertThat(this.invitations.find("bukan tautan")).isEmpty();
		assertThat(this.invitations.find("")).isEmpty();
		assertThat(this.invitations.find(token + "AA")).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from survey.invitation i where cast(i as text) like ?")
			.param("%" + follower + "%")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void correctsWhatWasSaidInAnOutageThatIsDatedBack() {
		Instant start = Instant.now().minus(Duration.ofHours(3));
		int check = this.checks.start(this.service, start);
		this.checks.tell(ScriptedChecks.up(check, start.plusSeconds(60)));
		for (int i = 0; i < 12; i++) {
			at(start.plus(Duration.ofMinutes(61))).tap(this.service, null, 2, account());
		}
		InstrumentFigures before = figures(Instrument.SHORT);
		assertThat(n(before, Situation.UP)).isEqualTo(12);
		assertThat(n(before, Situation.DOWN)).isZero();
		Instant down = start.plus(Duration.ofMinutes(60));
		this.checks.tell(ScriptedChecks.down(check, down), ScriptedChecks.down(check, down.plusSeconds(120)),
				ScriptedChecks.down(check, down.plusSeconds(180)));
		InstrumentFigures after = figures(Instrument.SHORT);
		assertThat(n(after, Situation.UP)).isZero();
		assertThat(n(after, Situation.DOWN)).isEqualTo(12);
		assertThat(after.byOutage().get(true).getFirst().n()).isEqualTo(12);
		assertThat(after.answers()).isEqualTo(12);
	}

	private static long n(InstrumentFigures figures, Situation situation) {
		return figures.bySituation().get(situation).getFirst().n();
	}

	@Test
	void believesWhatPeopleSayAboutOutages() {
		for (int i = 0; i < 80; i++) {
			boolean met = i % 4 == 0;
			this.desk.take(filled(sheet(Instrument.ESQUAL), 2, met ? OutageMet.LATELY : OutageMet.NO, ""), account());
		}
		InstrumentFigures figures = figures(Instrument.ESQUAL);
		assertThat(figures.answers()).isEqualTo(80);
		assertThat(figures.byOutage().get(true).stream().mapToLong((figure) -> figure.n()).max().orElseThrow())
			.isBetween(10L, 20L);
		assertThat(figures.byOutage().get(false).stream().mapToLong((figure) -> figure.n()).max().orElseThrow())
			.isBetween(30L, 60L);
	}

	/** As whoever is asked says it. */
	@Test
	void measuresOutagesOfTheLastMonth() {
		down(Duration.ofDays(40));
		tapTenTimes();
		assertThat(figures(Instrument.SHORT).byOutage().get(false).getFirst().n()).isEqualTo(10);
		down(Duration.ofDays(20));
		tapTenTimes();
		assertThat(figures(Instrument.SHORT).byOutage().get(true).getFirst().n()).isEqualTo(20);
	}

	private void tapTenTimes() {
		for (int i = 0; i < 10; i++) {
			this.desk.tap(this.service, null, 4, account());
		}
	}

	private void down(Duration ago) {
		Instant start = Instant.now().minus(ago);
		this.jdbc
			.sql("insert into availability.outage (id, service_id, starts, ends, cause) values (?, ?, ?, ?, 'STATUS')")
			.params(UUID.randomUUID(), this.service.value(), start.atOffset(ZoneOffset.UTC),
					start.plusSeconds(3600).atOffset(ZoneOffset.UTC))
			.update();
	}

	@Test
	void givesTheSameBytesAgain() {
		for (int i = 0; i < 90; i++) {
			this.desk.take(filled(sheet(), 1 + i % 5, null, ""), account());
		}
		this.sums.catchUp();
		String first = stored();
		this.jdbc.sql(
				"insert into survey.touched (service_id, day) select service_id, day from survey.answer where service_id = ?")
			.param(this.service.value())
			.update();
		this.sums.catchUp();
		assertThat(stored()).isEqualTo(first).isNotEmpty();
	}

	private String stored() {
		return this.jdbc.sql(
				"select string_agg(md5(cast(s as text)), ' ' order by cast(s as text)) from survey.sums s where service_id = ?")
			.param(this.service.value())
			.query(String.class)
			.single();
	}

	@Test
	void losesNoAnswerThatComesWhileADayIsSummedUp() throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> work = new ArrayList<>();
			for (int writer = 0; writer < 4; writer++) {
				work.add(threads.submit(() -> {
					for (int i = 0; i < 15; i++) {
						this.desk.tap(this.service, "dinas-coba", 3, account());
					}
				}));
			}
			for (int round = 0; round < 8; round++) {
				work.add(threads.submit(this.sums::catchUp));
			}
			for (Future<?> one : work) {
				one.get();
			}
		}
		long counted = figures(Instrument.SHORT).answers();
		assertThat(this.results.answered(today()).byService()).as("counted or waiting")
			.containsEntry(this.service, 60L);
		assertThat(counted).as("no ten of them wait").isBetween(51L, 60L);
		assertThat(this.results.figures(Scope.agency("dinas-coba"), today(), Instrument.SHORT).getFirst().answers())
			.isGreaterThanOrEqualTo(counted);
	}

	@ParameterizedTest
	@CsvSource({ "2026-01-15, 2026-04-20", "2026-02-01, 2026-03-31", "2026-03-05, 2026-03-09",
			"2026-01-01, 2026-12-31" })
	void givesForAnyTimeTheSumOfItsDays(LocalDate first, LocalDate last) {
		for (int i = 0; i < 60; i++) {
			Instant instant = LocalDate.of(2026, 1, 3)
				.plusDays(i * 5L)
				.atTime(23, 59)
				.atZone(AvailabilityReport.ZONE)
				.toInstant();
			// Ten a day count on it.
			for (int person = 0; person < 10; person++) {
				at(instant).tap(this.service, null, 1 + (i + person) % 5, account());
			}
		}
		this.sums.catchUp();
		Days days = new Days(first, last);
		long whole = this.results.figures(Scope.service(this.service), days, Instrument.SHORT)
			.stream()
			.mapToLong(InstrumentFigures::answers)
			.sum();
		assertThat(whole)
			.isEqualTo(this.jdbc.sql("select count(*) from survey.answer where service_id = ? and day between ? and ?")
				.params(this.service.value(), first, last)
				.query(Long.class)
				.single());
		Double mean = this.jdbc
			.sql("select avg(marks[1] % 10) from survey.answer where service_id = ? and day between ? and ?")
			.params(this.service.value(), first, last)
			.query(Double.class)
			.single();
		Estimate estimate = this.results.figures(Scope.service(this.service), days, Instrument.SHORT)
			.getFirst()
			.dimensions()
			.getFirst()
			.figure()
			.estimate();
		if (whole < Figure.LEAST) {
			assertThat(estimate).as("of fewer than ten").isNull();
		}
		else {
			assertThat(estimate.mean()).isCloseTo(mean, within(1e-9));
		}
		assertThat(this.jdbc
			.sql("""
					select count(*) from (
						select first_day, version_id, sum(answers) as n from survey.sums where level = 'SERVICE' and span = 'DAY' group by 1, 2
						except select first_day, version_id, sum(answers) from survey.sums where level = 'CITY' and span = 'DAY' group by 1, 2
					) d""")
			.query(Long.class)
			.single()).as("the city is the sum of its services").isZero();
	}

	@Test
	void setsAFloodApartUntilSomebodyDecides() {
		for (int i = 0; i < 40; i++) {
			this.desk.tap(this.service, null, 5, somebody("203.0.113." + (1 + i)));
		}
		for (int i = 0; i < 11; i++) {
			this.desk.tap(this.service, null, 2, somebody("198.18." + i + ".5"));
		}
		this.bursts.watch();
		InstrumentFigures apart = figures(Instrument.SHORT);
		assertThat(apart.answers()).isEqualTo(11);
		assertThat(apart.byStratum().get(Stratum.SUSPECT).getFirst().n()).isEqualTo(40);
		Burst burst = this.bursts.list(50)
			.stream()
			.filter((found) -> this.service.equals(found.service()))
			.findFirst()
			.orElseThrow();
		assertThat(burst.answers()).isEqualTo(40);
		assertThat(burst.genuine()).isNull();
		this.desk.tap(this.service, null, 5, somebody("203.0.113.200"));
		this.bursts.watch();
		assertThat(figures(Instrument.SHORT).byStratum().get(Stratum.SUSPECT).getFirst().n()).as("it goes on")
			.isEqualTo(41);
		try (Acting acting = Acting.as(ADMINISTRATOR)) {
			this.bursts.decide(burst.id(), false);
		}
		InstrumentFigures without = figures(Instrument.SHORT);
		assertThat(without.answers()).isEqualTo(11);
		assertThat(without.byStratum()).doesNotContainKey(Stratum.SUSPECT);
		assertThat(answers()).as("nothing is deleted").isEqualTo(52);
	}

	@Test
	void findsAFloodOverMidnightAsOne() {
		Instant midnight = PageClock.start(PageClock.day(Instant.now()));
		for (int i = 0; i < 15; i++) {
			at(midnight.minusSeconds(60L * (i + 1))).tap(this.service, null, 5, somebody("203.0.113." + (1 + i)));
			at(midnight.plusSeconds(60L * i)).tap(this.service, null, 5, somebody("203.0.113." + (101 + i)));
		}
		this.bursts.watch();
		assertThat(this.bursts.list(100)).filteredOn((burst) -> this.service.equals(burst.service()))
			.singleElement()
			.extracting(Burst::kind, Burst::answers)
			.containsExactly(BurstKind.NETWORK, 30);
	}

	@Test
	void tellsNetworksOfTwoDaysFromEachOther() {
		Instant change = PageClock.start(PageClock.day(Instant.now())).minus(Duration.ofHours(20));
		at(change.minusSeconds(1)).tap(this.service, null, 5, somebody("203.0.113.1"));
		at(change).tap(this.service, null, 5, somebody("203.0.113.2"));
		assertThat(this.jdbc.sql("select count(distinct network) from survey.trace where service_id = ?")
			.param(this.service.value())
			.query(Long.class)
			.single()).isEqualTo(2);
	}

	@Test
	void countsAFloodThatSomebodyFindsGenuine() {
		for (int i = 0; i < 30; i++) {
			this.desk.tap(this.service, null, 4, somebody("192.0.2." + (1 + i)));
		}
		this.bursts.watch();
		Burst burst = this.bursts.list(50)
			.stream()
			.filter((found) -> this.service.equals(found.service()))
			.findFirst()
			.orElseThrow();
		try (Acting acting = Acting.as(ADMINISTRATOR)) {
			this.bursts.decide(burst.id(), true);
		}
		assertThat(figures(Instrument.SHORT).answers()).isEqualTo(30);
		for (int i = 0; i < 10; i++) {
			this.desk.tap(this.service, null, 4, somebody("192.0.2." + (70 + i)));
		}
		this.bursts.watch();
		assertThat(figures(Instrument.SHORT).answers()).as("and is no reason to suspect the next").isEqualTo(40);
	}

	@Test
	void knowsACrowdByWhatIsUsual() {
		ServiceId busy = ScriptedChecks.service();
		this.jdbc
			.sql("""
					insert into survey.answer (sheet_id, version_id, at, service_id, occasion, stratum, marks)
					select gen_random_uuid(), v.id, now() - interval '2 days' - n * interval '1 minute', :service, 'SERVICE',
						'ANONYMOUS', array[14]::smallint[]
					from generate_series(1, 20000) n join survey.instrument_version v on v.instrument = 'SHORT' and v.state = 'OPEN'""")
			.param("service", busy.value())
			.update();
		for (int i = 0; i < 70; i++) {
			this.desk.tap(this.service, null, 5, somebody("203.0." + i + ".5"));
			this.desk.tap(busy, null, 5, somebody("203.0." + i + ".5"));
		}
		this.bursts.watch();
		assertThat(this.bursts.list(100)).filteredOn((burst) -> this.service.equals(burst.service()))
			.singleElement()
			.extracting(Burst::kind, Burst::answers)
			.containsExactly(BurstKind.CROWD, 70);
		assertThat(this.bursts.list(100)).as("as many as always").noneMatch((burst) -> busy.equals(burst.service()));
		assertThat(figures(Instrument.SHORT).answers()).isZero();
	}

	@Test
	void noticesWhoAnswersFasterThanAnybodyReads() {
		for (int i = 0; i < 6; i++) {
			this.desk.take(filled(sheet(), 5, null, ""), account());
		}
		assertThat(this.bursts.watch()).isGreaterThanOrEqualTo(6);
		assertThat(this.bursts.list(50))
			.anyMatch((burst) -> burst.kind() == BurstKind.HASTE && this.service.equals(burst.service()));
	}

}
