package id.tangerangkota.layanan.availability.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.availability.Overview;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.check.CheckSettings;
import id.tangerangkota.layanan.web.PageClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HeadlinesTests {

	private static final Locale INDONESIAN = Locale.of("id");

	private final Headlines headlines = headlines(false);

	private static Headlines headlines(boolean on) {
		CheckSettings settings = new CheckSettings(on,
				on ? List.of("https://a.example/", "https://b.example/", "https://c.example/") : List.of(), false, 8,
				Duration.ofSeconds(15), Duration.ofDays(30), Duration.ofDays(730), Duration.ofDays(1), 20_000);
		return new Headlines(
				new Words(WordsTests.messages(), new PageClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))), settings);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			UNMONITORED 203                            | 0 | Pemantauan belum dinyalakan
			UP 57                                      | 0 | Semua layanan yang kami pantau dapat dibuka
			UP 57, UNMONITORED 146                     | 0 | Semua layanan yang kami pantau dapat dibuka
			UP 1, UNKNOWN 56                           | 0 | 1 dari 57 layanan yang kami pantau dapat dibuka
			UP 56, MAINTENANCE 1                       | 0 | 56 dari 57 layanan yang kami pantau dapat dibuka
			MAINTENANCE 1, UNKNOWN 2                   | 0 | 0 dari 3 layanan yang kami pantau dapat dibuka
			UNKNOWN 57                                 | 0 | Kami sedang tidak dapat memeriksa layanan
			UP 55, DEGRADED 2                          | 0 | 2 layanan lambat atau hanya sebagian dapat dibuka
			UP 50, DEGRADED 2, DOWN 1, UNKNOWN 3       | 1 | 1 layanan tidak dapat dibuka
			UP 57                                      | 1 | 1 gangguan sedang ditangani
			UNKNOWN 57                                 | 2 | 2 gangguan sedang ditangani
			""")
	void saysWhatIsKnownAndNoMore(String states, int incidents, String headline) {
		assertThat(this.headlines.headline(overview(states, ""), incidents, 0, INDONESIAN)).isEqualTo(headline);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			DOWN 1     | 1 service cannot be opened
			DOWN 2     | 2 services cannot be opened
			DEGRADED 1 | 1 service is slow or only partly available
			DEGRADED 2 | 2 services are slow or only partly available
			""")
	void countsInEnglish(String states, String headline) {
		assertThat(this.headlines.headline(overview(states, ""), 0, 0, Locale.ENGLISH)).isEqualTo(headline);
	}

	/** What happens at an address that may not be the city's is told beside it. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			textBlock = """
					UP 57, DOWN 1            | DOWN 1            | 0 | 0 | Semua layanan yang alamatnya terverifikasi dapat dibuka
					UP 57, DOWN 1            | DOWN 1            | 1 | 1 | Semua layanan yang alamatnya terverifikasi dapat dibuka
					UP 57, DOWN 3            | DOWN 2            | 1 | 0 | 1 layanan tidak dapat dibuka
					UP 57, DEGRADED 1        | DEGRADED 1, UP 9  | 0 | 0 | Semua layanan yang alamatnya terverifikasi dapat dibuka
					UP 50, DEGRADED 3, DOWN 1 | DOWN 1           | 0 | 0 | 3 layanan lambat atau hanya sebagian dapat dibuka
					UP 57, UNKNOWN 2         | UNKNOWN 1, UP 7   | 0 | 0 | 50 dari 51 layanan yang alamatnya terverifikasi dapat dibuka
					UP 57                    | UP 7              | 0 | 0 | Semua layanan yang kami pantau dapat dibuka
					UP 57                    | UP 7              | 1 | 1 | Semua layanan yang alamatnya terverifikasi dapat dibuka
					UP 57                    | UP 7              | 2 | 1 | 1 gangguan sedang ditangani
					UP 56, DOWN 1            | UP 56, DOWN 1     | 1 | 1 | 1 layanan dengan alamat belum terverifikasi tidak dapat dibuka
					UP 56, DEGRADED 2        | UP 56, DEGRADED 2 | 0 | 0 | 2 layanan dengan alamat belum terverifikasi lambat atau hanya sebagian dapat dibuka
					UP 57                    | UP 57             | 0 | 0 | Semua layanan yang kami pantau dapat dibuka
					""")
	void countsWhatIsVerified(String states, String unverified, int incidents, int unverifiedIncidents,
			String headline) {
		assertThat(this.headlines.headline(overview(states, unverified), incidents, unverifiedIncidents, INDONESIAN))
			.isEqualTo(headline);
	}

	/** Before the first result, and while all there is to look at is paused. */
	@Test
	void doesNotTakeChecksWithoutAResultForChecksThatAreOff() {
		Overview nothing = overview("UNMONITORED 203", "");
		assertThat(headlines(true).headline(nothing, 0, 0, INDONESIAN)).isEqualTo("Belum ada layanan yang kami pantau");
		assertThat(headlines(true).lead(nothing, INDONESIAN)).startsWith("Pemeriksaan sudah dinyalakan");
		assertThat(this.headlines.lead(nothing, INDONESIAN)).startsWith("Portal ini belum memeriksa layanan");
	}

	@Test
	void countsServicesOfAnIncidentInEnglish() {
		assertThat(WordsTests.messages()
			.getMessage("availability.incident.more", new Object[] { "SPMB", 1 }, Locale.ENGLISH))
			.isEqualTo("SPMB and 1 other");
		assertThat(WordsTests.messages()
			.getMessage("availability.incident.more", new Object[] { "SPMB", 2 }, Locale.ENGLISH))
			.isEqualTo("SPMB and 2 others");
	}

	@Test
	void saysHowManyAreUnverifiedAndHowManyNobodyCanJudge() {
		Overview overview = overview("UP 50, DOWN 3, UNKNOWN 4, UNMONITORED 146", "UP 20, DOWN 2");
		assertThat(this.headlines.lead(overview, INDONESIAN))
			.isEqualTo("2 layanan lain tidak dapat dibuka; alamatnya belum kami verifikasi. "
					+ "Keadaan 4 layanan sedang tidak kami ketahui. "
					+ "Kami memantau 57 dari 203 layanan kota, siang dan malam.");
		assertThat(this.headlines.coverage(overview, INDONESIAN))
			.isEqualTo("Kami memeriksa 57 dari 206 situs dan aplikasi. Alamat 22 di antaranya belum kami verifikasi.");
		assertThat(this.headlines.lead(overview("UP 2, UNMONITORED 201", ""), Locale.ENGLISH))
			.isEqualTo("We monitor 2 of 203 services of the city, day and night.");
		assertThat(this.headlines.coverage(overview("UP 2, UNMONITORED 201", ""), Locale.ENGLISH))
			.isEqualTo("We check 2 of 206 websites and apps.");
		assertThat(this.headlines.lead(overview("UP 1, DEGRADED 1, UNKNOWN 1", "DEGRADED 1"), Locale.ENGLISH))
			.startsWith("1 other service is slow or only partly available; we have not verified the address yet. "
					+ "We cannot tell the state of 1 service at the moment.");
	}

	/** Of services with one listing each. */
	private static Overview overview(String services, String unverified) {
		Map<ServiceState, Integer> states = states(services);
		return new Overview(states, states(unverified), watched(states), watched(states(unverified)), 206);
	}

	private static int watched(Map<ServiceState, Integer> states) {
		return states.entrySet()
			.stream()
			.filter((entry) -> entry.getKey() != ServiceState.UNMONITORED)
			.mapToInt(Map.Entry::getValue)
			.sum();
	}

	private static Map<ServiceState, Integer> states(String text) {
		Map<ServiceState, Integer> states = new EnumMap<>(ServiceState.class);
		for (String part : text.isEmpty() ? new String[0] : text.split(", ")) {
			states.put(ServiceState.valueOf(part.split(" ")[0]), Integer.valueOf(part.split(" ")[1]));
		}
		return states;
	}

}
