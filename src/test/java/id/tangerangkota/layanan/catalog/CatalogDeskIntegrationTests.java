package id.tangerangkota.layanan.catalog;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import id.tangerangkota.layanan.PortalTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
@RecordApplicationEvents
class CatalogDeskIntegrationTests {

	/** Of which no other test decides anything. */
	private static final String CITED = "atcs";

	@Autowired
	private CatalogDesk desk;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationEvents events;

	@Test
	@Transactional
	void putsAVerifiedServiceFirst() {
		assertThat(this.catalog.list(ServiceFilter.NONE, 1, 1).items()).noneMatch((s) -> s.slug().equals(CITED));
		this.desk.verify(CITED, Platform.WEB, "Diskominfo");
		assertThat(this.catalog.list(ServiceFilter.NONE, 1, 1).items()).singleElement().satisfies((service) -> {
			assertThat(service.slug()).isEqualTo(CITED);
			assertThat(service.verification()).isEqualTo(Verification.VERIFIED);
		});
		assertThat(this.catalog.service(CITED)).get().satisfies((service) -> {
			assertThat(service.lastReviewed()).isNotNull();
			assertThat(service.listings()).singleElement()
				.satisfies((listing) -> assertThat(listing.verifiedBy()).isEqualTo("Diskominfo"));
		});
		assertThat(this.events.stream(ServiceAddressChanged.class)).hasSize(1);
		assertThat(this.catalog.totals(null)).isEqualTo(new CatalogTotals(203, 206));
	}

	@Test
	@Transactional
	void sendsPeopleFromAReplacedServiceToTheOther() {
		this.desk.replace(CITED, "sobat-dukcapil");
		assertThat(this.catalog.service(CITED)).get().satisfies((service) -> {
			assertThat(service.lifecycle()).isEqualTo(Lifecycle.REPLACED);
			assertThat(service.replacedBy()).isNotNull()
				.satisfies((other) -> assertThat(other.slug()).isEqualTo("sobat-dukcapil"));
		});
		assertThat(
				this.jdbc.sql("select standing from catalog.service where slug = ?").param(CITED).query().singleValue())
			.isEqualTo(5);
		assertThat(this.events.stream(ServiceChanged.class)).hasSize(1);
	}

	@Test
	@Transactional
	void retiresForGood() {
		this.desk.retire(CITED);
		assertThat(this.events.stream(ServiceRetired.class)).hasSize(1);
		assertThatExceptionOfType(IllegalServiceChange.class).isThrownBy(() -> this.desk.retire(CITED))
			.withMessage("atcs cannot go from RETIRED to RETIRED");
		assertThatExceptionOfType(IllegalServiceChange.class)
			.isThrownBy(() -> this.desk.replace(CITED, "sobat-dukcapil"))
			.withMessage("atcs cannot go from RETIRED to REPLACED");
	}

	/** In the same transaction, so that there is no change without a record. */
	@Test
	@Transactional
	void recordsWhatWasDecidedInTheAuditTrail() {
		String service = this.jdbc.sql("select id from catalog.service where slug = ?")
			.param(CITED)
			.query(UUID.class)
			.single()
			.toString();
		this.desk.verify(CITED, Platform.WEB, "Diskominfo");
		this.desk.replace(CITED, "sobat-dukcapil");
		this.desk.retire(CITED);
		assertThat(this.jdbc.sql(
				"select concat_ws(' ', action, subject_kind, details) from audit.entry where subject_id = ? order by seq")
			.param(service)
			.query(String.class)
			.list()).containsExactly("catalog.verified service {\"platform\":\"WEB\"}",
					"catalog.replaced service {\"by\":\"sobat-dukcapil\"}", "catalog.retired service {}");
	}

	@Test
	void knowsTheServicesItSpeaksOf() {
		assertThatExceptionOfType(IllegalServiceChange.class).isThrownBy(() -> this.desk.retire("nothing"))
			.withMessage("nothing is not in the catalogue");
		assertThatExceptionOfType(IllegalServiceChange.class).isThrownBy(() -> this.desk.replace(CITED, "nothing"))
			.withMessage("nothing is not in the catalogue");
		assertThatExceptionOfType(IllegalServiceChange.class)
			.isThrownBy(() -> this.desk.verify(CITED, Platform.IOS, "Diskominfo"))
			.withMessage("atcs has no listing on IOS");
		assertThatExceptionOfType(IllegalServiceChange.class)
			.isThrownBy(() -> this.desk.verify("beta-supir-aplikasi", Platform.ANDROID, "Diskominfo"))
			.withMessage("beta-supir-aplikasi has no address to verify on ANDROID");
	}

	/**
	 * Many keepers at once: nobody is refused for what another does to another service.
	 */
	@Test
	void letsKeepersWorkAtTheSameTime() throws Exception {
		List<String> slugs = this.jdbc.sql("""
				select s.slug from catalog.service s join catalog.listing l on l.service_id = s.id
				where l.platform = 'WEB' and l.address is not null and s.slug <> :cited order by s.slug limit 8""")
			.param("cited", CITED)
			.query((row, number) -> row.getString("slug"))
			.list();
		List<Map<String, Object>> before = rows(slugs);
		try (ExecutorService keepers = Executors.newFixedThreadPool(4)) {
			List<Callable<Void>> work = IntStream.range(0, slugs.size()).mapToObj((n) -> (Callable<Void>) () -> {
				this.desk.verify(slugs.get(n), Platform.WEB, "Diskominfo");
				return null;
			}).toList();
			for (Future<Void> done : keepers.invokeAll(work)) {
				done.get();
			}
		}
		finally {
			assertThat(this.catalog.totals(null)).isEqualTo(new CatalogTotals(203, 206));
			undo(before);
		}
	}

	private List<Map<String, Object>> rows(List<String> slugs) {
		return this.jdbc.sql("""
				select s.id, s.source_hash, s.last_reviewed, l.verification from catalog.service s
				join catalog.listing l on l.service_id = s.id where s.slug = any (?)""")
			.param(slugs.toArray(String[]::new))
			.query()
			.listOfRows();
	}

	private void undo(List<Map<String, Object>> rows) {
		for (Map<String, Object> row : rows) {
			this.jdbc.sql("""
					update catalog.listing set verification = ?, verified_on = null, verified_by = null
					where service_id = ?""").param(row.get("verification")).param(row.get("id")).update();
			this.jdbc
				.sql("update catalog.service set source_hash = ?, edited_at = null, last_reviewed = null where id = ?")
				.param(row.get("source_hash"))
				.param(row.get("id"))
				.update();
		}
		this.jdbc.sql("call catalog.refresh_services(null)").update();
	}

}
