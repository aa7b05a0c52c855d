package id.tangerangkota.layanan.availability.check;

import id.tangerangkota.layanan.availability.probe.Host;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ZoneTests {

	@ParameterizedTest
	@CsvSource({ "disdukcapil.tangerangkota.go.id, tangerangkota.go.id", "a.b.tangerangkota.go.id, tangerangkota.go.id",
			"tangerangkota.go.id, tangerangkota.go.id", "play.google.com, google.com", "pdam.co.id, pdam.co.id",
			"www.tirtabenteng.co.id, tirtabenteng.co.id", "www.tangerang.id, tangerang.id", "go.id, go.id",
			"localhost, localhost", "127.0.0.1, 127.0.0.1", "[::1], ::1" })
	void isWhatSomebodyRegistered(String host, String zone) {
		assertThat(Zone.of(new Host(host))).isEqualTo(zone);
	}

}
