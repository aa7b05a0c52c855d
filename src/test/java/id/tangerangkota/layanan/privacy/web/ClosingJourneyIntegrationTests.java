package id.tangerangkota.layanan.privacy.web;

import java.util.Map;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.identity.testing.Niks;
import id.tangerangkota.layanan.identity.testing.Person;
import id.tangerangkota.layanan.privacy.People;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody leaves, on two devices. */
@PortalTest
class ClosingJourneyIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private People people;

	@Test
	void leavesNoWayBack() {
		String nik = Niks.next();
		this.people.register(nik, "Siti Pamit", null);
		Person person = signIn(nik);
		Person phone = signIn(nik);
		assertThat(phone.open("/akun/data-saya").path()).isEqualTo("/akun/data-saya");

		person.open("/akun/data-saya/tutup").submit("/akun/data-saya/tutup", "sandi", People.PASSWORD);

		assertThat(person.path()).startsWith("/bukti/");
		assertThat(person.page().text()).contains("Akun Anda telah ditutup");
		assertThat(person.cookies()).doesNotContainKey("SESI");
		assertThat(person.open("/akun/data-saya").path()).startsWith("/masuk");
		assertThat(phone.open("/akun/data-saya").path()).startsWith("/masuk");
		Person again = new Person(this.port).open("/masuk");
		again.submit("/masuk", "nik", nik, "sandi", People.PASSWORD);
		assertThat(again.status()).isEqualTo(422);
	}

	@Test
	void refusesADownloadToWhoeverIsGone() {
		String nik = Niks.next();
		this.people.register(nik, "Siti Keluar", null);
		Person person = signIn(nik);
		Map<String, String> cookies = Map.copyOf(person.cookies());
		person.open("/akun").submit("/keluar");
		Person thief = new Person(this.port);
		thief.cookies().putAll(cookies);
		assertThat(thief.open("/akun/data-saya/unduh.json").path()).startsWith("/masuk");
		assertThat(thief.page().text()).doesNotContain(nik);
	}

	private Person signIn(String nik) {
		return new Person(this.port).open("/masuk").submit("/masuk", "nik", nik, "sandi", People.PASSWORD);
	}

}
