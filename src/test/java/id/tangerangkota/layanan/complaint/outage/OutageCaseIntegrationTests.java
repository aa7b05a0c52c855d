package id.tangerangkota.layanan.complaint.outage;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

import id.tangerangkota.layanan.SetTimeTest;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.availability.OutageEnded;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.availability.OutageStarted;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.availability.check.CheckDesk;
import id.tangerangkota.layanan.availability.check.CheckMode;
import id.tangerangkota.layanan.availability.check.CheckSpec;
import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.Host;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.probe.Target;
import id.tangerangkota.layanan.availability.probe.TcpTarget;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.BothLanguages;
import id.tangerangkota.layanan.complaint.CaseFigures;
import id.tangerangkota.layanan.complaint.CaseFigures.Figure;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintContacts;
import id.tangerangkota.layanan.complaint.ComplaintDesk;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintClosed;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintOutageEnded;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintReopened;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintResolved;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintStatistics;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.OutageTitles;
import id.tangerangkota.layanan.complaint.PublicComplaint;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.casework.CaseAccess;
import id.tangerangkota.layanan.complaint.casework.CaseDesk;
import id.tangerangkota.layanan.complaint.casework.CaseRefused;
import id.tangerangkota.layanan.complaint.casework.CitizenDesk;
import id.tangerangkota.layanan.complaint.casework.OutageCases;
import id.tangerangkota.layanan.complaint.casework.OutageCases.Episode;
import id.tangerangkota.layanan.complaint.casework.Referral;
import id.tangerangkota.layanan.complaint.casework.Rejection;
import id.tangerangkota.layanan.complaint.casework.ReporterView;
import id.tangerangkota.layanan.complaint.queue.CaseReader;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** One case for all who complain about one outage. */
@SetTimeTest
@RecordApplicationEvents
class OutageCaseIntegrationTests {

	@Autowired
	private Complaints complaints;

	@Autowired
	private ComplaintDesk desk;

	@Autowired
	private CitizenDesk citizens;

	@Autowired
	private PublicComplaints open;

	@Autowired
	private CaseReader reader;

	@Autowired
	private ComplaintContacts contacts;

	@Autowired
	private ComplaintStatistics statistics;

	@Autowired
	private CaseFigures figures;

	@Autowired
	private OutageTitles titles;

	@Autowired
	private OutageWork work;

	@Autowired
	private OutageCases cases;

	@Autowired
	private OutageTexts texts;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private CatalogDesk catalogDesk;

	@Autowired
	private CheckDesk checks;

	@Autowired
	private ApplicationEventPublisher publisher;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private SetClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationEvents events;

	@BeforeEach
	void setClock() {
		this.jdbc.sql("delete from complaint.outage_work").update();
		this.clock.set("2026-07-01T10:00");
	}

	@Test
	void opensOneCaseAtTheOwningAgencyAndAnswersAll() {
		ServiceId service = verified();
		OutageId outage = start(service);
		this.work.run();
		assertThat(masters(service)).containsExactly("ASSIGNED " + owner(service));
		this.work.run();
		assertThat(masters(service)).hasSize(1);
		this.clock.advance(Duration.ofMinutes(5));
		Submission submission = Complaints.about(service);
		Receipt receipt = this.complaints.file(submission);
		assertThat(receipt.master()).isNotNull();
		assertThat(this.complaints.status(receipt.complaint())).isEqualTo(ComplaintStatus.MERGED);
		assertThat(receipt.solution().startsAt()).as("the clock of the master")
			.isEqualTo(SetClock.local("2026-07-01T10:00"));
		assertThat(this.reader.find(receipt.ticket(), CaseAccess.of(Complaints.officer(agency(service))))
			.orElseThrow()
			.mergedInto()).as("opened by whoever works on the whole").isEqualTo(ticket(service));
		assertThat(this.desk.file(submission)).isEqualTo(receipt);
		Instant begun = this.clock.instant().minus(Duration.ofMinutes(7));
		end(outage, service, begun, ServiceState.UP);
		this.work.run();
		assertThat(this.events.stream(ComplaintOutageEnded.class)).as("it may go down again").isEmpty();
		this.clock.advance(Duration.ofMinutes(10));
		this.work.run();
		assertThat(masters(service)).containsExactly("RESOLVED " + owner(service));
		assertThat(this.events.stream(ComplaintOutageEnded.class).map(ComplaintOutageEnded::complaint))
			.contains(receipt.complaint())
			.hasSize(2);
		assertThat(this.events.stream(ComplaintResolved.class).map(ComplaintResolved::complaint))
			.as("one message is enough")
			.doesNotContain(receipt.complaint());
		ReporterView view = this.citizens.view(this.complaints.key(receipt));
		assertThat(view.masterStatus()).isEqualTo(ComplaintStatus.RESOLVED);
		assertThat(view.steps()).filteredOn((step) -> step.kind().equals("OUTAGE_ENDED"))
			.singleElement()
			.satisfies((step) -> assertThat(step.text()).contains("10.", "WIB", "Apakah", "The outage"));
	}

