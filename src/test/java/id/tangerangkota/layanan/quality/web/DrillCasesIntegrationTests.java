package id.tangerangkota.layanan.quality.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.casework.CaseDesk;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Indicator.Fact;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static id.tangerangkota.layanan.complaint.testing.Complaints.secret;
import static id.tangerangkota.layanan.complaint.testing.Complaints.submission;
import static org.assertj.core.api.Assertions.assertThat;

/** From the counts of a day to the complaints they are made of. */
@PortalTest
class DrillCasesIntegrationTests {

	/** To which no other test sends anything. */
	private static final AgencyId AGENCY = new AgencyId("dispora");

	private static final AgencyId OTHER = new AgencyId("dlh");

	private static final String VERIFIED = "/admin/mutu/rincian/complaint-verified";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private AutowireCapableBeanFactory beans;

	@Autowired
	private List<Indicator> indicators;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	private Complaints complaints;

	@BeforeEach
	void prepare() {
		this.complaints = this.beans.createBean(Complaints.class);
	}

	private MvcTestResult get(String path, Role role, @Nullable AgencyId agency) {
		Actor actor = Actor.staff(AccountId.random(), Set.of(role), agency);
		return this.mvc.get()
			.uri(path)
			.with(SecurityMockMvcRequestPostProcessors
				.authentication(new TestingAuthenticationToken(actor, null, role.authority())))
			.exchange();
	}

	private Document list(String query, Role role, @Nullable AgencyId agency) {
		MvcTestResult result = get(VERIFIED + "/laporan?hari=" + today() + query, role, agency);
		assertThat(result).hasStatusOk();
		return Jsoup.parse(text(result));
	}

