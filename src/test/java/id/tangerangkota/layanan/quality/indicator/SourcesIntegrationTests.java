package id.tangerangkota.layanan.quality.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceUsage;
import id.tangerangkota.layanan.identity.testing.Niks;
import id.tangerangkota.layanan.identity.testing.Person;
import id.tangerangkota.layanan.postgres.DailyCounts;
import id.tangerangkota.layanan.privacy.People;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Indicator.Fact;
import id.tangerangkota.layanan.quality.Sum;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** What people do at the portal's doors reaches what is counted. */
@PortalTest
class SourcesIntegrationTests {

	@Autowired
	private List<Indicator> indicators;

	@Autowired
	private DailyCounts counts;

	@Autowired
	private ServiceUsage usage;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private MockMvcTester mvc;

	@LocalServerPort
	private int port;

	private Sum today(String indicator) {
		this.counts.write();
		return this.indicators.stream()
			.filter((one) -> one.id().equals(indicator))
			.findAny()
			.orElseThrow()
			.count(this.counts.today())
			.stream()
			.map(Fact::sum)
			.reduce(Sum.NONE, Sum::plus);
	}

	@Test
	void signingInAndOut() {
		Sum tries = today("sign-in-success");
		Sum in = today("sign-in-time");
		Sum out = today("sign-out-time");
		String nik = Niks.next();
		Person person = new Person(this.port).open("/daftar")
			.submit("/daftar", "nik", nik, "nama", "Siti Aminah", "surel", "", "sandi", People.PASSWORD);
		person.open("/masuk").submit("/masuk", "nik", nik, "sandi", "salah sama sekali", "lanjut", "");
		person.open("/masuk").submit("/masuk", "nik", nik, "sandi", People.PASSWORD, "lanjut", "");
		person.open("/akun").submit("/keluar");
		assertThat(today("sign-in-success").numerator()).isEqualTo(tries.numerator() + 1);
		assertThat(today("sign-in-success").denominator()).isEqualTo(tries.denominator() + 2);
		assertThat(today("sign-in-time").denominator()).isEqualTo(in.denominator() + 1);
		assertThat(today("sign-out-time").denominator()).isEqualTo(out.denominator() + 1);
	}

	@Test
	void searchingAndGoingOn() {
		Sum before = today("search-hits");
		assertThat(this.mvc.get().uri("/layanan?q=ktp").exchange()).hasStatusOk();
		assertThat(this.mvc.get().uri("/layanan?q=ktp&halaman=2").exchange().getResponse().getStatus()).isPositive();
		assertThat(today("search-hits").denominator()).as("the first page alone").isEqualTo(before.denominator() + 1);
		new Person(this.port).open("/layanan/disdukcapil?urut=1").open("/layanan/disdukcapil?urut=9");
		assertThat(today("search-hits").numerator()).isEqualTo(before.numerator() + 1);
	}

	@Test
	void goingOnToAService() {
		ServiceId service = this.catalog.service("disdukcapil").orElseThrow().id();
		long before = opened().getOrDefault(service, 0L);
		assertThat(this.mvc.get().uri("/buka/disdukcapil").exchange()).hasStatus(302);
		assertThat(opened()).containsEntry(service, before + 1);
	}

	/** Also those a kept page answers; what is not there is nobody's page. */
	@Test
	void lookingAtThePageOfAService() {
		ServiceId service = this.catalog.service("disdukcapil").orElseThrow().id();
		long before = viewed().getOrDefault(service, 0L);
		Map<ServiceId, Long> all = viewed();
		for (int i = 0; i < 3; i++) {
			new Person(this.port).open("/layanan/disdukcapil");
		}
		new Person(this.port).open("/layanan/tidak-ada");
		new Person(this.port).open("/layanan/disdukcapil/paspor");
		assertThat(viewed()).containsEntry(service, before + 3);
		assertThat(viewed().keySet()).as("no other")
			.hasSize(Math.max(1, all.size() + (all.containsKey(service) ? 0 : 1)));
	}

	private Map<ServiceId, Long> viewed() {
		this.counts.write();
		LocalDate today = this.counts.today();
		return this.usage.viewed(today, today);
	}

	private Map<ServiceId, Long> opened() {
		this.counts.write();
		LocalDate today = this.counts.today();
		return this.usage.opened(today, today);
	}

}
