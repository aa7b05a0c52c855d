package id.tangerangkota.layanan;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.identity.testing.PortalProcess;
import id.tangerangkota.layanan.quality.Scorecard;
import id.tangerangkota.layanan.web.PageChanges;
import id.tangerangkota.layanan.web.testing.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Many come at the same moment, each for another page. */
@PortalTest
class FirstRushIntegrationTests {

	/** Of a machine that runs other tests, too; a portal that stopped answers never. */
	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final List<String> PAGES = List.of("/", "/layanan", "/layanan?q=ktp", "/layanan/spmb",
			"/layanan/spmb/paspor", "/kategori/kependudukan", "/perangkat-daerah/disdukcapil", "/kecamatan/larangan",
			"/status", "/status/disdukcapil", "/status.json", "/lencana/disdukcapil.svg", "/feed/insiden.atom",
			"/pengaduan", "/pengaduan/peta", "/pengaduan/kinerja.csv", "/pengaduan/baru", "/pengaduan/lacak",
			"/survei/spmb", "/mutu", "/mutu/unduh.xlsx", "/mutu/skm", "/masuk", "/daftar", "/petugas/masuk",
			"/langganan?q=ktp", "/api/v1/services", "/api/v1/cpsv-ap.jsonld", "/api/openapi.json",
			"/open311/v2/services.xml", "/sitemap.xml", "/css/app.css");

	@TempDir
	private Path place;

	@Autowired
	private JdbcConnectionDetails database;

	@Autowired
	private DataSource dataSource;

	@Autowired
	private PageChanges changes;

	@Autowired
	private MockMvcTester mvc;

	/**
	 * While most classes still have to be loaded from jars within the portal's jar: where
	 * {@link Carriers} are too few, it stops for good.
	 */
	@Test
	@EnabledIfSystemProperty(named = "jar", matches = ".+",
			disabledReason = "There is a jar once the portal is packaged")
	void isAnsweredByTheJarThatHasJustStarted() throws Exception {
		try (PortalProcess portal = PortalProcess.startJar(this.database.getJdbcUrl(), this.place.resolve("portal"),
				Path.of(System.getProperty("jar"))); HttpClient people = HttpClient.newHttpClient()) {
			int port = portal.port();
			await().atMost(PATIENCE).until(() -> Node.at(port).get("/readyz").statusCode() == 200);
			List<CompletableFuture<HttpResponse<Void>>> answers = PAGES.stream()
				.map((page) -> people.sendAsync(HttpRequest.newBuilder(URI.create("http://localhost:" + port + page))
					.version(HttpClient.Version.HTTP_1_1)
					.timeout(PATIENCE)
					.build(), BodyHandlers.discarding()))
				.toList();
			assertThat(answers).map(CompletableFuture::join)
				.allSatisfy((answer) -> assertThat(answer.statusCode()).as(answer.uri().getPath()).isEqualTo(200));
		}
	}

	/**
	 * Whoever keeps one while they wait for another keeps those waiting who do the same,
	 * until all give up.
	 */
	@Test
	void takesOneConnectionAtATime() throws SQLException {
		for (String tag : List.of(CatalogDesk.PAGES, AvailabilityReport.PAGES, PublicComplaints.PAGES,
				Scorecard.PAGES)) {
			this.changes.changed(tag);
		}
		HikariDataSource pool = this.dataSource.unwrap(HikariDataSource.class);
		List<Connection> taken = new ArrayList<>();
		try {
			while (taken.size() < pool.getMaximumPoolSize() - 1) {
				taken.add(pool.getConnection());
			}
			for (String page : PAGES) {
				assertThat(this.mvc.get().uri(page)).as(page).hasStatusOk();
			}
			assertThat(this.mvc.get()
				.uri("/admin/akun")
				.with(SecurityMockMvcRequestPostProcessors.authentication(
						new TestingAuthenticationToken(Complaints.OFFICER, null, Role.OFFICER.authority()))))
				.as("what is refused goes on record")
				.hasStatus(403);
		}
		finally {
			for (Connection connection : taken) {
				connection.close();
			}
		}
	}

}
