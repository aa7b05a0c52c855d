package id.tangerangkota.layanan.complaint.queue;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.casework.CaseAccess;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.web.testing.Statements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the queue costs with many complaints. In an ordinary build there are a few
 * thousand, and only the number of statements is held; {@code -Pqueue} writes a million
 * and holds the times.
 */
// A database of its own: others would find a million complaints.
@Tag("speed")
@SpringBootTest(properties = "spring.application.name=queue")
@Import(Letterbox.class)
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseQueueIntegrationTests {

	private static final Logger log = LoggerFactory.getLogger(CaseQueueIntegrationTests.class);

	private static final int MANY = 1_000_000;

	private static final int RUNS = 15;

	private static final int WARM_UP = 8;

	/** Uncached, from the request to the last byte of the page. */
	private static final Duration LONGEST = Duration.ofMillis(100);

	private static final String QUEUE = "/petugas/pengaduan";

	private static final AgencyId ROADS = new AgencyId("dpupr");

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private CaseQueue queue;

	@Autowired
	private CaseCounts counts;

	@Autowired
	private CaseExport export;

	@Autowired
	private MockMvcTester mvc;

	@Value("${queue.complaints:4000}")
	private int complaints;

	private final Actor coordinator = Actor.staff(AccountId.random(), Set.of(Role.COORDINATOR), null);

	private final Actor officer = Actor.staff(new AccountId(ManyComplaints.OFFICER), Set.of(Role.OFFICER), ROADS);

	@BeforeAll
	void write() {
		long start = System.nanoTime();
		new ManyComplaints(this.jdbc).write(this.complaints, Math.min(this.complaints / 2, 20_000));
		log.info("QUEUE wrote {} complaints in {} ms", this.complaints, (System.nanoTime() - start) / 1_000_000);
	}

	/** The pages somebody opens, with the filters they set. */
	private Map<String, Actor> pages() {
		Map<String, Actor> pages = new LinkedHashMap<>();
		for (QueueTab tab : QueueTab.values()) {
			if (tab != QueueTab.MINE) {
				pages.put("?tab=" + tab.code(), this.coordinator);
			}
			if (tab != QueueTab.VERIFY) {
				pages.put("?tab=" + tab.code() + "&", this.officer);
			}
		}
		pages.put("?tab=semua&halaman=40", this.coordinator);
		pages.put("?tab=semua&kategori=jalan-rusak", this.coordinator);
		pages.put("?tab=semua&kategori=jalan-rusak&jenis=aspiration&kelurahan=36.71.05.1001", this.coordinator);
		pages.put("?tab=semua&opd=dpupr&jenis=information", this.coordinator);
		pages.put("?tab=semua&kelurahan=36.71.01.1001", this.coordinator);
		pages.put("?tab=semua&q=jalan", this.coordinator);
		pages.put("?tab=semua&q=halte+gelap+malam", this.coordinator);
		pages.put("?tab=semua&q=jalan&", this.officer);
		pages.put("?tab=berjalan&q=jalan", this.coordinator);
		pages.put("?tab=semua&pegawai=" + ManyComplaints.OFFICER, this.officer);
		pages.put("?tab=berjalan&kategori=jalan-rusak&kelurahan=36.71.05.1001", this.coordinator);
		pages.put("?tab=terlambat&jenis=aspiration", this.coordinator);
		pages.put("/peta?tab=berjalan", this.coordinator);
		pages.put("/peta?tab=semua", this.coordinator);
		return pages;
	}

	@Test
	void asksAConstantNumberOfStatements() {
		pages().forEach((page, actor) -> {
			open(page, actor);
			int number = Statements.of(() -> open(page, actor)).size();
			assertThat(number).as(page).isBetween(1, 14);
		});
	}

	@Test
	void staysQuick() {
		Map<String, Long> medians = new LinkedHashMap<>();
		Map<String, Long> slowest = new LinkedHashMap<>();
		pages().forEach((page, actor) -> {
			int runs = (this.complaints >= MANY) ? RUNS : 1;
			long[] nanos = new long[runs];
			for (int run = (runs > 1) ? -WARM_UP : 0; run < runs; run++) {
				long start = System.nanoTime();
				open(page, actor);
				if (run >= 0) {
					nanos[run] = System.nanoTime() - start;
				}
			}
			Arrays.sort(nanos);
			medians.put(actor.roles() + " " + page, nanos[runs / 2] / 1_000_000);
			slowest.put(actor.roles() + " " + page, nanos[runs - 1] / 1_000_000);
			log.info("QUEUE {} {} {}: median {} ms, slowest {} ms", this.complaints, actor.roles(), page,
					nanos[runs / 2] / 1_000_000, nanos[runs - 1] / 1_000_000);
		});
		if (this.complaints >= MANY) {
			assertThat(medians)
				.allSatisfy((page, median) -> assertThat(median).as(page).isLessThan(LONGEST.toMillis()));
			assertThat(slowest).as("no statement is planned badly now and then")
				.allSatisfy((page, longest) -> assertThat(longest).as(page).isLessThan(5 * LONGEST.toMillis()));
		}
	}

	private MvcTestResult open(String page, Actor actor) {
		String role = actor.roles().iterator().next().authority();
		MvcTestResult result = this.mvc.get()
			.uri(QUEUE + page)
			.with(SecurityMockMvcRequestPostProcessors
				.authentication(new TestingAuthenticationToken(actor, "", "ROLE_STAFF", role)))
			.exchange();
		assertThat(result).as(page).hasStatusOk();
		return result;
	}

	/** What a tab counts is what it lists, and what SQL of its own finds. */
	@ParameterizedTest
	@EnumSource
	void countsWhatItLists(QueueTab tab) {
		AccountId me = this.officer.requireAccount();
		for (Actor actor : List.of(this.coordinator, this.officer)) {
			CaseAccess access = CaseAccess.of(actor);
			long counted = this.counts.counts(CaseFilter.of(QueueTab.ALL), access, me).get(tab).number();
			CasePage page = this.queue.list(CaseFilter.of(tab), access, me, 1, 100);
			assertThat(page.total()).isEqualTo(Math.min(counted, CaseQueue.COUNT_LIMIT));
			assertThat(page.capped()).isEqualTo(counted > CaseQueue.COUNT_LIMIT);
			assertThat(page.lines()).hasSize((int) Math.min(page.total(), 100));
			// What nobody has verified is with no agency yet.
			assertThat(page.lines().isEmpty()).isEqualTo(tab == QueueTab.VERIFY && actor == this.officer);
			assertThat(page.lines()).allMatch((line) -> access.permits(line.agency(), line.supervisory()));
		}
	}

	@Test
	void leafsThroughWithoutLosingOrRepeatingAny() {
		CaseAccess access = CaseAccess.of(this.coordinator);
		AccountId me = this.officer.requireAccount();
		List<Object> ids = new java.util.ArrayList<>();
		for (int page = 1; page <= 10; page++) {
			this.queue.list(CaseFilter.of(QueueTab.RUNNING), access, me, page, 100)
				.lines()
				.forEach((line) -> ids.add(line.id()));
		}
		assertThat(ids).hasSize(1000).doesNotHaveDuplicates();
		assertThat(this.queue.list(CaseFilter.of(QueueTab.RUNNING), access, me, 1, 100).lines())
			.isSortedAccordingTo(java.util.Comparator.comparing(CaseLine::due));
	}

	@Test
	void findsTheSameWithAndWithoutIndexes() {
		CaseFilter filter = new CaseFilter(QueueTab.RUNNING, ROADS, null, null, ComplaintKind.COMPLAINT,
				new RegionCode("36.71.01.1001"), null, null, null, null);
		CasePage page = this.queue.list(filter, CaseAccess.of(this.coordinator), this.officer.requireAccount(), 1, 100);
		assertThat(this.counts.counts(filter, CaseAccess.of(this.coordinator), this.officer.requireAccount())
			.get(QueueTab.RUNNING)
			.number()).isEqualTo(page.total());
		long expected = this.jdbc.sql("""
				select count(*) from complaint.complaint where due_at is not null and agency = 'dpupr'
					and kind = 'COMPLAINT' and sub_district = '36.71.01.1001'""").query(Long.class).single();
		assertThat(page.total()).isEqualTo(Math.min(expected, CaseQueue.COUNT_LIMIT));
	}

	/** However common the words are. */
	@ParameterizedTest
	@ValueSource(strings = { "halte gelap malam", "jalan", "mohon" })
	void countsWhatHoldsWordsAsItListsIt(String words) {
		AccountId me = this.officer.requireAccount();
		for (Actor actor : List.of(this.coordinator, this.officer)) {
			CaseAccess access = CaseAccess.of(actor);
			Map<QueueTab, TabCount> counts = this.counts.counts(holding(words, QueueTab.ALL), access, me);
			assertThat(counts.get(QueueTab.ALL).number()).isPositive();
			counts.forEach((tab, count) -> {
				CasePage page = this.queue.list(holding(words, tab), access, me, 1, 1);
				assertThat(Math.min(count.number(), CaseQueue.COUNT_LIMIT)).as(tab.key()).isEqualTo(page.total());
				assertThat(count.isCapped()).as(tab.key()).isEqualTo(page.capped());
				assertThat(page.count().isCapped()).as(tab.key()).isEqualTo(count.isCapped());
			});
			Map<QueueTab, TabCount> besides = new EnumMap<>(counts);
			besides.remove(QueueTab.ALL);
			assertThat(this.counts.countsBesidesAll(holding(words, QueueTab.ALL), access, me)).isEqualTo(besides);
		}
	}

	/** As whoever opens another tab sees it. */
	@Test
	void showsTheCountOfAllThatItLists() {
		for (String words : List.of("", "&q=halte+gelap+malam", "&q=mohon")) {
			assertThat(countOfAll("?tab=semua" + words)).as(words).isEqualTo(countOfAll("?tab=berjalan" + words));
		}
	}

	private String countOfAll(String page) {
		Matcher count = Pattern.compile("<a [^>]*tab=semua[^>]*><span>[^<]*</span> <span class=\"count\">([^<]+)<")
			.matcher(new String(open(page, this.coordinator).getResponse().getContentAsByteArray(),
					StandardCharsets.UTF_8));
		assertThat(count.find()).as(page).isTrue();
		return count.group(1);
	}

	private static CaseFilter holding(String words, QueueTab tab) {
		return new CaseFilter(tab, null, null, null, null, null, null, null, null, words);
	}

	@Test
	void findsWhatWasReceivedInATime() {
		Instant from = this.jdbc
			.sql("select percentile_disc(0.4) within group (order by received_at) from complaint.complaint")
			.query(Timestamp.class)
			.single()
			.toInstant();
		Instant until = from.plus(Duration.ofDays(3));
		CaseFilter filter = new CaseFilter(QueueTab.ALL, null, null, null, null, null, null, from, until, null);
		CasePage page = this.queue.list(filter, CaseAccess.of(this.coordinator), this.officer.requireAccount(), 1, 100);
		long expected = this.jdbc
			.sql("select count(*) from complaint.complaint where received_at >= ? and received_at < ?")
			.params(Timestamp.from(from), Timestamp.from(until))
			.query(Long.class)
			.single();
		assertThat(page.total()).isPositive().isEqualTo(Math.min(expected, CaseQueue.COUNT_LIMIT));
		assertThat(page.lines()).allSatisfy((line) -> assertThat(line.receivedAt()).isBetween(from, until));
	}

	@Test
	void saysThatWordsAreTooCommonAndLeavesNoneOutOfATable() {
		CaseAccess access = CaseAccess.of(this.coordinator);
		AccountId me = this.coordinator.requireAccount();
		CaseFilter filter = new CaseFilter(QueueTab.ALL, null, null, null, null, null, null, null, null, "mohon");
		assertThat(this.queue.list(filter, access, me, 1, 20).unordered()).isTrue();
		assertThat(open("?tab=semua&q=mohon", this.coordinator)).bodyText().contains("belum tentu yang terbaru");
		assertThat(open("?tab=semua", this.coordinator)).bodyText().doesNotContain("belum tentu yang terbaru");
		long expected = this.jdbc.sql("select count(*) from complaint.complaint where body ~* '\\ymohon\\y'")
			.query(Long.class)
			.single();
		List<CaseExport.Row> rows = new ArrayList<>();
		assertThat(this.export.read(filter, access, me, CaseExport.MOST, rows::add)).as("says whether there are more")
			.isEqualTo(expected > CaseExport.MOST);
		assertThat(rows).hasSizeGreaterThan(2500)
			.hasSize(Math.toIntExact(Math.min(expected, CaseExport.MOST)))
			.isSortedAccordingTo(Comparator.comparing(CaseExport.Row::receivedAt).reversed());
		List<CaseExport.Row> few = new ArrayList<>();
		assertThat(this.export.read(filter, access, me, 3, few::add)).as("there are more").isTrue();
		assertThat(few).isEqualTo(rows.subList(0, 3));
	}

	/** Whoever works a list off sees each case once. */
	@Test
	void leadsFromCaseToCase() {
		CaseAccess access = CaseAccess.of(this.officer);
		AccountId me = this.officer.requireAccount();
		List<CaseLine> lines = this.queue.list(CaseFilter.of(QueueTab.MINE), access, me, 1, 100).lines();
		for (int place = 0; place + 1 < Math.min(lines.size(), 20); place++) {
			assertThat(this.queue.after(lines.get(place).id(), CaseFilter.of(QueueTab.MINE), access, me))
				.contains(lines.get(place + 1).ticket());
		}
	}

}
