package id.tangerangkota.layanan.catalog.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.CatalogTotals;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.RandomText;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.catalog.ServiceFilter;
import id.tangerangkota.layanan.catalog.ServiceKind;
import id.tangerangkota.layanan.catalog.ServicePage;
import id.tangerangkota.layanan.catalog.StandardComponent;
import id.tangerangkota.layanan.catalog.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
@Transactional
class CatalogImportIntegrationTests {

	/** Table 1.1 of the paper, as printed. */
	private static final List<String> PRINTED_APPS = List.of("SIJAMPANG ANDROID", "Beta Supir ANDROID",
			"Sobat Dukcapil ANDROID", "Driver Portal Tangerang ANDROID",
			"SEGAR Admin (Admin Pasar/ Portal Tangerang) ANDROID", "PLESIRAN ANDROID", "PPID ANDROID",
			"SIGACOR ANDROID", "Tangerang Belajar ANDROID", "PANGKAS ANDROID", "PPDB Mandiri ANDROID", "SIDATA ANDROID",
			"Aplikasi SIP Qurban ANDROID", "Aplikasi Portal e-Gov ANDROID", "Aplikasi Tangerang LIVE Mobile ANDROID",
			"PPDB Mandiri IOS", "Aplikasi Portal e-Gov IOS", "Aplikasi Tangerang LIVE Mobile IOS");

	@Autowired
	private CatalogImport importer;

	@Autowired
	private CatalogExport exporter;

	@Autowired
	private CatalogData data;

	@Autowired
	private CatalogDesk desk;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void holdsWhatThePaperCounts() {
		assertThat(this.catalog.totals(null)).isEqualTo(new CatalogTotals(203, 206));
		assertThat(this.catalog.totals(ServiceKind.WEBSITE)).isEqualTo(new CatalogTotals(188, 188));
		assertThat(this.catalog.totals(ServiceKind.APP)).isEqualTo(new CatalogTotals(15, 18));
		ServicePage android = this.catalog
			.list(new ServiceFilter(null, null, Platform.ANDROID, null, null, null, false), 1, 100);
		assertThat(android).extracting(ServicePage::total, ServicePage::listings).containsExactly(15L, 15L);
		assertThat(this.catalog.list(new ServiceFilter(null, null, Platform.IOS, null, null, null, false), 1, 100))
			.extracting(ServicePage::total, ServicePage::listings)
			.containsExactly(3L, 3L);
	}

	@Test
	void holdsTheAppsThePaperPrints() {
		List<String> apps = this.catalog
			.list(new ServiceFilter(null, ServiceKind.APP, null, null, null, null, false), 1, 100)
			.items()
			.stream()
			.flatMap((app) -> app.platforms().stream().map((platform) -> app.name() + " " + platform))
			.toList();
		assertThat(apps).containsExactlyInAnyOrderElementsOf(PRINTED_APPS);
	}

	@Test
	void takesBackItsOwnExport() throws IOException {
		long before = edited();
		CatalogImport.Outcome outcome = run(export(), false);
		assertThat(outcome.problems()).isEmpty();
		assertThat(outcome.rows()).isEqualTo(203);
		assertThat(outcome.changed()).isZero();
		assertThat(edited()).isEqualTo(before);
	}

	@Test
	void takesBackItsOwnExportAfterPeopleDecided() throws IOException {
		this.desk.verify("disdukcapil", Platform.WEB, "Diskominfo");
		this.desk.replace("diskominfo", "portal-kota-tangerang");
		assertThat(run(export(), false).changed()).isZero();
	}

	@Test
	void changesNothingOnADryRun() throws IOException {
		String before = export();
		String file = CatalogFileTests.csv(List.of(service("baru"), change("diskominfo")));
		assertThat(run(file, true)).isEqualTo(new CatalogImport.Outcome(2, 0, List.of()));
		assertThat(export()).isEqualTo(before);
	}

	@Test
	void changesNothingForOneBadRow() throws IOException {
		String before = export();
		Map<String, String> bad = service("buruk");
		bad.put("agency", "nobody");
		bad.put("agency_confidence", "stated");
		bad.put("categories", "kesehatan|nothing");
		bad.put("replaced_by", "nowhere");
		bad.put("related", "baru|none");
		CatalogImport.Outcome outcome = run(CatalogFileTests.csv(List.of(service("baru"), change("diskominfo"), bad)),
				false);
		assertThat(outcome.changed()).isZero();
		assertThat(outcome.problems()).extracting(RowProblem::toString)
			.containsExactly("line 4, agency: 'nobody' is not in the catalogue",
					"line 4, categories: 'nothing' is not in the catalogue",
					"line 4, replaced_by: 'nowhere' is not in the catalogue",
					"line 4, related: 'none' is not in the catalogue");
		assertThat(export()).isEqualTo(before);
	}