	/** Else whoever reports it later would be alone, and nobody would be answered. */
	@Test
	void staysTheCaseUntilTheOutageIsOver() {
		ServiceId service = verified();
		OutageId outage = start(service);
		this.work.run();
		ComplaintId master = master(service);
		TicketNumber other = this.complaints.started().ticket();
		List<BiConsumer<CaseDesk, CaseDesk.Shown>> ends = List.of(
				(desk, shown) -> desk.reject(shown, Rejection.NOT_OURS, "Bukan urusan kami."),
				(desk, shown) -> desk.refer(shown, Referral.SP4N_LAPOR, "Ke SP4N."),
				(desk, shown) -> desk.merge(shown, other));
		for (BiConsumer<CaseDesk, CaseDesk.Shown> end : ends) {
			assertThatExceptionOfType(CaseRefused.class)
				.isThrownBy(() -> this.complaints.as(Complaints.COORDINATOR, master, end))
				.extracting(CaseRefused::reason)
				.isEqualTo(CaseRefused.Reason.OUTAGE);
		}
		this.clock.advance(Duration.ofMinutes(5));
		assertThat(this.complaints.file(service).master()).as("still goes there").isEqualTo(ticket(service));
		end(outage, service, this.clock.instant().minus(Duration.ofMinutes(7)), ServiceState.MAINTENANCE);
		this.transaction.executeWithoutResult((status) -> this.cases.leave(outage, this.clock.instant()));
		this.complaints.as(Complaints.COORDINATOR, master, (desk, shown) -> desk.merge(shown, other));
		assertThat(this.complaints.status(master)).as("as any other, once it is left")
			.isEqualTo(ComplaintStatus.MERGED);
	}

