package id.tangerangkota.layanan.quality.retirement;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.ScriptedChecks;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.quality.retirement.Candidate.Advice;
import id.tangerangkota.layanan.quality.retirement.Sign.Kind;
import id.tangerangkota.layanan.survey.testing.SurveyAnswers;
import id.tangerangkota.layanan.web.PageClock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Only what is known speaks for the end of a service. */
// A name of its own gives it a database of its own: others file complaints of long ago.
@SpringBootTest(properties = "spring.application.name=retirement")
@Import({ ScriptedChecks.class, Letterbox.class, Complaints.class, SurveyAnswers.class })
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RetirementIntegrationTests {

	private static final String DEAD = "dinsos";

	private static final String MISSED = "dispora";

	private static final String LATELY = "bapenda";

	private static final String SILENT = "spmb";

	private static final String ALIVE = "disdukcapil";

	@Autowired
	private RetirementFinder finder;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private ScriptedChecks checks;

	@Autowired
	private Complaints complaints;

	@Autowired
	private SurveyAnswers answers;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvcTester mvc;

	private ServiceId id(String slug) {
		return this.catalog.service(slug).orElseThrow().id();
	}

	private Optional<Candidate> of(String slug) {
		return this.finder.candidates()
			.stream()
			.filter((candidate) -> candidate.service().slug().equals(slug))
			.findFirst();
	}

	private static Sign sign(Candidate candidate, Kind kind) {
		return candidate.signs().stream().filter((sign) -> sign.kind() == kind).findFirst().orElseThrow();
	}

	private void down(String slug, int days) {
		Instant start = Instant.now().minus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);
		int check = this.checks.start(id(slug), start.minus(1, ChronoUnit.DAYS));
		this.checks.tell(ScriptedChecks.up(check, start.minus(1, ChronoUnit.HOURS)));
		for (int i = 0; i < 3; i++) {
			this.checks.tell(ScriptedChecks.down(check, start.plus(i, ChronoUnit.MINUTES)));
		}
		this.checks.tell(ScriptedChecks.down(check, Instant.now().minusSeconds(30)));
	}

	@Test
	@Order(1)
	void aNewPortalKnowsNothingAndProposesNothing() {
		assertThat(this.finder.candidates()).isEmpty();
	}

	@Test
	@Order(2)
	void deadAreThoseDownForThirtyDaysAndNotThoseNobodyWatches() {
		down(DEAD, 40);
		down(LATELY, 5);
		assertThat(of(LATELY)).isEmpty();
		assertThat(of(ALIVE)).isEmpty();
		Candidate dead = of(DEAD).orElseThrow();
		assertThat(dead.advice()).isEqualTo(Advice.RETIRE);
		assertThat(sign(dead, Kind.DEAD).since()).isEqualTo(PageClock.day(Instant.now().minus(40, ChronoUnit.DAYS)));
		for (Kind kind : List.of(Kind.UNVISITED, Kind.NO_COMPLAINTS, Kind.NO_ANSWERS)) {
			assertThat(sign(dead, kind).isKnown()).as(kind.name()).isFalse();
		}
	}

	@Test
	@Order(3)
	void whoIsMissedIsToBeRepaired() {
		down(MISSED, 31);
		this.jdbc.sql("insert into catalog.opening (day, service_id, opened) values (?, ?, 7)")
			.params(PageClock.day(Instant.now()).minusDays(3), id(MISSED).value())
			.update();
		Candidate missed = of(MISSED).orElseThrow();
		assertThat(missed.advice()).isEqualTo(Advice.REPAIR);
		assertThat(sign(missed, Kind.UNVISITED).count()).isEqualTo(7);
	}

	@Test
	@Order(4)
	void silenceCountsOnlyWhereItWasListenedToForLongEnough() {
		assertThat(of(SILENT)).isEmpty();
		LocalDate longAgo = PageClock.day(Instant.now()).minusDays(120);
		this.jdbc.sql("insert into catalog.opening (day, service_id, opened) values (?, ?, 1)")
			.params(longAgo, id(ALIVE).value())
			.update();
		Receipt receipt = this.complaints.file(id(ALIVE));
		this.jdbc.sql("update complaint.complaint set received_at = ? where id = ?")
			.params(Timestamp.from(PageClock.start(longAgo)), receipt.complaint().value())
			.update();
		assertThat(of(SILENT)).as("answers are not counted yet").isEmpty();
		answer(ALIVE, longAgo);
		Candidate silent = of(SILENT).orElseThrow();
		assertThat(silent.advice()).isEqualTo(Advice.ASK);
		assertThat(sign(silent, Kind.UNVISITED).since()).isEqualTo(longAgo);
		assertThat(of(ALIVE)).isEmpty();
		this.jdbc.sql("update catalog.service set last_reviewed = ? where slug = ?")
			.params(PageClock.day(Instant.now()).minusDays(10), SILENT)
			.update();
		assertThat(of(SILENT)).as("somebody looked at it").isEmpty();
		this.jdbc.sql("update catalog.service set last_reviewed = null where slug = ?").param(SILENT).update();
	}

	private void answer(String slug, LocalDate day) {
		this.answers.add("SHORT", slug, 1, PageClock.start(day), Duration.ZERO, (person, item) -> 4);
	}

	@Test
	@Order(5)
	void silenceIsThatOfAYear() {
		LocalDate today = PageClock.day(Instant.now());
		opened(SILENT, today.minusMonths(13));
		reviewed(SILENT, today.minusMonths(13));
		Candidate silent = of(SILENT).orElseThrow();
		assertThat(sign(silent, Kind.UNVISITED).isKnown()).isTrue();
		assertThat(sign(silent, Kind.UNVISITED).count()).isNull();
		assertThat(sign(silent, Kind.UNVISITED).since()).as("no more than a year").isEqualTo(today.minusYears(1));
		reviewed(SILENT, today.minusMonths(11));
		assertThat(of(SILENT)).as("reviewed within the year").isEmpty();
		reviewed(SILENT, null);
		opened(SILENT, today.minusMonths(11));
		assertThat(of(SILENT)).as("visited within the year").isEmpty();
		this.jdbc.sql("delete from catalog.opening where service_id = ?").param(id(SILENT).value()).update();
		assertThat(of(SILENT)).isPresent();
	}

	private void opened(String slug, LocalDate day) {
		this.jdbc.sql("insert into catalog.opening (day, service_id, opened) values (?, ?, 1)")
			.params(day, id(slug).value())
			.update();
	}

	private void reviewed(String slug, LocalDate day) {
		this.jdbc.sql("update catalog.service set last_reviewed = ? where slug = ?").params(day, slug).update();
	}

	@Test
	@Order(6)
	void whatIsOverIsNotProposedAgain() {
		this.jdbc.sql("update catalog.service set lifecycle = 'RETIRED' where slug = ?").param(DEAD).update();
		assertThat(of(DEAD)).isEmpty();
		this.jdbc.sql("update catalog.service set lifecycle = 'UNKNOWN' where slug = ?").param(DEAD).update();
		assertThat(of(DEAD)).isPresent();
	}

	@Test
	@Order(7)
	void showsReasonsAndEvidenceAsPageAndTable() {
		Document page = Jsoup.parse(body(get("/admin/mutu/pensiun")));
		assertThat(page.select("tbody tr").first().text()).contains("Pensiunkan").contains("Tidak dapat dibuka sejak");
		assertThat(page.select("tbody tr")).hasSize(20);
		assertThat(page.select("a[href='/petugas/layanan/" + DEAD + "/paspor']")).hasSize(1);
		assertThat(page.select("nav.pagination")).hasSize(1);
		assertThat(Jsoup.parse(body(get("/admin/mutu/pensiun?lang=en"))).select("h1").text()).contains("retired");
		List<String> lines = body(get("/admin/mutu/pensiun.csv")).lines().toList();
		assertThat(lines.getFirst()).contains("slug,name,agency,advice,dead,dead_since");
		assertThat(lines).anyMatch((line) -> line.startsWith(MISSED + ",") && line.contains(",REPAIR,true,"));
		assertThat(get("/admin/mutu/pensiun?halaman=99")).hasStatus(404);
	}

	private MvcTestResult get(String path) {
		Actor actor = Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null);
		return this.mvc.get()
			.uri(path)
			.with(SecurityMockMvcRequestPostProcessors
				.authentication(new TestingAuthenticationToken(actor, null, Role.ADMINISTRATOR.authority())))
			.exchange();
	}

	private static String body(MvcTestResult result) {
		assertThat(result).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