	@Test
	void addsAndChanges() throws IOException {
		assertThat(run(CatalogFileTests.csv(List.of(service("baru"), change("diskominfo"))), false).changed())
			.isEqualTo(2);
		assertThat(this.catalog.totals(null)).isEqualTo(new CatalogTotals(204, 207));
		assertThat(this.catalog.service("baru")).get().satisfies((service) -> {
			assertThat(service.keywords()).containsExactly("kata satu", "kata dua");
			assertThat(service.standard()).containsExactly(Map.entry(StandardComponent.FEE, "Gratis"));
		});
		assertThat(this.catalog.service("diskominfo")).map(ServiceDetail::name).contains("Nama baru");
		String after = export();
		assertThat(run(after, false).changed()).isZero();
		assertThat(export()).isEqualTo(after);
	}

	@Test
	void recordsAnImportInTheAuditTrail() throws IOException {
		int before = imports().size();
		run(CatalogFileTests.csv(List.of(service("baru"), change("diskominfo"))), true);
		assertThat(imports()).hasSize(before);
		run(CatalogFileTests.csv(List.of(service("baru"), change("diskominfo"))), false);
		run(CatalogFileTests.csv(List.of(service("baru"))), false);
		assertThat(imports()).hasSize(before + 2)
			.endsWith("{\"changed\":\"2\",\"rows\":\"2\"}", "{\"changed\":\"0\",\"rows\":\"1\"}");
	}

	private List<String> imports() {
		return this.jdbc.sql("select details from audit.entry where action = 'catalog.imported' order by seq")
			.query(String.class)
			.list();
	}

	@Test
	void leavesTheStandardAloneWhereTheFileDoesNotTellIt() throws IOException {
		run(CatalogFileTests.csv(service("baru")), false);
		String file = "slug,kind,name,summary,description,description_confidence,categories,lifecycle,platforms,verification\n"
				+ "baru,website,Baru sekali,S,D,high,kesehatan,active,web,inferred\n";
		assertThat(run(file, false).changed()).isOne();
		assertThat(run(file, false).changed()).isZero();
		assertThat(this.catalog.service("baru")).get().satisfies((service) -> {
			assertThat(service.name()).isEqualTo("Baru sekali");
			assertThat(service.standard()).containsKey(StandardComponent.FEE);
			assertThat(service.listings().getFirst().verification()).isEqualTo(Verification.INFERRED);
		});
	}

	@Test
	void takesPlatformsInAnyOrder() throws IOException {
		Map<String, String> app = service("dua-platform");
		app.put("kind", "app");
		app.put("platforms", " ios | android ");
		app.put("web_address", "");
		app.put("ios_address", "https://apps.apple.com/id/app/id1");
		app.put("verification", "verified|inferred");
		app.put("verified_on", "2026-11-23|");
		app.put("verified_by", "Diskominfo|");
		assertThat(run(CatalogFileTests.csv(app), false).problems()).isEmpty();
		assertThat(this.catalog.service("dua-platform")).get().satisfies((service) -> {
			assertThat(service.listings()).extracting(l -> l.platform() + " " + l.verification())
				.containsExactly("ANDROID INFERRED", "IOS VERIFIED");
		});
		assertThat(run(export(), false).changed()).isZero();
		assertThat(run(CatalogFileTests.csv(app), false).changed()).isZero();
	}

	@Test
	void loadsNothingAnewAtARestart() throws IOException {
		String before = export();
		List<Map<String, Object>> versions = versions();
		this.data.initialize();
		assertThat(export()).isEqualTo(before);
		assertThat(versions()).isEqualTo(versions);
	}