	private static String text(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private List<String> tickets(String query, Role role, @Nullable AgencyId agency) {
		return list(query, role, agency).select("tbody th a").eachText();
	}

	private LocalDate today() {
		return PageClock.day(this.clock.instant());
	}

	private Receipt verified(Receipt receipt, AgencyId agency) {
		this.complaints.verify(receipt.complaint(), agency);
		return receipt;
	}

	private static String ticket(Receipt receipt) {
		return receipt.ticket().toString();
	}

	/** What the agency has of it, as it is counted. */
	private long counted(String indicator, AgencyId agency) {
		return this.indicators.stream()
			.filter((one) -> one.id().equals(indicator))
			.flatMap((one) -> one.count(today()).stream())
			.filter((fact) -> agency.equals(fact.agency()))
			.map(Fact::sum)
			.mapToLong((sum) -> sum.denominator())
			.sum();
	}

	@Test
	void listsExactlyWhatIsCountedForWhomeverMaySeeIt() {
		String opd = "&opd=" + AGENCY.code();
		Receipt plain = verified(this.complaints.file(), AGENCY);
		Receipt hidden = verified(this.complaints.file(secret(submission("lain-lain"), true, true)), AGENCY);
		Receipt handedOn = verified(this.complaints.file(), AGENCY);
		Receipt conduct = verified(this.complaints.file("pelayanan-aparatur"), AGENCY);
		this.complaints.as(Complaints.COORDINATOR, handedOn.complaint(),
				(desk, shown) -> desk.forward(shown, OTHER, "Ke sana."));
		Receipt others = verified(this.complaints.file(), OTHER);
		this.complaints.as(Complaints.COORDINATOR, others.complaint(),
				(desk, shown) -> desk.forward(shown, AGENCY, "Ke sini."));
		assertThat(tickets(opd, Role.LEADERSHIP, null)).hasSize((int) counted("complaint-verified", AGENCY))
			.contains(ticket(plain), ticket(hidden), ticket(handedOn))
			.doesNotContain(ticket(conduct), ticket(others));
		int pages = 1 + (Integer.parseInt(list("", Role.LEADERSHIP, null).select("dl.figures dd").last().text()) - 1)
				/ DrillCasesController.ROWS;
		assertThat(IntStream.rangeClosed(1, pages)
			.mapToObj((page) -> tickets("&halaman=" + page, Role.LEADERSHIP, null))
			.flatMap(List::stream)).as("of the city").contains(ticket(conduct), ticket(others));
		assertThat(tickets(opd, Role.COORDINATOR, null)).contains(ticket(plain), ticket(hidden), ticket(handedOn))
			.doesNotContain(ticket(conduct), ticket(others));
		assertThat(tickets(opd, Role.AGENCY_HEAD, AGENCY)).contains(ticket(plain), ticket(hidden))
			.doesNotContain(ticket(handedOn), ticket(conduct), ticket(others));
		Document page = list(opd, Role.AGENCY_HEAD, AGENCY);
		assertThat(page.select(".inset").text()).contains("tidak berwenang");
		assertThat(page.select("dl.figures dd").last().text())
			.isEqualTo(String.valueOf(counted("complaint-verified", AGENCY)));
		assertThat(page.select("main").text()).doesNotContain("Lubang");
		assertThat(list(opd, Role.LEADERSHIP, null).select(".inset")).isEmpty();
		for (String link : page.select("tbody th a").eachAttr("href")) {
			assertThat(get(link, Role.AGENCY_HEAD, AGENCY)).as(link).hasStatusOk();
		}
	}

	/** It counts for whoever owns the service, whichever agency works on it. */
	@Test
	void listsComplaintsAboutAServiceWithItsOwner() {
		ServiceId service = new ServiceId(
				this.jdbc.sql("select id from catalog.service where slug = 'dishub'").query(UUID.class).single());
		this.jdbc.sql("""
				insert into quality.owner (service_id, since, agency) values (?, '2020-01-01', 'dishub')
				on conflict do nothing""").param(service.value()).update();
		Receipt receipt = verified(this.complaints.file(service), AGENCY);
		assertThat(tickets("&layanan=dishub", Role.COORDINATOR, null)).contains(ticket(receipt));
		assertThat(tickets("&opd=dishub", Role.COORDINATOR, null)).contains(ticket(receipt));
		assertThat(tickets("&opd=" + AGENCY.code(), Role.COORDINATOR, null)).doesNotContain(ticket(receipt));
		assertThat(tickets("&opd=dishub", Role.AGENCY_HEAD, new AgencyId("dishub"))).as("works on it no more")
			.doesNotContain(ticket(receipt));
	}

	@ParameterizedTest
	@ValueSource(strings = { "complaint-verified", "complaint-started", "complaint-resolved", "complaint-reopened",
			"complaint-solved", "promised-time" })
	void eachFigureOfComplaintsHasItsList(String indicator) {
		Receipt receipt = verified(this.complaints.file(), AGENCY);
		Actor officer = Complaints.officer(AGENCY);
		this.complaints.as(officer, receipt.complaint(), CaseDesk::start);
		this.complaints.as(officer, receipt.complaint(),
				(desk, shown) -> desk.resolve(shown, Complaints.words("Sudah.")));
		this.complaints.asReporter(receipt, (citizen, key) -> citizen.rate(key, 4, true, null));
		String path = "/admin/mutu/rincian/" + indicator + "/laporan?opd=" + AGENCY.code() + "&hari=" + today();
		List<String> tickets = new ArrayList<>();
		String next = path;
		while (!next.isEmpty()) {
			Document page = Jsoup.parse(text(get(next, Role.LEADERSHIP, null)));
			tickets.addAll(page.select("tbody th a").eachText());
			next = page.select("a[rel=next]").attr("href");
		}
		assertThat(tickets).contains(ticket(receipt));
	}

	@Test
	void daysLeadThereForWhoeverWorksWithComplaints() {
		LocalDate day = today().minusDays(1);
		this.jdbc.sql("""
				insert into quality.day (day, indicator, digest, computed_at)
				values (?, 'complaint-verified', '', now()) on conflict do nothing""").param(day).update();
		this.jdbc.sql("""
				insert into quality.fact (indicator, level, subject, day, numerator, denominator)
				values ('complaint-verified', 'CITY', '', ?, 1, 2) on conflict do nothing""").param(day).update();
		String path = VERIFIED + "?rentang=bebas&dari=" + day + "&sampai=" + day;
		try {
			String link = "a[href*='/complaint-verified/laporan?'][href*='hari=" + day + "']";
			assertThat(Jsoup.parse(text(get(path, Role.COORDINATOR, null))).select(link)).hasSize(1);
			assertThat(Jsoup.parse(text(get(path, Role.AUDITOR, null))).select(link)).isEmpty();
		}
		finally {
			for (String table : List.of("quality.fact", "quality.day")) {
				this.jdbc.sql("delete from " + table + " where indicator = 'complaint-verified' and day = ?")
					.param(day)
					.update();
			}
		}
	}

	@Test
	void refusesWhatIsNoListOfComplaints() {
		assertThat(get("/admin/mutu/rincian/uptime/laporan?hari=" + today(), Role.COORDINATOR, null)).hasStatus(404);
		assertThat(get(VERIFIED + "/laporan", Role.COORDINATOR, null)).hasStatus(400);
		assertThat(get(VERIFIED + "/laporan?hari=kemarin", Role.COORDINATOR, null)).hasStatus(400);
		assertThat(get(VERIFIED + "/laporan?hari=" + today(), Role.AUDITOR, null)).hasStatus(403);
		assertThat(get(VERIFIED + "/laporan?opd=dlh&hari=" + today(), Role.AGENCY_HEAD, AGENCY)).hasStatus(404);
	}

}
