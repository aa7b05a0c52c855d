package id.tangerangkota.layanan.availability.demo;

import java.time.Duration;
import java.time.Instant;

import id.tangerangkota.layanan.availability.check.Slots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimetableTests {

	private static final String CITY = ".tangerangkota.go.id";

	private static final Instant OPENED = Instant.parse("2026-11-26T03:00:07Z");

	@ParameterizedTest
	@CsvSource(textBlock = """
			pajakonline,     ERROR,             25,  85
			baznas,          SLOW,              60, 200
			dpupr,           NO_SERVER,        110, 180
			dataciptakarya,  NO_SERVER,        110, 180
			labkesda,        HANG,             240, 310
			jdih,            WRONG_CONTENT,    290, 360
			ppdb,            UNKNOWN_AUTHORITY, 350, 420
			opendata,        RESET,            410, 480
			bphtb,           NO_NAME,          470, 540
			""")
	void breaksASiteFromOneSecondToAnotherInEachRound(String site, Fault fault, int from, int until) {
		for (Duration round : new Duration[] { Duration.ZERO, Timetable.ROUND, Timetable.ROUND.multipliedBy(48) }) {
			assertThat(at(site, round.plusSeconds(from).minusMillis(1))).isEqualTo(Fault.NONE);
			assertThat(at(site, round.plusSeconds(from))).isEqualTo(fault);
			assertThat(at(site, round.plusSeconds(until).minusMillis(1))).isEqualTo(fault);
			assertThat(at(site, round.plusSeconds(until))).isEqualTo(Fault.NONE);
		}
	}

	@ParameterizedTest
	@CsvSource({ "covid19, NO_SERVER", "skp, EXPIRED_CERTIFICATE", "ppid, TURNED_AWAY",
			"smartcity, ENDING_CERTIFICATE" })
	void leavesSomeSitesAsTheyAre(String site, Fault fault) {
		assertThat(at(site, Duration.ofSeconds(-1))).isEqualTo(fault);
		assertThat(at(site, Duration.ofDays(3).plusSeconds(77))).isEqualTo(fault);
	}

	@Test
	void breaksNothingBeforeTheCityIsOpen() {
		assertThat(at("pajakonline", Duration.ofSeconds(-1770))).isEqualTo(Fault.NONE);
	}

	@Test
	void keepsOtherSitesAndTheCanariesHealthy() {
		for (int second = 0; second < Timetable.ROUND.toSeconds(); second++) {
			assertThat(at("disdukcapil", Duration.ofSeconds(second))).isEqualTo(Fault.NONE);
			assertThat(Timetable.at("kenari-1.simulasi.test", Duration.ofSeconds(second))).isEqualTo(Fault.NONE);
		}
	}

	/** Each needs three failures and two successes, a check every 20 seconds. */
	@Test
	void leavesTimeToNoticeEachFault() {
		int broken = 0;
		for (int second = 0; second < Timetable.ROUND.toSeconds(); second++) {
			broken += (at("pajakonline", Duration.ofSeconds(second)) == Fault.ERROR) ? 1 : 0;
		}
		assertThat(broken).isGreaterThanOrEqualTo(60);
	}

	/** Wherever its slots lie, and whenever within the first seconds checks begin. */
	@Test
	void showsAnIncidentAndARecoveryWithinThreeMinutes() {
		for (int check = 1; check <= 300; check++) {
			Slots slots = new Slots(check, Duration.ofSeconds(20));
			for (int begins = 0; begins <= 20; begins += 5) {
				assertThat(recovery(slots, OPENED.plusSeconds(begins))).as("check %d after %d s", check, begins)
					.isBetween(OPENED.plusSeconds(85), OPENED.plusSeconds(180));
			}
		}
	}

	/** When two successes have followed three failures. */
	private static Instant recovery(Slots slots, Instant begins) {
		int failures = 0;
		int successes = 0;
		Instant regular = slots.next(begins);
		Instant again = null;
		while (true) {
			Instant at = (again != null && again.isBefore(regular)) ? again : regular;
			again = null;
			regular = at.equals(regular) ? slots.next(regular) : regular;
			if (at("pajakonline", Duration.between(OPENED, at)) == Fault.ERROR) {
				failures++;
				successes = 0;
				again = (failures < 3) ? slots.again(at) : null;
			}
			else if (failures < 3) {
				failures = 0;
				assertThat(at).as("it was noticed before it is over").isBefore(OPENED.plusSeconds(85));
			}
			else if (++successes == 2) {
				return at;
			}
		}
	}

	@Test
	void isBusiestOnTheMorningsOfWorkingDays() {
		double monday = Timetable.rhythm(Instant.parse("2026-11-23T03:00:00Z"));
		assertThat(monday).isGreaterThan(Timetable.rhythm(Instant.parse("2026-11-22T03:00:00Z")))
			.isGreaterThan(2 * Timetable.rhythm(Instant.parse("2026-11-22T19:00:00Z")));
		assertThat(Timetable.thinking("a.test", Instant.parse("2026-11-23T03:00:00Z"))).isBetween(10, 600);
	}

	private static Fault at(String site, Duration since) {
		return Timetable.at(site + CITY, since);
	}

}
