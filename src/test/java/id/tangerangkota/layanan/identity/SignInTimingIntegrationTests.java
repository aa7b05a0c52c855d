package id.tangerangkota.layanan.identity;

import java.util.ArrayList;
import java.util.List;

import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.identity.testing.Niks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** How long an answer takes tells nothing either. */
@SpringBootTest
@TestPropertySource(properties = { "layanan.identity.throttle.account-tries=1000000",
		"layanan.identity.throttle.network-tries=1000000" })
@Tag("speed")
class SignInTimingIntegrationTests {

	private static final Logger log = LoggerFactory.getLogger(SignInTimingIntegrationTests.class);

	private static final int TRIES = 200;

	private static final int WARM_UP = 20;

	private static final double FIVE_MILLISECONDS = 5;

	private static final SignInAttempt ATTEMPT = new SignInAttempt("203.0.113.7", null, "Chrome, Android");

	@Autowired
	private SignInDesk desk;

	@Autowired
	private Registration registration;

	/**
	 * In turn and with either first, so that whatever else the machine does falls on
	 * both: a hash takes so much memory that the collector runs in step with the tries.
	 */
	@Test
	void takesAsLongForAnUnknownNikAsForAWrongPassword() {
		Nik known = Nik.parse(Niks.next());
		this.registration
			.register(new Registration.Application(known, "Siti Aminah", "kopi pagi hujan deras", null, "203.0.113.7"));
		Nik unknown = Nik.parse(Niks.next());
		List<Double> knownTimes = new ArrayList<>();
		List<Double> unknownTimes = new ArrayList<>();
		for (int i = 0; i < WARM_UP + TRIES; i++) {
			boolean knownFirst = i % 2 == 0;
			double first = milliseconds(knownFirst ? known : unknown);
			double second = milliseconds(knownFirst ? unknown : known);
			if (i >= WARM_UP) {
				knownTimes.add(knownFirst ? first : second);
				unknownTimes.add(knownFirst ? second : first);
			}
		}
		double difference = Math.abs(median(knownTimes) - median(unknownTimes));
		log.info("Sign-in refused: known {} ms, unknown {} ms, difference {} ms", median(knownTimes),
				median(unknownTimes), difference);
		assertThat(difference).isLessThan(FIVE_MILLISECONDS);
	}

	private double milliseconds(Nik nik) {
		long start = System.nanoTime();
		SignInResult result = this.desk.signIn(nik, "salah sama sekali", ATTEMPT);
		double time = (System.nanoTime() - start) / 1e6;
		assertThat(result.signIn()).isNull();
		return time;
	}

	private static double median(List<Double> values) {
		return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
	}

}
