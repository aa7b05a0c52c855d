package id.tangerangkota.layanan.survey.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.availability.ScriptedChecks;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.SurveyInvitations;
import id.tangerangkota.layanan.survey.instrument.InstrumentDesk;
import id.tangerangkota.layanan.survey.instrument.InstrumentDesk.Words;
import id.tangerangkota.layanan.survey.result.SumKeeper;
import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.survey.testing.SurveyAnswers;
import id.tangerangkota.layanan.web.Links;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.QrPicture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/** Asking, answering, and what the staff do with it. */
@PortalTest
class SurveyPagesIntegrationTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private SurveyInvitations invitations;

	@Autowired
	private SumKeeper sums;

	@Autowired
	private SurveyAnswers answers;

	@Autowired
	private InstrumentDesk questions;

	@Autowired
	private Links links;

	@Autowired
	private JdbcClient jdbc;

	private ServiceId service(String slug) {
		return this.catalog.service(slug).orElseThrow().id();
	}

	private long answers(String slug) {
		return this.jdbc.sql("select count(*) from survey.answer where service_id = ?")
			.param(service(slug).value())
			.query(Long.class)
			.single();
	}

	private static RequestPostProcessor citizen() {
		return as(Actor.citizen(AccountId.random()));
	}

	private static RequestPostProcessor staff(Role role, String agency) {
		return as(Actor.staff(AccountId.random(), Set.of(role), (agency != null) ? new AgencyId(agency) : null));
	}

	private static RequestPostProcessor as(Actor actor) {
		return SecurityMockMvcRequestPostProcessors.authentication(new TestingAuthenticationToken(actor, null,
				actor.roles().stream().map(Role::authority).toArray(String[]::new)));
	}

	private static Document page(MvcTestResult result) {
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	/** Follows a page to the address that keeps its questions. */
	private MvcTestResult get(String path, RequestPostProcessor who) {
		MvcTestResult result = load(path, who);
		String next = result.getResponse().getRedirectedUrl();
		return (next != null && next.contains("susunan=")) ? load(next, who) : result;
	}

	private MvcTestResult load(String address, RequestPostProcessor who) {
		return this.mvc.get().uri(URI.create(address)).with(who).exchange();
	}

	/** Sends the form of a page, with what somebody chose. */
	private MvcTestResult send(String path, RequestPostProcessor who, Map<String, String> chosen) {
		MvcTestResult shown = get(path, who);
		assertThat(shown).hasStatusOk();
		return send(path, who, shown, chosen);
	}

	private MvcTestResult send(String path, RequestPostProcessor who, MvcTestResult shown, Map<String, String> chosen) {
		Element form = page(shown).selectFirst("main form[method=post]");
		Map<String, String> fields = new HashMap<>();
		form.select("input[type=hidden]").forEach((input) -> fields.put(input.attr("name"), input.val()));
		fields.putAll(chosen);
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri(URI.create(path))
			.with(who)
			.cookie(shown.getResponse().getCookies())
			.header("Origin", "http://localhost");
		fields.forEach(request::param);
		return request.exchange();
	}

	/** One answer to each question. */
	private static Map<String, String> all(MvcTestResult shown, String value) {
		Map<String, String> answers = new HashMap<>();
		page(shown).select("input[type=radio][name^=j-]").forEach((input) -> answers.put(input.attr("name"), value));
		return answers;
	}

	@Test
	void takesOneTapWithoutTokenOnAPageForEverybody() {
		String slug = "spmb";
		MvcTestResult shown = this.mvc.get().uri("/survei/" + slug).exchange();
		assertThat(shown).hasStatusOk();
		assertThat(shown.getResponse().getHeader("Set-Cookie")).isNull();
		assertThat(page(shown).select("input[name=_csrf]")).isEmpty();
		assertThat(page(shown).select(".rate button")).hasSize(5);
		assertThat(page(this.mvc.get().uri("/layanan/" + slug).exchange()).select(".rate button")).hasSize(5);
		long before = answers(slug);
		for (int attempt = 0; attempt < 2; attempt++) {
			assertThat(tap(slug, "4", "203.0.113.5")).hasStatus(303)
				.redirectedUrl()
				.isEqualTo("/survei/" + slug + "/terima-kasih");
		}
		assertThat(answers(slug)).isEqualTo(before + 1);
		assertThat(page(this.mvc.get().uri("/survei/" + slug + "/terima-kasih").exchange()).select(".panel h1").text())
			.isEqualTo("Terima kasih");
	}

	private MvcTestResult tap(String slug, String value, String address) {
		return this.mvc.post()
			.uri("/survei/" + slug + "/nilai")
			.header("Sec-Fetch-Site", "same-origin")
			.with((request) -> {
				request.setRemoteAddr(address);
				return request;
			})
			.param("nilai", value)
			.exchange();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "6", "", "lima", "44", "-1" })
	void takesNoTapBesidesTheScale(String value) {
		long before = answers("spmb");
		assertThat(tap("spmb", value, "203.0.113.6")).hasStatus(303).redirectedUrl().isEqualTo("/survei/spmb");
		assertThat(answers("spmb")).isEqualTo(before);
	}

	@Test
	void takesNoTapFromAnotherSite() {
		assertThat(this.mvc.post()
			.uri("/survei/spmb/nilai")
			.header("Sec-Fetch-Site", "cross-site")
			.param("nilai", "1")
			.exchange()).hasStatus(403);
	}

	@Test
	void sendsAwayWhoeverSendsTooMany() {
		int refused = 0;
		for (int i = 0; i < 35; i++) {
			refused += (tap("spmb", "1", "203.0.113.7").getResponse().getStatus() == 429) ? 1 : 0;
		}
		assertThat(refused).isBetween(1, 10);
	}

	@Test
	void asksNobodyAboutAServiceThatIsOver() {
		String slug = "ppdb";
		tap(slug, "4", "203.0.113.9");
		this.answers.add("SHORT", slug, 9, Instant.now().minusSeconds(60), Duration.ofSeconds(1), (person, item) -> 4);
		this.jdbc.sql("update catalog.service set lifecycle = 'RETIRED' where slug = ?").param(slug).update();
		try {
			long before = answers(slug);
			assertThat(tap(slug, "2", "203.0.113.8")).hasStatus(303).redirectedUrl().isEqualTo("/survei/" + slug);
			assertThat(answers(slug)).isEqualTo(before);
			assertThat(get("/survei/" + slug + "/lanjut", citizen())).hasStatus(404);
			this.sums.catchUp();
			assertThat(
					page(get("/petugas/survei/" + slug, staff(Role.LEADERSHIP, null))).select("section").first().text())
				.as("what was said before stays")
				.contains("10 orang menjawab");
			assertThat(page(get("/petugas/survei?q=" + slug, staff(Role.LEADERSHIP, null)))
				.select("a[href^='/petugas/survei/" + slug + "']")).isNotEmpty();
		}
		finally {
			this.jdbc.sql("update catalog.service set lifecycle = 'SUSPECTED_OBSOLETE' where slug = ?")
				.param(slug)
				.update();
		}
	}

	/** Two hundred services would be a hundred screens of a phone. */
	@Test
	void listsServicesByPages() {
		List<String> slugs = this.jdbc.sql("""
				select s.slug from catalog.service s join catalog.agency a on a.id = s.agency_id
				where s.lifecycle in ('ACTIVE', 'SUSPECTED_OBSOLETE') order by s.slug limit 30""")
			.query(String.class)
			.list();
		slugs.forEach((slug) -> this.answers.add("SKM", slug, 1, Instant.now().minusSeconds(600), Duration.ofSeconds(1),
				(person, item) -> 3));
		this.sums.catchUp();
		RequestPostProcessor coordinator = staff(Role.COORDINATOR, null);
		Document first = page(get("/petugas/survei", coordinator));
		assertThat(first.select("tbody tr")).hasSize(25);
		String next = first.select(".pagination a[rel=next]").attr("href");
		assertThat(page(get(next, coordinator)).select("tbody th a").eachText()).isNotEmpty()
			.doesNotContainAnyElementsOf(first.select("tbody th a").eachText());
		Document named = page(get("/petugas/survei?q=" + slugs.getFirst(), coordinator));
		assertThat(named.select("tbody th a").eachAttr("href"))
			.anyMatch((href) -> href.startsWith("/petugas/survei/" + slugs.getFirst()));
		assertThat(named.select("#saring input[name=q]").val()).isEqualTo(slugs.getFirst());
		assertThat(page(get("/petugas/survei?q=tidak-ada-yang-begini", coordinator)).select("main").text())
			.contains("Tidak ada yang cocok");
		Document ofAgency = page(get("/petugas/survei?opd=dinkes", coordinator));
		assertThat(ofAgency.select("tbody th p").eachText()).isNotEmpty().allMatch("Dinkes"::equals);
		assertThat(get("/petugas/survei?halaman=99", coordinator)).hasStatus(404);
	}

	@Test
	void asksForMoreAndThanks() {
		RequestPostProcessor somebody = citizen();
		String path = "/survei/disdukcapil/lanjut";
		long before = answers("disdukcapil");
		MvcTestResult shown = get(path, somebody);
		assertThat(page(shown).select("fieldset legend")).hasSizeBetween(7, 10);
		Map<String, String> answers = all(shown, "3");
		answers.put("gangguan", "LATELY");
		answers.put("kata", "Tolong <b>dipercepat</b>, hubungi 0812 3456 7890");
		assertThat(send(path, somebody, shown, answers)).hasStatus(303)
			.redirectedUrl()
			.isEqualTo("/survei/terima-kasih");
		assertThat(answers("disdukcapil")).isEqualTo(before + 1);
		assertThat(send(path, somebody, shown, answers)).as("the same sheet again").hasStatus(303);
		assertThat(get(path, somebody)).as("asked no more")
			.hasStatus(303)
			.redirectedUrl()
			.isEqualTo("/survei/terima-kasih");
		assertThat(answers("disdukcapil")).isEqualTo(before + 1);
		Document results = page(get("/petugas/survei/disdukcapil", staff(Role.ADMINISTRATOR, null)));
		assertThat(results.select("#tulisan ~ .timeline").text()).contains("Tolong <b>dipercepat</b>, hubungi [•••]");
		assertThat(results.select("main b")).isEmpty();
	}

	@Test
	void keepsWhatWasTypedWhenSomethingIsWrong() {
		long before = answers("dishub");
		RequestPostProcessor somebody = citizen();
		MvcTestResult shown = get("/survei/dishub/lanjut", somebody);
		String first = page(shown).selectFirst("input[type=radio][name^=j-]").attr("name");
		Map<String, String> answers = all(shown, "2");
		answers.put(first, "9");
		answers.put("kata", "Sudah saya tulis panjang");
		MvcTestResult result = send("/survei/dishub/lanjut", somebody, shown, answers);
		assertThat(result).hasStatus(422);
		assertThat(page(result).select(".error-summary a").eachAttr("href")).containsExactly("#" + first);
		assertThat(page(result).select("textarea").text()).isEqualTo("Sudah saya tulis panjang");
		assertThat(page(result).select("input[type=radio][checked]")).hasSize(answers.size() - 2);
		assertThat(page(result).select("input[name=lembar]").val()).isNotBlank();
		assertThat(send("/survei/dishub/lanjut", somebody, shown, Map.of("kata", "  "))).hasStatus(422);
		assertThat(answers("dishub")).isEqualTo(before);
	}

	@Test
	void takesWordsAlone() {
		RequestPostProcessor somebody = citizen();
		for (int sheet = 0; sheet < 6; sheet++) {
			MvcTestResult shown = get("/survei/dpad/lanjut", somebody);
			assertThat(send("/survei/dpad/lanjut", somebody, shown, Map.of("kata", "Lembar ke-" + sheet)))
				.as("of either form")
				.hasStatus(303);
			assertThat(send("/survei/dpad/lanjut", somebody, shown, Map.of("kata", "Lembar ke-" + sheet)))
				.as("the same once more")
				.hasStatus(303);
		}
		assertThat(get("/survei/dpad/lanjut", somebody)).as("they may still answer").hasStatusOk();
		assertThat(answers("dpad")).isZero();
		Document results = page(get("/petugas/survei/dpad", staff(Role.ADMINISTRATOR, null)));
		assertThat(results.select("#tulisan ~ .timeline li")).hasSize(6);
	}

	@Test
	void takesWordsBesideTheOneTap() {
		String path = "/survei/diskominfo/terima-kasih";
		RequestPostProcessor somebody = citizen();
		MvcTestResult shown = get(path, somebody);
		assertThat(send(path, somebody, shown, Map.of("kata", "a".repeat(1001)))).hasStatus(422);
		assertThat(page(send(path, somebody, shown, Map.of("kata", "a".repeat(1001)))).select(".error-summary a")
			.attr("href")).isEqualTo("#kata");
		assertThat(send(path, somebody, shown, Map.of("kata", ""))).as("nobody has to").hasStatus(303);
		for (int time = 0; time < 2; time++) {
			assertThat(send(path, somebody, shown, Map.of("kata", "Telepon saya 0812 3456 7890"))).hasStatus(303)
				.redirectedUrl()
				.isEqualTo("/survei/terima-kasih");
		}
		assertThat(answers("diskominfo")).isZero();
		Document results = page(get("/petugas/survei/diskominfo", staff(Role.ADMINISTRATOR, null)));
		assertThat(results.select("#tulisan ~ .timeline .preline").eachText()).containsExactly("Telepon saya [•••]");
	}

	@Test
	void takesNoItemsThatWereNotAsked() {
		RequestPostProcessor somebody = citizen();
		MvcTestResult shown = get("/survei/dlh/lanjut", somebody);
		Map<String, String> answers = all(shown, "2");
		answers.put("j-1-97", "1");
		answers.put("kata", "tetap ada");
		MvcTestResult result = send("/survei/dlh/lanjut", somebody, shown, answers);
		assertThat(result).hasStatus(422);
		assertThat(page(result).select(".banner-warning").text()).contains("Pertanyaannya berubah");
		assertThat(page(result).select("textarea").text()).isEqualTo("tetap ada");
		Map<String, String> forged = all(shown, "2");
		forged.put("lembar", "v1:abc:def");
		assertThat(send("/survei/dlh/lanjut", somebody, shown, forged)).hasStatus(422);
		assertThat(send("/survei/dishub/lanjut", somebody, shown, all(shown, "2"))).as("the sheet of another service")
			.hasStatus(422);
		assertThat(answers("dlh")).isZero();
	}

	/** The fields of the questions, in their order. */
	private static List<String> questions(MvcTestResult shown) {
		return page(shown).select("input[type=radio][name^=j-]").eachAttr("name").stream().distinct().toList();
	}

	@Test
	void asksTheSameWhenLoadedAgainOrInTheOtherLanguage() {
		RequestPostProcessor somebody = citizen();
		String outage = this.invitations.afterOutage(OutageId.random(), service("dpupr"), UUID.randomUUID());
		String complaint = this.invitations.afterComplaint(ComplaintId.random(), 0, service("dpupr"),
				new AgencyId("dpupr"));
		for (String path : List.of("/survei/disdukcapil/lanjut", outage, complaint)) {
			MvcTestResult first = load(path, somebody);
			assertThat(first).as(path).hasStatus(303);
			String address = first.getResponse().getRedirectedUrl();
			MvcTestResult shown = load(address, somebody);
			assertThat(shown).hasStatusOk();
			assertThat(questions(shown)).hasSizeGreaterThanOrEqualTo(6);
			assertThat(questions(load(address, somebody))).as("loaded again").isEqualTo(questions(shown));
			String english = page(shown).selectFirst("a.lang-switch").attr("href");
			MvcTestResult switched = load(english, somebody);
			assertThat(page(switched).selectFirst("html").attr("lang")).isEqualTo("en");
			assertThat(questions(switched)).as("in English").isEqualTo(questions(shown));
			assertThat(page(switched).selectFirst("a.lang-switch").attr("href")).as("and back").isEqualTo(address);
			assertThat(page(shown).select("input[name=lembar]").val()).as("a sheet of its own for each who loads it")
				.isNotEqualTo(page(load(address, citizen())).select("input[name=lembar]").val());
		}
		MvcTestResult english = load("/survei/disdukcapil/lanjut?lang=en", somebody);
		assertThat(english.getResponse().getRedirectedUrl()).contains("lang=en", "susunan=");
	}

	@Test
	void drawsAgainForWhoeverComesWithNoDrawOfThisPage() {
		RequestPostProcessor somebody = citizen();
		String complaint = this.invitations.afterComplaint(ComplaintId.random(), 0, service("dpupr"),
				new AgencyId("dpupr"));
		String ofComplaint = load(complaint, somebody).getResponse().getRedirectedUrl();
		String forAnother = ofComplaint.substring(ofComplaint.indexOf('?'));
		for (String draw : List.of("?susunan=v1:abc:def", "?susunan=", forAnother,
				forAnother.substring(0, forAnother.length() - 2))) {
			MvcTestResult result = load("/survei/disdukcapil/lanjut" + draw, somebody);
			assertThat(result).as(draw).hasStatus(303);
			assertThat(questions(load(result.getResponse().getRedirectedUrl(), somebody))).isNotEmpty();
		}
	}

	@Test
	void keepsAnswersWhenTheLanguageIsSwitchedInTheForm() {
		RequestPostProcessor somebody = citizen();
		long before = answers("rsud-kota-tangerang");
		MvcTestResult shown = get("/survei/rsud-kota-tangerang/lanjut", somebody);
		Element button = page(shown).selectFirst("main form button[name=bahasa]");
		assertThat(page(shown).select("main form button[type=submit]").first()).as("the enter key presses the first")
			.isNotEqualTo(button);
		Map<String, String> chosen = new HashMap<>();
		questions(shown).stream().limit(3).forEach((name) -> chosen.put(name, "2"));
		chosen.put("gangguan", "LATELY");
		chosen.put("kata", "Belum selesai");
		chosen.put("bahasa", "ganti");
		MvcTestResult switched = send(button.attr("formaction"), somebody, shown, chosen);
		assertThat(switched).hasStatusOk();
		assertThat(page(switched).selectFirst("html").attr("lang")).isEqualTo("en");
		assertThat(page(switched).select(".error-summary, .banner")).isEmpty();
		assertThat(questions(switched)).isEqualTo(questions(shown));
		assertThat(page(switched).select("input[type=radio][checked]")).hasSize(4);
		assertThat(page(switched).select("textarea").text()).isEqualTo("Belum selesai");
		assertThat(answers("rsud-kota-tangerang")).isEqualTo(before);
		Map<String, String> rest = all(switched, "3");
		page(switched).select("main form input[type=hidden]")
			.forEach((input) -> rest.put(input.attr("name"), input.val()));
		assertThat(send(page(switched).selectFirst("main form").attr("action"), somebody, shown, rest)).hasStatus(303);
		assertThat(answers("rsud-kota-tangerang")).isEqualTo(before + 1);
	}

	@Test
	void showsASheetAgainWhoseTokenHasExpired() {
		RequestPostProcessor somebody = citizen();
		MvcTestResult shown = get("/survei/bapenda/lanjut", somebody);
		MockMvcTester.MockMvcRequestBuilder late = this.mvc.post()
			.uri("/survei/bapenda/lanjut")
			.with(somebody)
			.header("Sec-Fetch-Site", "same-origin")
			.param("_csrf", "kedaluwarsa")
			.param("lembar", page(shown).select("input[name=lembar]").val())
			.param("kata", "jangan hilang");
		late.contentType("application/x-www-form-urlencoded");
		all(shown, "4").forEach(late::param);
		MvcTestResult again = late.exchange();
		assertThat(again).forwardedUrl().isEqualTo("/kirim-ulang");
	}

	@Test
	void asksAfterAComplaintByItsLinkOnce() {
		String path = this.invitations.afterComplaint(ComplaintId.random(), 0, service("dpupr"), new AgencyId("dpupr"));
		MvcTestResult shown = get(path, citizen());
		assertThat(shown).hasStatusOk();
		assertThat(page(shown).select("fieldset legend")).hasSize(8);
		assertThat(page(shown).select("input[name=beres]")).hasSize(2);
		assertThat(page(shown).select("meta[name=robots]").attr("content")).isEqualTo("noindex");
		RequestPostProcessor reporter = citizen();
		assertThat(send(path, reporter, all(shown, "1"))).hasStatus(422);
		MvcTestResult own = get(path, reporter);
		assertThat(send(path, reporter, own, all(own, "2"))).hasStatus(303);
		assertThat(get(path, citizen())).hasStatus(303).redirectedUrl().isEqualTo("/survei/terima-kasih");
		assertThat(get(path.substring(0, path.length() - 1), citizen())).hasStatus(404);
		assertThat(get("/survei/gangguan/" + path.substring(path.lastIndexOf('/') + 1), citizen())).hasStatus(404);
	}

	@Test
	void asksAfterAnOutageByItsLinkOnce() {
		String path = this.invitations.afterOutage(OutageId.random(), service("dpupr"), UUID.randomUUID());
		MvcTestResult shown = get(path, citizen());
		assertThat(shown).hasStatusOk();
		assertThat(page(shown).select("h1").text()).isEqualTo("Bagaimana layanan setelah gangguan?");
		assertThat(page(shown).select("fieldset legend")).hasSizeBetween(6, 9);
		assertThat(page(shown).select("input[name=gangguan], input[name=beres]")).isEmpty();
		assertThat(page(shown).select("meta[name=robots]").attr("content")).isEqualTo("noindex");
		RequestPostProcessor follower = citizen();
		MvcTestResult own = get(path, follower);
		Map<String, String> wrong = all(own, "9");
		assertThat(send(path, follower, own, wrong)).hasStatus(422);
		assertThat(send(path, follower, own, all(own, "2"))).hasStatus(303)
			.redirectedUrl()
			.isEqualTo("/survei/terima-kasih");
		assertThat(this.jdbc.sql("""
				select stratum from survey.answer where service_id = ? and occasion = 'OUTAGE'""")
			.param(service("dpupr").value())
			.query(String.class)
			.list()).containsExactly("INVITED");
		assertThat(get(path, citizen())).hasStatus(303).redirectedUrl().isEqualTo("/survei/terima-kasih");
		assertThat(send(path, follower, own, all(own, "2"))).as("sent again").hasStatus(303);
		String next = this.invitations.afterOutage(OutageId.random(), service("dpupr"), UUID.randomUUID());
		assertThat(get(next, follower)).as("who has answered in this quarter is not asked")
			.hasStatus(303)
			.redirectedUrl()
			.isEqualTo("/survei/terima-kasih");
		assertThat(get("/survei/pengaduan/" + next.substring(next.lastIndexOf('/') + 1), citizen())).hasStatus(404);
		assertThat(get(next + "A", citizen())).hasStatus(404);
	}

	@Test
	void asksAtACounterForAllNineParts() {
		String path = "/survei/loket/disdukcapil";
		MvcTestResult shown = get(path, citizen());
		assertThat(page(shown).select("fieldset legend")).hasSize(9);
		assertThat(page(shown).select("select[name=layanan] option")).hasSizeGreaterThan(1);
		Map<String, String> answers = all(shown, "4");
		String missing = answers.keySet().iterator().next();
		answers.remove(missing);
		assertThat(page(send(path, citizen(), shown, answers)).select(".error-summary a").eachAttr("href"))
			.containsExactly("#" + missing);
		answers.put(missing, "3");
		answers.put("layanan", "spmb");
		assertThat(send(path, citizen(), shown, answers)).hasStatus(303);
		assertThat(this.jdbc.sql(
				"select service_id is null from survey.answer where agency = 'disdukcapil' and occasion = 'COUNTER' order by at desc limit 1")
			.query(Boolean.class)
			.single()).as("no service of this agency").isTrue();
		RequestPostProcessor shared = SecurityMockMvcRequestPostProcessors.anonymous();
		long before = counters();
		for (int person = 1; person <= 2; person++) {
			MvcTestResult next = get(path, shared);
			MvcTestResult sent = send(path, shared, next, all(next, "4"));
			assertThat(sent).hasStatus(303);
			Document thanks = page(
					this.mvc.get().uri("/survei/terima-kasih").cookie(next.getResponse().getCookies()).exchange());
			assertThat(thanks.select(".banner-warning").text().contains("Dari perangkat ini sudah ada jawaban"))
				.as("person %d at one device", person)
				.isEqualTo(person == 2);
		}
		assertThat(counters()).isEqualTo(before + 1);
		Document poster = page(this.mvc.get().uri(path + "/cetak").exchange());
		String address = this.links.absolute(path);
		assertThat(poster.select("svg.qr path").attr("d")).as("what a phone reads on the wall")
			.isEqualTo(QrPicture.forPaper(address).path())
			.isNotEqualTo(QrPicture.forPaper(address + "x").path());
		assertThat(URI.create(address).getPath()).isEqualTo(path);
		assertThat(poster.select("main").text()).contains("/survei/loket/disdukcapil");
		assertThat(get("/survei/loket/tidak-ada", citizen())).hasStatus(404);
	}

	private long counters() {
		return this.jdbc.sql("select count(*) from survey.answer where agency = 'disdukcapil' and occasion = 'COUNTER'")
			.query(Long.class)
			.single();
	}

	@Test
	void publishesTheSatisfactionSurvey() {
		// Kept from now on.
		assertThat(page(this.mvc.get().uri("/mutu/skm/2025-q1").exchange()).select(".figures")).isEmpty();
		String agency = "skm-coba";
		int version = this.jdbc
			.sql("select id from survey.instrument_version where instrument = 'SKM' and state = 'OPEN'")
			.query(Integer.class)
			.single();
		for (int i = 0; i < 12; i++) {
			this.jdbc
				.sql("""
						insert into survey.answer (sheet_id, version_id, at, agency, occasion, stratum, marks)
						values (gen_random_uuid(), :version, timestamptz '2025-02-03 10:00+07', :agency, 'COUNTER', 'COUNTER',
							array[14, 24, 33, 44, 54, 64, 74, 82, 94]::smallint[])""")
				.param("version", version)
				.param("agency", agency)
				.update();
		}
		this.jdbc.sql("insert into survey.touched (service_id, day) values (null, '2025-02-03')").update();
		this.sums.catchUp();
		await()
			.untilAsserted(() -> assertThat(page(this.mvc.get().uri("/mutu/skm/2025-q1").exchange()).select(".figures"))
				.isNotEmpty());
		Document page = page(this.mvc.get().uri("/mutu/skm/2025-q1").exchange());
		// (7 × 4 + 3 + 2) × 25/9 = 33 × 25/9 = 91.666…
		assertThat(page.select(".figures").text()).contains("91,67", "A, sangat baik");
		assertThat(page.select("#unsur ~ table tbody tr")).hasSize(9);
		assertThat(page.select("#terlemah ~ ol li").first().text()).contains("Penanganan pengaduan");
		assertThat(page.select("#perangkat ~ table").text()).contains("skm-coba", "91,67");
		assertThat(page.select("main").text()).contains("Menurut kuesioner versi 1, yang dipakai sejak");
		MvcTestResult csv = this.mvc.get().uri(page.select("a[href$=csv]").attr("href")).exchange();
		assertThat(csv).hasStatusOk().hasContentTypeCompatibleWith("text/csv");
		String table = new String(csv.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
		assertThat(table.lines()).hasSize(12)
			.anyMatch((line) -> line.startsWith("Kota Tangerang,,,12,,,91.67,A,1,"))
			.anyMatch((line) -> line.startsWith("Kota Tangerang,U3,") && line.contains(",12,36,3.000,,"))
			.anyMatch((line) -> line.startsWith("skm-coba,,,12,,,91.67,A,1,"));
		assertThat(this.mvc.get().uri(page.select("a[href$=xlsx]").attr("href")).exchange()).hasStatusOk()
			.hasContentTypeCompatibleWith("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
		assertThat(this.mvc.get().uri("/mutu/skm/2999/unduh.csv").exchange()).hasStatus(404);
		assertThat(page(this.mvc.get().uri("/mutu/skm/2025-q1?lang=en").exchange()).select(".figures").text())
			.contains("91.67", "A, very good");
		assertThat(page(this.mvc.get().uri("/mutu/skm/2025-q2").exchange()).select("main").text())
			.contains("Belum ada yang menjawab");
		assertThat(page(this.mvc.get().uri("/mutu/skm").exchange()).select("a[href='/mutu/skm/2025-q1']")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2999", "2026-s3", "semua", "2026-Q1" })
	void knowsNoSuchPeriod(String period) {
		assertThat(this.mvc.get().uri("/mutu/skm/" + period).exchange()).hasStatus(404);
	}

	@Test
	void plansAndFinishesWhatIsDone() {
		RequestPostProcessor head = staff(Role.AGENCY_HEAD, "dishub");
		String path = "/petugas/survei/tindak-lanjut";
		String period = "2025-s2";
		Map<String, String> typed = new HashMap<>(Map.of("periode", period, "unsur", "U3", "opd", "dishub", "tindakan",
				"Menambah loket", "penanggung", "Kepala Bidang", "tenggat", "2027-01-31"));
		assertThat(send(path + "/baru", head, typed)).hasStatus(303);
		typed.put("opd", "dlh");
		assertThat(send(path + "/baru", head, typed)).as("another agency").hasStatus(422);
		typed.put("opd", "dishub");
		typed.put("tenggat", "2027-02-30");
		assertThat(page(send(path + "/baru", head, typed)).select(".error-summary a").eachAttr("href"))
			.containsExactly("#tenggat");
		Document list = page(get(path + "?periode=" + period, head));
		String id = list.select("tbody a").attr("href").replaceAll(".*/", "");
		assertThat(get(path + "/" + id, staff(Role.AGENCY_HEAD, "dlh"))).hasStatus(404);
		assertThat(get(path + "/" + id, staff(Role.OFFICER, "dishub"))).hasStatus(403);
		assertThat(send(path + "/" + id, head, Map.of("tindakan", "Menambah loket", "penanggung", "Kepala Bidang",
				"tenggat", "2027-01-31", "selesai", "2026-11-01", "hasil", "")))
			.hasStatus(422);
		assertThat(page(send(path + "/" + id, head,
				Map.of("tindakan", "Menambah loket", "penanggung", "Kepala Bidang", "tenggat", "2027-01-31", "selesai",
						"2099-12-31", "hasil", "Antrean turun")))
			.select(".error-summary a")
			.text()).as("nobody knows what will be done").isEqualTo("Isi tanggal hari ini atau sebelumnya");
		assertThat(send(path + "/" + id, head, Map.of("tindakan", "Menambah loket", "penanggung", "Kepala Bidang",
				"tenggat", "2027-01-31", "selesai", "2026-11-01", "hasil", "Antrean turun")))
			.hasStatus(303);
		assertThat(page(this.mvc.get().uri("/mutu/skm/" + period).exchange()).select("#tindak ~ table").text())
			.contains("Menambah loket", "Kepala Bidang", "Selesai 1 Nov 2026", "Antrean turun");
	}

	@Test
	void writesDownOnceAndTakesBack() {
		RequestPostProcessor head = staff(Role.AGENCY_HEAD, "dishub");
		String path = "/petugas/survei/tindak-lanjut";
		MvcTestResult shown = get(path + "/baru?periode=2025-s1", head);
		Map<String, String> typed = Map.of("periode", "2025-s1", "unsur", "U3", "opd", "dishub", "tindakan",
				"Menambah kursi", "penanggung", "Kepala Bidang", "tenggat", "2027-01-31");
		for (int time = 0; time < 2; time++) {
			assertThat(send(path + "/baru", head, shown, typed)).hasStatus(303);
		}
		String list = path + "?periode=2025-s1";
		assertThat(page(get(list, head)).select("tbody tr")).hasSize(1);
		String one = page(get(list, head)).select("tbody a").attr("href");
		MvcTestResult form = get(one, head);
		assertThat(post(one + "/tarik", staff(Role.AGENCY_HEAD, "dlh"), form, Map.of())).hasStatus(404);
		assertThat(post(one + "/tarik", head, form, Map.of())).hasStatus(303);
		assertThat(page(get(list, head)).select("tbody tr")).isEmpty();
		assertThat(get(one, head)).hasStatus(404);
		assertThat(send(path + "/baru", head, shown, typed)).as("and the old form brings it not back").hasStatus(303);
		assertThat(page(get(list, head)).select("tbody tr")).isEmpty();
		assertThat(this.jdbc
			.sql("select action from audit.entry where subject_kind = 'follow-up' and subject_id = ? order by seq")
			.param(one.replaceAll(".*/", ""))
			.query(String.class)
			.list()).containsExactly("survey.follow-up-planned", "survey.follow-up-withdrawn");
	}

	@Test
	void showsAnAgencyAndTheCityAllThatIsSaidToThem() {
		RequestPostProcessor head = staff(Role.AGENCY_HEAD, "satpolpp");
		int version = this.jdbc
			.sql("select id from survey.instrument_version where instrument = 'SKM' and state = 'OPEN'")
			.query(Integer.class)
			.single();
		this.jdbc.sql("""
				insert into survey.answer (sheet_id, version_id, at, agency, occasion, stratum, marks)
				select gen_random_uuid(), :version, now(), 'satpolpp', 'COUNTER', 'COUNTER',
					array[14, 24, 31, 44, 54, 64, 74, 84, 94]::smallint[] from generate_series(1, 12)""")
			.param("version", version)
			.update();
		this.jdbc.sql("insert into survey.touched (service_id, day) values (null, ?)")
			.param(LocalDate.now(AvailabilityReport.ZONE))
			.update();
		this.answers.add("SKM", "satpol-pp", 3, Instant.now().minusSeconds(600), Duration.ofSeconds(1),
				(person, item) -> 3);
		MvcTestResult counter = get("/survei/loket/satpolpp", citizen());
		Map<String, String> words = all(counter, "3");
		words.put("kata", "Kursi tunggunya kurang");
		assertThat(send("/survei/loket/satpolpp", citizen(), words)).hasStatus(303);
		this.sums.catchUp();
		Document list = page(get("/petugas/survei", head));
		assertThat(list.select("a[href^='/petugas/survei/opd/satpolpp']")).hasSize(1);
		assertThat(list.select("a[href^='/petugas/survei/kota']")).isEmpty();
		assertThat(list.select("tbody tr:has(a[href^='/petugas/survei/satpol-pp'])").text())
			.as("a service with nothing but the official survey")
			.contains(" 3 0 Kurang dari 10 orang");
		Document agency = page(get("/petugas/survei/opd/satpolpp", head));
		assertThat(agency.select("#unsur ~ table tbody tr")).hasSize(9);
		assertThat(agency.select("#terlemah ~ ol li").first().text()).contains("waktu");
		assertThat(agency.select("#tulisan ~ .timeline .preline").eachText()).contains("Kursi tunggunya kurang");
		assertThat(agency.select("table caption").eachText()).contains("Dimensi", "Sembilan unsur");
		assertThat(agency.select("form[action$=tulisan]")).as("not for whom it is about").isEmpty();
		MvcTestResult csv = get(agency.select("a[href*='unduh.csv']").attr("href"), head);
		assertThat(csv).hasStatusOk();
		assertThat(csv.getResponse().getHeader("Content-Disposition")).contains("survei-opd-satpolpp-");
		assertThat(get("/petugas/survei/opd/satpolpp", staff(Role.OFFICER, "dishub"))).hasStatus(404);
		assertThat(get("/petugas/survei/opd/satpolpp/unduh.csv", staff(Role.OFFICER, "dishub"))).hasStatus(404);
		assertThat(get("/petugas/survei/opd/tidak-ada", staff(Role.LEADERSHIP, null))).hasStatus(404);
		assertThat(get("/petugas/survei/kota", head)).hasStatus(403);
		Document city = page(get("/petugas/survei/kota", staff(Role.LEADERSHIP, null)));
		assertThat(city.select("h1").text()).isEqualTo("Kota Tangerang");
		assertThat(city.select("#unsur ~ table tbody tr")).hasSize(9);
		assertThat(get("/petugas/survei/kota/unduh.xlsx", staff(Role.LEADERSHIP, null))).hasStatusOk();
		for (String language : List.of("", "?lang=en")) {
			assertThat(page(get("/petugas/survei/opd/satpolpp" + language, head)).select("[id]").eachAttr("id"))
				.doesNotHaveDuplicates();
		}
	}

	@Test
	void hidesWordsThatShouldNotStandThere() {
		String path = "/survei/bpkd/terima-kasih";
		assertThat(send(path, citizen(), Map.of("kata", "Pak Budi dari RT 3 pemarah"))).hasStatus(303);
		RequestPostProcessor coordinator = staff(Role.COORDINATOR, null);
		String results = "/petugas/survei/bpkd";
		MvcTestResult shown = get(results, coordinator);
		String remark = page(shown).select("form[action='" + results + "/tulisan'] input[name=tulisan]").val();
		Map<String, String> chosen = Map.of("tulisan", remark, "halaman", "2");
		assertThat(post(results + "/tulisan", staff(Role.AGENCY_HEAD, "bpkd"), shown, chosen)).hasStatus(403);
		assertThat(post("/petugas/survei/dishub/tulisan", coordinator, shown, chosen)).as("not about this one")
			.hasStatus(404);
		assertThat(post(results + "/tulisan", coordinator, shown, Map.of("tulisan", "x"))).hasStatus(404);
		assertThat(post(results + "/tulisan", coordinator, shown, chosen)).hasStatus(303)
			.redirectedUrl()
			.isEqualTo(results + "?periode=" + LocalDate.now(AvailabilityReport.ZONE).getYear());
		assertThat(post(results + "/tulisan", coordinator, shown, chosen)).as("it is hidden").hasStatus(404);
		assertThat(page(get(results, coordinator)).select("main").text()).doesNotContain("Budi");
		assertThat(this.jdbc.sql("select count(*) from audit.entry where action = ? and subject_id = ?")
			.params("survey.remark-hidden", remark)
			.query(Long.class)
			.single()).isOne();
	}

	@Test
	void asksByTheWordsOfTheOpenVersion() {
		try (Acting acting = Acting.as(Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null))) {
			assertThat(heading("/survei/dinsos", "main h1")).isEqualTo("Seberapa baik layanan ini bagi Anda?");
			ask(new Words("Puaskah Anda?", "Are you content?"));
			await().untilAsserted(() -> assertThat(heading("/survei/dinsos", "main h1")).isEqualTo("Puaskah Anda?"));
			await().untilAsserted(
					() -> assertThat(heading("/layanan/dinsos", ".card:has(.rate) h2")).isEqualTo("Puaskah Anda?"));
			assertThat(heading("/layanan/dinsos?lang=en", ".card:has(.rate) h2")).isEqualTo("Are you content?");
			this.questions.close(Instrument.SHORT);
			await().untilAsserted(() -> assertThat(heading("/layanan/dinsos", ".card:has(.rate) h2")).isEmpty());
			ask(new Words("Seberapa baik layanan ini bagi Anda?", "How good is this service for you?"));
			await().untilAsserted(() -> assertThat(heading("/layanan/dinsos", ".card:has(.rate) h2")).isNotEmpty());
		}
	}

	private void ask(Words words) {
		this.questions.reword(Instrument.SHORT, Map.of("R1", words));
		this.questions.open(Instrument.SHORT);
	}

	private String heading(String path, String selector) {
		return page(this.mvc.get().uri(path).exchange()).select(selector).text();
	}

	@Test
	void showsResultsToThoseWhoRunTheService() {
		assertThat(get("/petugas/survei", staff(Role.OFFICER, "dishub"))).hasStatusOk();
		assertThat(get("/petugas/survei/disdukcapil", staff(Role.OFFICER, "dishub"))).hasStatus(404);
		assertThat(get("/petugas/survei/disdukcapil", staff(Role.OFFICER, "disdukcapil"))).hasStatusOk();
		assertThat(get("/petugas/survei/disdukcapil?halaman=9", staff(Role.LEADERSHIP, null))).hasStatus(404);
		assertThat(get("/petugas/survei/tidak-ada", staff(Role.LEADERSHIP, null))).hasStatus(404);
	}

	@Test
	void hidesFiguresOfFewerThanTen() {
		UUID service = service("dispora").value();
		int version = this.jdbc
			.sql("select id from survey.instrument_version where instrument = 'SHORT' and state = 'OPEN'")
			.query(Integer.class)
			.single();
		List<Integer> counts = new ArrayList<>(List.of(9, 1));
		RequestPostProcessor reader = staff(Role.LEADERSHIP, null);
		for (int count : counts) {
			for (int i = 0; i < count; i++) {
				this.jdbc
					.sql("""
							insert into survey.answer (sheet_id, version_id, at, service_id, occasion, stratum, marks)
							values (gen_random_uuid(), :version, now(), :service, 'SERVICE', 'ANONYMOUS', array[15]::smallint[])""")
					.param("version", version)
					.param("service", service)
					.update();
			}
			this.jdbc.sql("insert into survey.touched (service_id, day) values (?, ?)")
				.params(service, LocalDate.now(AvailabilityReport.ZONE))
				.update();
			this.sums.catchUp();
			String text = page(get("/petugas/survei/dispora", reader)).select("section").first().text();
			if (count == 9) {
				assertThat(text).doesNotContain("5,00");
			}
			else {
				assertThat(text).contains("5,00", "Kurang dari 30 orang");
			}
		}
	}

	@Test
	void tellsNothingOfTheOneWhoIsLeft() {
		String slug = "inspektorat";
		SkmPeriod quarter = SkmPeriod.quarter(PageClock.day(Instant.now()).minusMonths(3));
		this.answers.add("ESQUAL", slug, 12, PageClock.start(quarter.days().first()), Duration.ofSeconds(1),
				(person, item) -> 1 + person % 5);
		this.jdbc
			.sql("""
					update survey.answer set outage = case when at = (select max(at) from survey.answer where service_id = :service)
						then 'NOW' else 'NO' end where service_id = :service""")
			.param("service", service(slug).value())
			.update();
		this.jdbc.sql(
				"insert into survey.touched (service_id, day) select service_id, day from survey.answer where service_id = ?")
			.param(service(slug).value())
			.update();
		this.sums.catchUp();
		RequestPostProcessor reader = staff(Role.LEADERSHIP, null);
		assertThat(page(get("/petugas/survei/" + slug, reader)).select("main").text())
			.as("of a time that goes on only the whole")
			.contains("bila Anda memilih satu triwulan")
			.doesNotContain("Tanpa gangguan");
		Document page = page(get("/petugas/survei/" + slug + "?periode=" + quarter, reader));
		assertThat(page.select("section table").first().text()).contains("12 2,9");
		for (String part : List.of("Ada gangguan", "Tanpa gangguan")) {
			assertThat(page.select("table:has(caption:containsOwn(" + part + ")) tbody tr").eachText()).as(part)
				.hasSize(4)
				.noneMatch((row) -> row.contains("2,9"));
		}
		assertThat(page.select("table:has(caption:containsOwn(Tanpa gangguan)) tbody tr").first().text())
			.contains("11 Tidak ditampilkan, karena jawaban kurang dari 10 orang dapat dihitung darinya");
		String file = new String(get("/petugas/survei/" + slug + "/unduh.csv?periode=" + quarter, reader).getResponse()
			.getContentAsByteArray(), StandardCharsets.UTF_8);
		assertThat(file.lines()).anyMatch((line) -> line.contains(
				"Tanpa gangguan dalam sebulan terakhir (menurut jawaban atau pengukuran),Efisiensi,11,,,,,,,,,,"));
	}

	@Test
	void showsAllThatFollowsFromAnswersAndHandsItOut() throws Exception {
		String slug = "bkpsdm";
		Instant start = Instant.now().minus(Duration.ofHours(3));
		// Each of 40 says the same to all items: 1 to 5 one after the other.
		this.answers.add("ESQUAL", slug, 20, start.plus(Duration.ofMinutes(10)), Duration.ofMinutes(1),
				(person, item) -> 1 + person % 5);
		this.answers.add("ESQUAL", slug, 20, start.plus(Duration.ofMinutes(70)), Duration.ofMinutes(1),
				(person, item) -> 1 + person % 5);
		Document page = page(get("/petugas/survei/" + slug, staff(Role.LEADERSHIP, null)));
		Element section = page.select("section").first();
		assertThat(section.select("h2").text()).contains("E-S-QUAL", "versi", "sejak");
		assertThat(section.text()).contains("40 orang menjawab. Dibutuhkan 384", "Rata-rata semua dimensi: 3,00");
		assertThat(section.select("table").first().select("tbody tr").eachText())
			// The variance of the mean is 80/39/40, and t for 39 is 2.0227.
			.allMatch((row) -> row.contains("40 3,00 95 %: 2,54 sampai 3,46 50,0 40 % 1,00"))
			.hasSize(4);
		assertThat(section.select("table").first().select("tbody tr").first().text())
			.contains("Sangat tidak setuju 64, Tidak setuju 64, Netral 64, Setuju 64, Sangat setuju 64");
		assertThat(section.select("svg.likert").first().select("path")).hasSize(5);
		String csv = page.select("a[href*='unduh.csv']").attr("href");
		MvcTestResult file = get(csv, staff(Role.LEADERSHIP, null));
		assertThat(file).hasStatusOk();
		assertThat(file.getResponse().getHeader("Cache-Control")).contains("no-store");
		List<NamedCsvRecord> rows = CsvReader.builder()
			.ofNamedCsvRecord(
					new String(file.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8).substring(1))
			.stream()
			.toList();
		assertThat(rows).hasSize(section.select("tbody tr").size());
		NamedCsvRecord first = rows.getFirst();
		assertThat(first.getField("Dimensi atau pertanyaan")).isEqualTo("Efisiensi");
		assertThat(first.getField("Orang")).isEqualTo("40");
		assertThat(first.getField("Rata-rata")).isEqualTo("3.0");
		assertThat(Double.parseDouble(first.getField("Batas bawah 95 %"))).isCloseTo(2.54, within(0.005));
		assertThat(Double.parseDouble(first.getField("Batas atas 95 %"))).isCloseTo(3.46, within(0.005));
		assertThat(first.getField("Nilai 0–100")).isEqualTo("50.0");
		assertThat(first.getField("Bagian dua nilai teratas (0–1)")).isEqualTo("0.4");
		assertThat(Double.parseDouble(first.getField("Alfa Cronbach"))).isCloseTo(1, within(1e-9));
		assertThat(first.getField("Banyaknya nilai 5")).isEqualTo("64");
		assertThat(get(csv.replace("csv", "xlsx"), staff(Role.OFFICER, slug))).hasStatusOk();
		assertThat(get(csv, staff(Role.OFFICER, "dishub"))).hasStatus(404);
	}

	@Test
	void letsAdministratorsDecideAboutFloods() {
		UUID burst = UUID.randomUUID();
		this.jdbc.sql("""
				insert into survey.burst (id, kind, service_id, starts, ends, answers, found_at)
				values (:id, 'CROWD', :service, now() - interval '1 hour', now(), 70, now())""")
			.param("id", burst)
			.param("service", service("bpbd").value())
			.update();
		RequestPostProcessor administrator = staff(Role.ADMINISTRATOR, null);
		MvcTestResult shown = get("/admin/survei/lonjakan", administrator);
		Element form = page(shown).selectFirst("form[action='/admin/survei/lonjakan/" + burst + "']");
		assertThat(form).isNotNull();
		assertThat(page(shown).select("main").text()).contains("daripada biasanya dalam sepuluh menit", "70 jawaban");
		assertThat(decide(burst.toString(), "entah", administrator, shown)).hasStatus(404);
		assertThat(decide("bukan-nomor", "asli", administrator, shown)).hasStatus(404);
		assertThat(decide(burst.toString(), "asli", staff(Role.OFFICER, "bpbd"), shown)).hasStatus(403);
		assertThat(decide(burst.toString(), "curang", administrator, shown)).hasStatus(303);
		assertThat(decide(burst.toString(), "asli", administrator, shown)).as("it is decided").hasStatus(404);
		assertThat(this.jdbc.sql("select decision from survey.burst where id = ?")
			.param(burst)
			.query(String.class)
			.single()).isEqualTo("STUFFED");
		assertThat(page(get("/admin/survei/lonjakan", administrator)).select("main").text())
			.contains("Diputuskan: curang");
	}

	private MvcTestResult decide(String burst, String decision, RequestPostProcessor who, MvcTestResult shown) {
		return post("/admin/survei/lonjakan/" + burst, who, shown, Map.of("putusan", decision));
	}

	/** With the token of a page. */
	private MvcTestResult post(String path, RequestPostProcessor who, MvcTestResult shown, Map<String, String> fields) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri(URI.create(path))
			.with(who)
			.cookie(shown.getResponse().getCookies())
			.header("Origin", "http://localhost")
			.param("_csrf", page(shown).select("main input[name=_csrf]").first().val());
		fields.forEach(request::param);
		return request.exchange();
	}

	@Test
	void asksNobodyByAQuestionnaireThatIsClosed() {
		RequestPostProcessor administrator = staff(Role.ADMINISTRATOR, null);
		MvcTestResult shown = get("/admin/survei/skm", administrator);
		assertThat(post("/admin/survei/skm/tutup", administrator, shown, Map.of())).hasStatus(303);
		try {
			assertThat(page(get("/survei/loket/disdukcapil", citizen())).select("h1").text())
				.isEqualTo("Survei ini sudah ditutup");
			for (int visitor = 0; visitor < 12; visitor++) {
				assertThat(page(get("/survei/disdukcapil/lanjut", citizen())).select("input[type=radio][value='5']"))
					.as("the other form")
					.isNotEmpty();
			}
			assertThat(page(get("/admin/survei", administrator)).select("main").text()).contains("Ditutup");
			assertThat(this.jdbc.sql("""
					select action from audit.entry where subject_kind = 'instrument' and subject_id = 'SKM'
					order by seq desc limit 1""").query(String.class).single()).isEqualTo("survey.instrument-closed");
		}
		finally {
			this.jdbc.sql("""
					update survey.instrument_version set state = 'OPEN', closed_at = null
					where instrument = 'SKM' and number = 1""").update();
		}
		assertThat(page(get("/survei/loket/disdukcapil", citizen())).select("fieldset legend")).hasSize(9);
	}

	@Test
	void letsAdministratorsKeepQuestions() {
		RequestPostProcessor administrator = staff(Role.ADMINISTRATOR, null);
		for (String path : List.of("/admin/survei", "/admin/survei/erecs", "/admin/survei/erecs/ubah",
				"/admin/survei/lonjakan", "/admin/survei/pengguna", "/petugas/survei/tindak-lanjut")) {
			for (String language : List.of("", "?lang=en")) {
				Document page = page(get(path + language, administrator));
				assertThat(page.select("h1")).as(path).hasSize(1);
				assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
			}
		}
		assertThat(get("/admin/survei/lain", administrator)).hasStatus(404);
		MvcTestResult shown = get("/admin/survei/erecs/ubah", administrator);
		Map<String, String> words = new HashMap<>();
		page(shown).select("main input[type=text]").forEach((input) -> words.put(input.attr("name"), input.val()));
		words.put("id-RES1", " ");
		assertThat(send("/admin/survei/erecs/ubah", administrator, shown, words)).hasStatus(422);
		words.put("id-RES1", "Laporan saya lekas ditanggapi.");
		assertThat(send("/admin/survei/erecs/ubah", administrator, shown, words)).hasStatus(303);
		MvcTestResult draft = get("/admin/survei/erecs", administrator);
		assertThat(page(draft).text()).contains("Naskah, belum ditanyakan", "Laporan saya lekas ditanggapi.");
		MockMvcTester.MockMvcRequestBuilder open = this.mvc.post()
			.uri("/admin/survei/erecs/buka")
			.with(administrator)
			.cookie(draft.getResponse().getCookies())
			.header("Origin", "http://localhost")
			.param("_csrf", page(draft).select("main input[name=_csrf]").first().val());
		assertThat(open.exchange()).hasStatus(303);
		assertThat(open.exchange()).as("there is no draft any more").hasStatus(404);
	}

	@ParameterizedTest
	@CsvSource({ "spmb, 12.500, 303", "spmb, 0, 422", "spmb, banyak, 422", "tidak-ada, 10, 422", "spmb, 999999999, 422",
			"spmb, 1.957.349, 303", "spmb, 1957349, 303", "spmb, '12,5', 422", "spmb, 12.5, 422", "spmb, 1.2345, 422",
			"spmb, '1,957,349', 422", "spmb, 12 500, 422" })
	void takesTheNumberOfUsers(String slug, String people, int status) {
		assertThat(send("/admin/survei/pengguna", staff(Role.ADMINISTRATOR, null),
				Map.of("layanan", slug, "jumlah", people)))
			.hasStatus(status);
	}

}