	@Test
	void keepsWhatPeopleEditedWhenAReleaseIsLoaded() throws IOException {
		this.desk.verify("disdukcapil", Platform.WEB, "Diskominfo");
		this.desk.retire("diskominfo");
		run(CatalogFileTests.csv(change("setda")), false);
		String before = export();
		// As if the release brought every row anew.
		this.jdbc.sql("update catalog.service set source_hash = 'old' where edited_at is null").update();
		this.jdbc.sql("update catalog.service set name = 'Lama' where slug = 'portal-kota-tangerang'").update();
		this.data.initialize();
		assertThat(export()).isEqualTo(before);
		assertThat(this.catalog.service("portal-kota-tangerang")).map(ServiceDetail::name)
			.contains("Portal Resmi Pemerintah Kota Tangerang");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void anyValidRowsSurviveExportAndImport(long seed) throws IOException {
		RandomText random = new RandomText(seed);
		List<Map<String, String>> rows = new ArrayList<>();
		for (int n = 0; n < 150; n++) {
			rows.add(randomService(random, "acak-" + n));
		}
		CatalogImport.Outcome outcome = run(CatalogFileTests.csv(rows), false);
		assertThat(outcome.problems()).isEmpty();
		assertThat(outcome.changed()).isEqualTo(rows.size());
		String exported = export();
		assertThat(run(exported, false).changed()).isZero();
		assertThat(run(CatalogFileTests.csv(rows), false).changed()).isZero();
		this.jdbc.sql("delete from catalog.service").update();
		assertThat(run(exported, false).changed()).isEqualTo(203 + rows.size());
		// Only the order in which the file has them is new.
		assertThat(export().lines().sorted()).containsExactlyElementsOf(exported.lines().sorted().toList());
	}

	private static Map<String, String> randomService(RandomText random, String slug) {
		Map<String, String> row = new HashMap<>(service(slug));
		row.put("name", "N" + random.sound(199));
		row.put("summary", "S" + random.sound(199));
		row.put("summary_en", random.sound(200));
		row.put("description", "D" + random.sound(1999));
		row.put("description_confidence", random.oneOf(List.of("high", "medium", "low")));
		row.put("agency", random.oneOf(List.of("", "diskominfo")));
		row.put("agency_confidence", row.get("agency").isEmpty() ? "" : random.oneOf(List.of("stated", "presumed")));
		row.put("categories", random.oneOf(List.of("kesehatan", "kesehatan|pendidikan", "pendidikan | kesehatan")));
		row.put("life_events", random.oneOf(List.of("", "birth", "death|birth")));
		row.put("audience", random.oneOf(List.of("", "public", "civil_servants|business")));
		row.put("keywords", random.oneOf(List.of("", random.word(80), random.word(20) + "|" + random.word(9))));
		row.put("lifecycle", random.oneOf(List.of("active", "unknown", "suspected_obsolete", "retired")));
		row.put("region_code", random.oneOf(List.of("", "36.71.01", "36.71.01.1001")));
		row.put("evidence", random.sound(1000));
		row.put("last_reviewed", random.oneOf(List.of("", "2026-02-28", "1999-12-31")));
		row.put("standard_procedure", random.sound(4000));
		if (random.number(2) == 0) {
			row.put("kind", "app");
			row.put("web_address", "");
			row.put("platforms", random.oneOf(List.of("android", "ios", "android|ios", "ios|android")));
			boolean two = row.get("platforms").contains("|");
			row.put("android_address",
					row.get("platforms").contains("android") ? "https://play.google.com/?id=" + slug : "");
			row.put("verification",
					two ? random.oneOf(List.of("cited|inferred", "cited", "inferred|inferred")) : "inferred");
			row.put("fallback_address",
					two ? random.oneOf(List.of("", "|https://a.id/", "https://b.id/|https://c.id/")) : "https://d.id/");
		}
		return row;
	}

	private static Map<String, String> service(String slug) {
		Map<String, String> row = CatalogFileTests.with("slug", slug);
		row.put("keywords", "kata satu | kata dua");
		row.put("standard_fee", "Gratis");
		return row;
	}

	private static Map<String, String> change(String slug) {
		return new HashMap<>(Map.of("slug", slug, "kind", "website", "name", "Nama baru", "summary", "Ringkas",
				"description", "Panjang", "description_confidence", "low", "categories", "kesehatan", "lifecycle",
				"active", "platforms", "web", "verification", "inferred"));
	}

	private CatalogImport.Outcome run(String file, boolean dryRun) throws IOException {
		return this.importer.run(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), dryRun);
	}

	private String export() {
		StringWriter file = new StringWriter();
		this.exporter.write(file);
		return file.toString();
	}

	private long edited() {
		return this.jdbc.sql("select count(*) from catalog.service where edited_at is not null")
			.query(Long.class)
			.single();
	}

	private List<Map<String, Object>> versions() {
		return this.jdbc
			.sql("select slug, version, edited_at, source_hash, xmin::text from catalog.service order by slug")
			.query()
			.listOfRows();
	}

}
