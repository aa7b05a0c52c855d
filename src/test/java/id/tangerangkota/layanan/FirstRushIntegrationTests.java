package id.tangerangkota.layanan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.quality.Scorecard;
import id.tangerangkota.layanan.web.PageChanges;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** Many come at the same moment, each for another page. */
@PortalTest
class FirstRushIntegrationTests {

	private static final List<String> PAGES = List.of("/", "/layanan", "/layanan?q=ktp", "/layanan/spmb",
			"/layanan/spmb/paspor", "/kategori/kependudukan", "/perangkat-daerah/disdukcapil", "/kecamatan/larangan",
			"/status", "/status/disdukcapil", "/status.json", "/lencana/disdukcapil.svg", "/feed/insiden.atom",
			"/pengaduan", "/pengaduan/peta", "/pengaduan/kinerja.csv", "/pengaduan/baru", "/pengaduan/lacak",
			"/survei/spmb", "/mutu", "/mutu/unduh.xlsx", "/mutu/skm", "/masuk", "/daftar", "/petugas/masuk",
			"/langganan?q=ktp", "/api/v1/services", "/api/v1/cpsv-ap.jsonld", "/api/openapi.json",
			"/open311/v2/services.xml", "/sitemap.xml", "/css/app.css");

	@Autowired
	private DataSource dataSource;

	@Autowired
	private PageChanges changes;

	@Autowired
	private MockMvcTester mvc;

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