	/** Of the agency before that of all, of the portal where nobody wrote any. */
	@Test
	void answersFromTheTemplateOfTheAgency() {
		ServiceId service = verified();
		List<Episode> once = List
			.of(new Episode(SetClock.local("2026-07-01T10:00"), SetClock.local("2026-07-01T10:07")));
		String template = """
				insert into complaint.answer_template (id, agency, purpose, name, text, text_en, changed_at, version)
				values (gen_random_uuid(), :agency, 'OUTAGE_ENDED', 'Pulih', :text, :english, now(), 1)""";
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			AgencyId agency = agency(service);
			assertThat(this.texts.ended(agency, once)).startsWith("Gangguan pada layanan ini sudah berakhir.");
			this.jdbc.sql(template)
				.param("agency", agency.code())
				.param("text", "Dari {mulai} sampai {selesai}, kata dinas.")
				.param("english", null, Types.VARCHAR)
				.update();
			String own = this.texts.ended(agency, once);
			assertThat(BothLanguages.in(Locale.of("id"), own))
				.isEqualTo("Dari 1 Jul 2026 pukul 10.00 WIB sampai 1 Jul 2026 pukul 10.07 WIB, kata dinas.");
			assertThat(BothLanguages.in(Locale.ENGLISH, own)).as("nobody wrote it in English")
				.contains("from 1 Jul 2026, 10:00 WIB to 10:07 WIB")
				.doesNotContain("dinas", "{");
			assertThat(this.texts.ended(null, once)).as("another's").doesNotContain("kata dinas");
			this.jdbc.sql("delete from complaint.answer_template where purpose = 'OUTAGE_ENDED'").update();
			assertThat(this.texts.ended(agency, once)).contains("sampai pukul 10.07 WIB", "to 10:07 WIB")
				.doesNotContain("{");
		});
	}

	@Test
	void tellsAllThatItIsClosed() {
		ServiceId service = verified();
		OutageId outage = start(service);
		this.work.run();
		Receipt part = this.complaints.file(service);
		end(outage, service, this.clock.instant(), ServiceState.UP);
		this.clock.advance(Duration.ofMinutes(11));
		this.work.run();
		this.complaints.as(Complaints.COORDINATOR, master(service), CaseDesk::confirm);
		assertThat(this.events.stream(ComplaintClosed.class).map(ComplaintClosed::complaint))
			.contains(part.complaint());
		assertThat(this.contacts.of(part.complaint()).orElseThrow().toJudge()).as("asked how it was").isTrue();
	}

	@Test
	void takesInWhatWasReportedBeforeItWasKnown() {
		ServiceId service = verified();
		Receipt early = this.complaints.file(service);
		assertThat(early.master()).isNull();
		OutageId outage = new OutageId(UUID.randomUUID());
		publish(new OutageStarted(outage, service, this.clock.instant().minus(Duration.ofMinutes(3)),
				StateReason.TIMEOUT));
		this.clock.advance(Duration.ofMinutes(1));
		this.work.run();
		assertThat(this.complaints.status(early.complaint())).isEqualTo(ComplaintStatus.MERGED);
	}

	@Test
	void takesInWhatIsFiledWhileItIsOpened() throws Exception {
		ServiceId service = verified();
		start(service);
		AtomicReference<Receipt> filed = new AtomicReference<>();
		try (ExecutorService other = Executors.newSingleThreadExecutor()) {
			Future<?> opening = this.transaction.execute((status) -> {
				filed.set(this.complaints.file(byNobody(service)));
				Future<?> running = other.submit(this.work::run);
				await().until(this::isSomebodyWaiting);
				return running;
			});
			opening.get(20, TimeUnit.SECONDS);
		}
		assertThat(masters(service)).hasSize(1);
		assertThat(this.complaints.status(filed.get().complaint())).isEqualTo(ComplaintStatus.MERGED);
	}

	/** Whose visits are not counted, which would want no transaction. */
	private static Submission byNobody(ServiceId service) {
		Submission about = Complaints.about(service);
		return new Submission(about.key(), about.channel(), about.kind(), about.category(), service, null,
				about.subject(), about.text(), false, false, false, about.reporter(), null, null);
	}

	private boolean isSomebodyWaiting() {
		return this.jdbc.sql("""
				select exists (select from pg_locks where locktype = 'advisory' and not granted
					and database = (select oid from pg_database where datname = current_database()))""")
			.query(Boolean.class)
			.single();
	}

	@Test
	void opensNoneForAnAddressNobodyVerifiedUntilSomebodyComplains() {
		ServiceId service = unverified();
		start(service);
		this.work.run();
		assertThat(masters(service)).isEmpty();
		this.clock.advance(Duration.ofMinutes(2));
		this.complaints.file(service);
		this.work.run();
		assertThat(masters(service)).hasSize(1);
		assertThat(this.jdbc
			.sql("select published_at from complaint.complaint where service_id = ? and outage_id is not null")
			.param(service.value())
			.query((row, number) -> row.getTimestamp(1) == null)
			.single()).isTrue();
	}

	@Test
	void opensNoTwentyCasesForAServiceThatFlaps() {
		ServiceId service = verified();
		start(service);
		this.work.run();
		Receipt receipt = this.complaints.file(service);
		for (int i = 0; i < 20; i++) {
			OutageId outage = start(service);
			this.work.run();
			assertThat(this.citizens.view(this.complaints.key(receipt)).reopenUntil()).as("it is open again").isNull();
			this.clock.advance(Duration.ofMinutes(4));
			end(outage, service, this.clock.instant().minus(Duration.ofMinutes(4)), ServiceState.UP);
			this.work.run();
			this.clock.advance(Duration.ofMinutes(15));
			this.work.run();
		}
		assertThat(masters(service)).hasSize(1);
		assertThat(this.events.stream(ComplaintOutageEnded.class)
			.filter((event) -> event.complaint().equals(receipt.complaint()))).hasSizeLessThanOrEqualTo(2);
		assertThat(this.events.stream(ComplaintReopened.class)).as("no news each time").isEmpty();
		this.clock.advance(Duration.ofHours(3));
		this.work.run();
		assertThat(masters(service).getFirst()).startsWith("RESOLVED");
		assertThat(this.citizens.view(this.complaints.key(receipt)).reopenUntil()).as("over with the whole")
			.isNotNull();
	}

	/** Nobody complains a second time: the case is there. */
	@Test
	void doesNotSayThatAServiceNobodyVerifiedWorksWhileItIsDownAgain() {
		ServiceId service = unverified();
		OutageId first = start(service);
		this.clock.advance(Duration.ofMinutes(2));
		Receipt receipt = this.complaints.file(service);
		this.work.run();
		assertThat(masters(service)).hasSize(1);
		this.clock.advance(Duration.ofMinutes(2));
		end(first, service, this.clock.instant().minus(Duration.ofMinutes(4)), ServiceState.UP);
		this.work.run();
		this.clock.advance(Duration.ofMinutes(3));
		OutageId second = start(service);
		this.work.run();
		this.clock.advance(Duration.ofMinutes(8));
		this.work.run();
		assertThat(masters(service).getFirst()).startsWith("ASSIGNED");
		end(second, service, this.clock.instant().minus(Duration.ofMinutes(8)), ServiceState.UP);
		this.work.run();
		assertThat(masters(service).getFirst()).as("it may go down again").startsWith("ASSIGNED");
		this.clock.advance(Duration.ofMinutes(10));
		this.work.run();
		assertThat(masters(service)).singleElement().asString().startsWith("RESOLVED");
		assertThat(this.events.stream(ComplaintOutageEnded.class)
			.filter((event) -> event.complaint().equals(receipt.complaint()))).hasSize(1);
	}

	/** The next outage of it may be known before it is worked on. */
	@Test
	void believesNoEndWhileTheServiceIsDown() {
		ServiceId service = verified();
		OutageId outage = start(service);
		this.work.run();
		end(outage, service, this.clock.instant(), ServiceState.UP);
		is(service, ServiceState.DOWN);
		this.clock.advance(Duration.ofMinutes(11));
		this.work.run();
		assertThat(masters(service).getFirst()).startsWith("ASSIGNED");
	}

	/** Another one, which saw nothing of the outage, says that all is well. */
	@Test
	void doesNotSayThatItWorksBecauseTheCheckThatFailedWasStopped() {
		ServiceId service = verified();
		OutageId outage = start(service);
		this.work.run();
		end(outage, service, this.clock.instant(), ServiceState.UNMONITORED);
		is(service, ServiceState.UP);
		this.clock.advance(Duration.ofDays(1));
		this.work.run();
		assertThat(masters(service).getFirst()).startsWith("ASSIGNED");
	}

	@Test
	void tellsReadersInTheirLanguageThatItBeganAgain() {
		ServiceId service = verified();
		for (int i = 0; i < 2; i++) {
			OutageId outage = start(service);
			this.work.run();
			this.clock.advance(Duration.ofMinutes(4));
			end(outage, service, this.clock.instant().minus(Duration.ofMinutes(4)), ServiceState.UP);
			this.work.run();
			this.clock.advance(Duration.ofHours(3));
			this.work.run();
		}
		PublicComplaint master = this.open.find(ticket(service)).orElseThrow();
		assertThat(master.text(Locale.of("id"))).startsWith("Pemeriksaan otomatis").doesNotContain("English");
		assertThat(master.text(Locale.ENGLISH)).startsWith("Automatic checks").doesNotContain("Pemeriksaan");
		assertThat(master.text()).as("of programs").contains("Pemeriksaan", "(English) Automatic");
		List<PublicComplaints.Step> steps = this.open.steps(master.id());
		assertThat(steps).extracting(PublicComplaints.Step::key)
			.contains("complaint.entry.outage-again")
			.doesNotContain("complaint.entry.reopened");
		assertThat(steps).filteredOn((step) -> step.key().equals("complaint.entry.outage-ended"))
			.hasSize(2)
			.allSatisfy((step) -> assertThat(step.text(Locale.ENGLISH)).startsWith("The outage of this service is over")
				.doesNotContain("Gangguan"));
	}

	@Test
	void tellsOfEachEpisodeWhenItWas() {
		ServiceId service = verified();
		OutageId first = start(service);
		this.work.run();
		Receipt early = this.complaints.file(service);
		this.clock.advance(Duration.ofMinutes(4));
		end(first, service, SetClock.local("2026-07-01T10:00"), ServiceState.UP);
		this.work.run();
		this.clock.set("2026-07-01T10:09");
		OutageId second = start(service);
		this.work.run();
		Receipt late = this.complaints.file(service);
		this.clock.set("2026-07-02T08:30");
		end(second, service, SetClock.local("2026-07-01T10:09"), ServiceState.UP);
		this.clock.set("2026-07-02T08:41");
		this.work.run();
		assertThat(ended(early)).as("what was reported in it").satisfies((event) -> {
			assertThat(event.start()).isEqualTo(SetClock.local("2026-07-01T10:00"));
			assertThat(event.end()).isEqualTo(SetClock.local("2026-07-01T10:04"));
		});
		assertThat(ended(late)).satisfies((event) -> {
			assertThat(event.start()).isEqualTo(SetClock.local("2026-07-01T10:09"));
			assertThat(event.end()).isEqualTo(SetClock.local("2026-07-02T08:30"));
		});
		assertThat(this.citizens.view(this.complaints.key(early)).steps())
			.filteredOn((step) -> step.kind().equals("OUTAGE_ENDED"))
			.singleElement()
			.satisfies((step) -> assertThat(step.text()).contains("dari 1 Jul 2026 pukul 10.09 WIB",
					"1 Jul 2026 pukul 10.00 WIB sampai pukul 10.04 WIB", "1 Jul 2026, 10:00 WIB"));

		this.clock.set("2026-07-02T20:00");
		OutageId third = start(service);
		this.work.run();
		assertThat(this.open.steps(master(service)))
			.filteredOn((step) -> step.key().equals("complaint.entry.outage-again"))
			.singleElement()
			.satisfies((step) -> {
				assertThat(step.text(Locale.of("id"))).contains("2 Jul 2026 pukul 20.00 WIB").doesNotContain("English");
				assertThat(step.text(Locale.ENGLISH)).contains("2 Jul 2026, 20:00 WIB").doesNotContain("pukul");
			});
		this.clock.set("2026-07-02T21:00");
		end(third, service, SetClock.local("2026-07-02T20:00"), ServiceState.UP);
		this.clock.set("2026-07-02T23:00");
		this.work.run();
		assertThat(this.events.stream(ComplaintOutageEnded.class)
			.filter((event) -> event.complaint().equals(master(service)))
			.map(ComplaintOutageEnded::start)).endsWith(SetClock.local("2026-07-02T20:00"));
		ended(early);
		ended(late);
	}

	/** Whoever was answered is not told again of what came after. */
	private ComplaintOutageEnded ended(Receipt receipt) {
		return this.events.stream(ComplaintOutageEnded.class)
			.filter((event) -> event.complaint().equals(receipt.complaint()))
			.reduce((one, other) -> {
				throw new AssertionError("Told twice: " + one + ", " + other);
			})
			.orElseThrow();
	}

	@Test
	void namesTheCaseInTheLanguageOfWhoReadsIt() {
		ServiceId service = verified();
		start(service);
		this.work.run();
		String name = this.catalog.summaries(List.of(service)).getFirst().name();
		PublicComplaint master = this.open.find(ticket(service)).orElseThrow();
		assertThat(this.titles.in(Locale.of("id"), master.subject())).isEqualTo(name + " tidak dapat dibuka");
		assertThat(this.titles.in(Locale.ENGLISH, master.subject())).isEqualTo(name + " cannot be opened");
		assertThat(this.titles.in(Locale.ENGLISH, "Lubang besar di depan pasar")).as("written by somebody else")
			.isEqualTo("Lubang besar di depan pasar");
	}

	@Test
	void countsNoCaseOfThePortalAsAReportOfACitizen() {
		this.clock.set("2028-03-01T10:00");
		ServiceId service = verified();
		OutageId outage = start(service);
		this.work.run();
		this.complaints.file(service);
		LocalDate day = LocalDate.parse("2028-03-01");
		assertThat(this.statistics.city(day, day)).satisfies((city) -> {
			assertThat(city.received()).isOne();
			assertThat(city.merged()).isOne();
			assertThat(city.open()).isZero();
		});
		assertThat(this.statistics.of(agency(service), day, day)).as("what was reported alone")
			.hasValueSatisfying((own) -> {
				assertThat(own.received()).isOne();
				assertThat(own.merged()).isOne();
			});
		assertThat(this.statistics.portal(day, day)).satisfies((own) -> {
			assertThat(own.received()).isOne();
			assertThat(own.open()).isOne();
		});
		this.clock.advance(Duration.ofMinutes(4));
		end(outage, service, this.clock.instant().minus(Duration.ofMinutes(4)), ServiceState.UP);
		this.clock.advance(Duration.ofMinutes(11));
		this.work.run();
		assertThat(masters(service).getFirst()).startsWith("RESOLVED");
		this.jdbc.sql("update complaint.complaint set solved = true, rated_at = ? where service_id = ?")
			.params(this.clock.instant().atOffset(ZoneOffset.UTC), service.value())
			.update();
		assertThat(Stream.of(Figure.values())
			.filter((figure) -> figure != Figure.SOLVED)
			.flatMap((figure) -> this.figures.of(figure, day).stream())
			.map(CaseFigures.Part::service)).doesNotContain(service);
		assertThat(this.figures.of(Figure.SOLVED, day)).filteredOn((part) -> service.equals(part.service()))
			.as("of whoever reported it alone")
			.singleElement()
			.satisfies((part) -> assertThat(part.all()).isOne());
	}

	private TicketNumber ticket(ServiceId service) {
		return this.jdbc.sql("""
				select ticket_year, ticket_number from complaint.complaint
				where service_id = ? and outage_id is not null""")
			.param(service.value())
			.query((row, number) -> new TicketNumber(row.getInt("ticket_year"), row.getLong("ticket_number")))
			.single();
	}

	@Test
	void answersWhenTheServiceWorksAfterAnnouncedWork() {
		ServiceId service = verified();
		OutageId outage = start(service);
		this.work.run();
		Receipt part = this.complaints.file(service);
		this.clock.advance(Duration.ofMinutes(5));
		Instant work = this.clock.instant();
		end(outage, service, work.minus(Duration.ofMinutes(5)), ServiceState.MAINTENANCE);
		this.clock.advance(Duration.ofHours(1));
		this.work.run();
		assertThat(masters(service).getFirst()).as("nobody knows whether it works").startsWith("ASSIGNED");
		Instant works = this.clock.instant();
		is(service, ServiceState.UP);
		this.clock.advance(Duration.ofMinutes(2));
		this.work.run();
		assertThat(masters(service).getFirst()).as("it may go down again").startsWith("ASSIGNED");
		this.clock.advance(Duration.ofMinutes(10));
		this.work.run();
		assertThat(masters(service).getFirst()).startsWith("RESOLVED");
		assertThat(this.events.stream(ComplaintOutageEnded.class)
			.filter((event) -> event.complaint().equals(part.complaint()))).singleElement()
			.satisfies((event) -> assertThat(event.end()).isEqualTo(works));
	}

	@Test
	void leavesTheCaseToTheAgencyWhenNobodyWillKnowWhetherItWorks() {
		ServiceId service = verified();
		OutageId outage = start(service);
		this.work.run();
		ComplaintId master = master(service);
		Receipt part = this.complaints.file(service);
		end(outage, service, this.clock.instant(), ServiceState.UNMONITORED);
		this.work.run();
		assertThat(masters(service)).as("no case of an outage any more").isEmpty();
		assertThat(this.complaints.status(master)).isEqualTo(ComplaintStatus.ASSIGNED);
		assertThat(this.complaints.file(service).master()).as("reported afterwards").isNull();
		this.complaints.as(Complaints.COORDINATOR, master,
				(cases, shown) -> cases.resolve(shown, Complaints.words("Situs kami pindahkan.")));
		assertThat(this.events.stream(ComplaintResolved.class).map(ComplaintResolved::complaint))
			.contains(part.complaint());
	}

	@Test
	void waitsForSomeDaysOnly() {
		ServiceId service = verified();
		OutageId outage = start(service);
		this.work.run();
		end(outage, service, this.clock.instant(), ServiceState.MAINTENANCE);
		this.clock.advance(Duration.ofDays(3).minusMinutes(1));
		this.work.run();
		assertThat(masters(service)).hasSize(1);
		this.clock.advance(Duration.ofMinutes(2));
		this.work.run();
		assertThat(masters(service)).isEmpty();
	}

	@Test
	void takesInNothingThatIsReportedAfterItsEnd() {
		ServiceId service = verified();
		OutageId outage = start(service);
		this.work.run();
		ComplaintId master = master(service);
		Receipt part = this.complaints.file(service);
		assertThat(part.master()).isNotNull();
		end(outage, service, this.clock.instant(), ServiceState.UP);
		assertThat(this.complaints.file(service).master()).as("before its end is believed").isNull();
		this.clock.advance(Duration.ofMinutes(11));
		this.work.run();
		assertThat(this.complaints.status(master)).isEqualTo(ComplaintStatus.RESOLVED);
		this.complaints.as(Complaints.COORDINATOR, master,
				(cases, shown) -> cases.sendBack(shown, "Tombolnya masih rusak."));
		assertThat(this.complaints.file(service).master()).as("sent back").isNull();
		this.complaints.as(Complaints.COORDINATOR, master,
				(cases, shown) -> cases.resolve(shown, Complaints.words("Tombolnya sudah bisa.")));
		assertThat(this.events.stream(ComplaintResolved.class).map(ComplaintResolved::complaint))
			.as("its parts wait for no other end")
			.contains(part.complaint());
	}

	/** From now on. */
	private void is(ServiceId service, ServiceState state) {
		this.jdbc.sql("delete from availability.service_interval where service_id = ?").param(service.value()).update();
		if (state != ServiceState.UNMONITORED) {
			this.jdbc.sql("insert into availability.service_interval (service_id, state, starts) values (?, ?, ?)")
				.params(service.value(), state.name(), this.clock.instant().atOffset(ZoneOffset.UTC))
				.update();
		}
	}

	@Test
	void letsWhoeverIsNotContentGoTheirOwnWay() {
		ServiceId service = verified();
		OutageId outage = start(service);
		this.work.run();
		Receipt receipt = this.complaints.file(service);
		Receipt other = this.complaints.file(service);
		end(outage, service, this.clock.instant(), ServiceState.UP);
		this.clock.advance(Duration.ofMinutes(11));
		this.work.run();
		assertThat(this.citizens.view(this.complaints.key(receipt)).reopenUntil()).isEqualTo("2026-07-15");
		this.complaints.asReporter(receipt, (citizen, key) -> citizen.rate(key, 2, false, "Masih tidak bisa."));
		assertThat(this.complaints.status(receipt.complaint())).isEqualTo(ComplaintStatus.SUBMITTED);
		assertThat(this.complaints.status(other.complaint())).isEqualTo(ComplaintStatus.MERGED);
	}

	@Test
	void keepsQuestionsAndSecretsApart() {
		ServiceId service = verified();
		start(service);
		this.work.run();
		Submission about = Complaints.about(service);
		Receipt conduct = this.complaints
			.file(new Submission(UUID.randomUUID(), about.channel(), about.kind(), "pelayanan-aparatur", service, null,
					about.subject(), about.text(), false, false, false, about.reporter(), null, null));
		assertThat(conduct.master()).isNull();
		Receipt secret = this.complaints.file(Complaints.secret(about, true, true));
		assertThat(secret.master()).isNotNull();
	}

	@Test
	void keepsWhatChecksKnewAndCountsASuspicion() {
		ServiceId service = verified();
		Receipt receipt = this.complaints.file(service);
		assertThat(this.jdbc.sql("select evidence ->> 'state' from complaint.complaint where id = ?")
			.param(receipt.complaint().value())
			.query(String.class)
			.single()).isEqualTo("UNMONITORED");
		assertThat(this.jdbc
			.sql("select count(*) from availability.suspicion where service_id = ? and source = 'COMPLAINT'")
			.param(service.value())
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	void keepsTheLastResultsOfChecks() {
		ServiceId service = verified();
		Instant now = this.clock.instant();
		this.jdbc.sql("insert into availability.service_interval (service_id, state, starts) values (?, 'DOWN', ?)")
			.params(service.value(), now.minus(Duration.ofMinutes(12)).atOffset(ZoneOffset.UTC))
			.update();
		int check = this.checks.add(service, Platform.WEB, CheckSpec
			.usual(new TcpTarget(new Host("loket.example.go.id"), 443, Target.USUAL_TIMEOUT, null), CheckMode.CITED));
		this.jdbc.sql("select availability.make_partition(?)")
			.param(LocalDate.ofInstant(now, ZoneOffset.UTC))
			.query((row) -> {
			});
		for (int minutes = 1; minutes <= 12; minutes++) {
			store(check, now.minus(Duration.ofMinutes(minutes)), (minutes < 3) ? Outcome.DOWN : Outcome.UP);
		}
		Receipt receipt = this.complaints.file(service);
		JsonNode evidence = new JsonMapper()
			.readTree(this.jdbc.sql("select evidence from complaint.complaint where id = ?")
				.param(receipt.complaint().value())
				.query(String.class)
				.single());
		assertThat(evidence.path("state").asString()).isEqualTo("DOWN");
		assertThat(evidence.path("since").asString()).isEqualTo("2026-07-01T02:48:00Z");
		assertThat(evidence.path("results")).hasSize(10);
		JsonNode latest = evidence.path("results").get(0);
		assertThat(latest.path("at").asString()).isEqualTo("2026-07-01T02:59:00Z");
		assertThat(latest.path("kind").asString()).isEqualTo("TCP");
		assertThat(latest.path("host").asString()).isEqualTo("loket.example.go.id");
		assertThat(latest.path("cause").asString()).isEqualTo("TIMEOUT");
		assertThat(latest.path("millis").asInt()).isEqualTo(120);
		assertThat(evidence.path("results").findValuesAsString("outcome")).startsWith("DOWN", "DOWN", "UP");
	}

	private void store(int check, Instant at, Outcome outcome) {
		this.jdbc.sql("""
				insert into availability.result (at, check_id, outcome, cause, status, dns_ms, connect_ms, tls_ms,
					first_byte_ms, total_ms, certificate_day, node)
				values (:at, :check, :outcome, :cause, 0, 1, 2, 3, 4, 120, 0, 0)""")
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("check", check)
			.param("outcome", outcome.code())
			.param("cause", (outcome == Outcome.DOWN) ? Cause.TIMEOUT.code() : 0)
			.update();
	}

	@Test
	void answersFromTheOfficersWorkOnlyOnce() {
		ServiceId service = verified();
		OutageId outage = start(service);
		this.work.run();
		Receipt part = this.complaints.file(service);
		this.complaints.as(Complaints.COORDINATOR, master(service), CaseDesk::start);
		this.complaints.as(Complaints.COORDINATOR, master(service),
				(cases, shown) -> cases.resolve(shown, Complaints.words("Peladen kami nyalakan lagi.")));
		end(outage, service, this.clock.instant(), ServiceState.UP);
		this.clock.advance(Duration.ofMinutes(11));
		this.work.run();
		assertThat(masters(service).getFirst()).startsWith("RESOLVED");
		assertThat(this.events.stream(ComplaintOutageEnded.class).map(ComplaintOutageEnded::complaint))
			.contains(part.complaint());
	}

	/** Its id is public: whoever looks at the service knows it. */
	@Test
	void opensNothingToWhoeverKnowsTheOutage() {
		ServiceId service = verified();
		OutageId outage = start(service);
		Receipt first = this.complaints.file(Complaints.under(outage.value(), Complaints.submission("jalan-rusak")));
		this.work.run();
		assertThat(masters(service)).as("whatever was filed under its id").hasSize(1);
		assertThat(this.desk.receipt(outage.value()).map(Receipt::complaint)).contains(first.complaint());
		OutageId second = start(verified());
		this.work.run();
		assertThat(this.desk.receipt(second.value())).isEmpty();
	}

	/**
	 * Whoever had its code once, or tries codes, does not decide for all who are part of
	 * it.
	 */
	@ParameterizedTest
	@EnumSource(names = { "OUTAGE", "IMPORT" })
	void opensNothingThatNobodyHandedInHere(Channel channel) {
		Submission submission = Complaints.submission("jalan-rusak");
		Receipt receipt = this.complaints.file(submission);
		assertThat(this.citizens.open(receipt.ticket(), receipt.code())).isPresent();
		this.jdbc.sql("update complaint.complaint set channel = ? where id = ?")
			.params(channel.name(), receipt.complaint().value())
			.update();
		assertThat(this.citizens.open(receipt.ticket(), receipt.code())).isEmpty();
		assertThat(this.desk.receipt(submission.key())).isEmpty();
	}

	private ComplaintId master(ServiceId service) {
		return this.jdbc.sql("select id from complaint.complaint where service_id = ? and outage_id is not null")
			.param(service.value())
			.query((row, number) -> new ComplaintId(row.getObject("id", UUID.class)))
			.single();
	}

	private OutageId start(ServiceId service) {
		OutageId outage = OutageId.random();
		OffsetDateTime now = this.clock.instant().atOffset(ZoneOffset.UTC);
		this.jdbc.sql("update availability.outage set ends = ? where service_id = ? and ends is null")
			.params(now, service.value())
			.update();
		this.jdbc.sql("insert into availability.outage (id, service_id, starts, cause) values (?, ?, ?, 'TIMEOUT')")
			.params(outage.value(), service.value(), now)
			.update();
		is(service, ServiceState.DOWN);
		publish(new OutageStarted(outage, service, this.clock.instant(), StateReason.TIMEOUT));
		return outage;
	}

	private void end(OutageId outage, ServiceId service, Instant start, ServiceState then) {
		this.jdbc.sql("update availability.outage set ends = ? where id = ?")
			.params(this.clock.instant().atOffset(ZoneOffset.UTC), outage.value())
			.update();
		is(service, then);
		publish(new OutageEnded(outage, service, start, this.clock.instant(), then));
	}

	private void publish(Object event) {
		this.transaction.executeWithoutResult((status) -> this.publisher.publishEvent(event));
	}

	private List<String> masters(ServiceId service) {
		return this.jdbc.sql(
				"select status || ' ' || agency from complaint.complaint where service_id = ? and outage_id is not null")
			.param(service.value())
			.query(String.class)
			.list();
	}

	private @Nullable String owner(ServiceId service) {
		return this.catalog.summaries(List.of(service)).getFirst().agencyCode();
	}

	private AgencyId agency(ServiceId service) {
		return new AgencyId(Objects.requireNonNull(owner(service)));
	}

	/** A service no test has complained about, whose address somebody vouches for. */
	private ServiceId verified() {
		ServiceId service = unverified();
		this.catalogDesk.verify(this.catalog.summaries(List.of(service)).getFirst().slug(), Platform.WEB, "Diskominfo");
		return service;
	}

	private ServiceId unverified() {
		return this.jdbc.sql("""
				select s.id from catalog.service s join catalog.listing l on l.service_id = s.id
				where l.platform = 'WEB' and l.verification = 'CITED' and l.address is not null
					and s.agency_id is not null
					and not exists (select from complaint.complaint c where c.service_id = s.id)
				order by s.slug limit 1""")
			.query((row, number) -> new ServiceId(row.getObject("id", UUID.class)))
			.single();
	}

}
