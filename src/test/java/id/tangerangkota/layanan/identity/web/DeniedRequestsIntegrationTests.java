package id.tangerangkota.layanan.identity.web;

import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.StaffDesk;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.identity.testing.Person;
import id.tangerangkota.layanan.identity.web.Colleagues.Colleague;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody who is signed in was refused stands in the audit trail. */
@PortalTest
class DeniedRequestsIntegrationTests {

	private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {
	};

	@LocalServerPort
	private int port;

	@Autowired
	private StaffDesk desk;

	@Autowired
	private Letterbox letters;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MeterRegistry meters;

	private Colleague officer;

	private Person person;

	@BeforeEach
	void join() {
		this.officer = new Colleagues(this.port, this.desk, this.letters, this.jdbc).join(Role.OFFICER);
		this.person = this.officer.person();
	}

	/** What the trail says about the officer, the oldest first. */
	private List<Map<String, String>> records() {
		return this.jdbc.sql("""
				select details from audit.entry
				where action = 'identity.access-denied' and outcome = 'REFUSED' and actor_kind = 'STAFF'
					and actor_roles = 'OFFICER' and actor_account = ?
				order by seq""")
			.param(this.officer.id().value())
			.query((row, number) -> new JsonMapper().readValue(row.getString("details"), DETAILS))
			.list();
	}

	private long all() {
		return this.jdbc.sql("select count(*) from audit.entry where action = 'identity.access-denied'")
			.query(Long.class)
			.single();
	}

	@Test
	void namesThePageAndNothingOfTheAddress() {
		AccountId other = AccountId.random();
		assertThat(this.person.open("/admin/akun/" + other + "?q=Siti+Aminah").status()).isEqualTo(403);
		assertThat(records()).containsExactly(Map.of("method", "GET", "reason", "ROLE", "page", "/admin/akun/{id}"));
		assertThat(this.person.open("/admin/Siti-Aminah").status()).isEqualTo(403);
		assertThat(records()).last().isEqualTo(Map.of("method", "GET", "reason", "ROLE"));
	}

	@Test
	void recordsFormsOfOthers() {
		Map<String, String> form = this.person.open("/petugas").hidden("/keluar");
		assertThat(this.person.post("/admin/akun/undang", form).status()).isEqualTo(403);
		Person lured = this.person.at(this.port).with("Sec-Fetch-Site", "same-site");
		assertThat(lured.post("/keluar", form).status()).isEqualTo(403);
		assertThat(records()).containsExactly(Map.of("method", "POST", "reason", "ROLE", "page", "/admin/akun/undang"),
				Map.of("method", "POST", "reason", "FORM", "page", "/keluar"));
		assertThat(this.person.open("/petugas").path()).as("still signed in").isEqualTo("/petugas");
	}

	@Test
	void countsWhereThereAreMany() {
		double counted = counted();
		for (int i = 0; i < 40; i++) {
			assertThat(this.person.open("/auditor").status()).isEqualTo(403);
		}
		int recorded = records().size();
		// A few grow back meanwhile.
		assertThat(recorded).isBetween(10, 30);
		assertThat(counted() - counted).isEqualTo(40 - recorded);
	}

	private double counted() {
		return this.meters.counter("layanan.throttle.refused", "limit", "access-denied").count();
	}

	/** Strangers are shown the door; there is nobody to name. */
	@Test
	void leavesStrangersOut() {
		long before = all();
		Person stranger = new Person(this.port);
		assertThat(stranger.open("/admin/akun").path()).startsWith("/petugas/masuk");
		assertThat(stranger.post("/akun/surel", Map.of()).status()).isEqualTo(403);
		assertThat(stranger.with("Sec-Fetch-Site", "cross-site").post("/masuk", Map.of()).status()).isEqualTo(403);
		assertThat(all()).isEqualTo(before);
	}

}
