package id.tangerangkota.layanan.availability.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.catalog.Platform;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CombinationTests {

	private static final Instant START = Instant.parse("2026-11-26T03:00:00Z");

	/**
	 * A word for each check, W of the web listing and A of the Android one, with one
	 * letter a minute: U up, S slow, D down, N own network, T turned away, I starting, -
	 * nobody looks, H halted by an administrator. Afterwards: what the service is in each
	 * minute, with P for partly.
	 */
	@ParameterizedTest(name = "{0} is {1}")
	@CsvSource(textBlock = """
			WU,                 U
			WUDU,               UDU
			WDN,                DN
			WDNNU,              DNNU
			WU WU,              U
			WU WS,              S
			WU WD,              D
			WS WD,              D
			WDU WUU,            DU
			WDN WUU,            DN
			WDT WUU,            DT
			WDNNU WUUUU,        DNNU
			WDNND WUUUU,        DNND
			WUN WUU,            UN
			WSN WUU,            SN
			WUT WSS,            ST
			WTT WNN,            NN
			WTT WUU,            TT
			WDD WUN,            DD
			WIU WUU,            UU
			WID WUU,            UD
			WI- WUU,            UU
			WII WDD,            DD
			WII WDN,            DN
			WI WI,              I
			WDNII WDNDD,        DNDD
			WD-- WUUU,          DUU
			WDN- WUUU,          DNU
			WD-I WUUU,          DUU
			WD- WDD,            DD
			WU AU,              U
			WU AS,              S
			WD AD,              D
			WD AU,              P
			WS AD,              P
			WDN ADD,            DN
			WDDU ADND,          DNP
			WDNN ADDN,          DNN
			WDNN ADDU,          DNP
			WDND ADDD,          DND
			WDN AUU,            PP
			WDNU AUUU,          PPU
			WDN ASS,            PP
			WUN ADD,            PP
			WUN ADN,            PN
			WUN AUU,            UU
			WUN ASS,            SS
			WTT AUU,            UU
			WTT ADD,            TT
			WDD AII,            II
			WDDD A-IU,          DIP
			WDDD A-ID,          DID
			WUUU A-ID,          UUP
			WDD A--,            DD
			WUU AD-,            PU
			WDN WUU ADD,        DN
			WDN WUU AUU,        PP
			WUN WUU AUU,        UU
			WDDN AUDD,          PDN
			W- A-,              -
			WDH,                D-
			WUH WUU,            UU
			WSH WUU,            SU
			WDH WUU,            D-
			WDNH WUUU,          DN-
			WDHIU WUUUU,        D-IU
			WDHHID WUUUUU,      D--ID
			WDH- WUUU,          D-U
			WD-H WUUU,          DUU
			WDH WDD,            DD
			WDH AUU,            PP
			WDH ADD,            DD
			WDH AUH,            P-
			""")
	void isWhatPeopleWouldSay(String checks, String expected) {
		Combination combination = combination(checks.split(" "));
		Timeline states = combination.from(START, START.plus(Duration.ofHours(1)));
		StringBuilder said = new StringBuilder();
		for (int minute = 0; minute < expected.length(); minute++) {
			said.append(letter(states.at(minute(minute))));
		}
		assertThat(said).hasToString(expected);
	}

	/** From minute to minute, with what came after each. */
	@ParameterizedTest(name = "{0} was down {1}")
	@CsvSource(textBlock = """
			WUDU,               1-2 UP
			WUDNU,              1-3 UP
			WUD-,               1-2 UNMONITORED
			WUDN-,              1-3 UNMONITORED
			WUDNNDU WUUUUUU,    1-5 UP
			WUDN WUUU,          1-
			WUD- WUUU,          1-2 UNMONITORED
			WUDN- WUUUU,        1-3 UNMONITORED
			WUD-DU WUUUUU,      1-2 UNMONITORED 3-4 UP
			WUD- WUDD,          1-
			WUD-- WUDDU,        1-3 UP
			WUDND AUDDD,        1-
			WUDNU AUDDD,        1-3 DEGRADED
			WUDND AUDDU,        1-3 DEGRADED
			WUDDD A--IN,        1-
			WUDD- AUDDD,        1-
			WUDD- AUDUU,        1-2 DEGRADED
			WUDH WUUU,          1-2 UNMONITORED
			WUDH- WUUUU,        1-2 UNMONITORED
			WUDHDU WUUUUU,      1-2 UNMONITORED 3-4 UP
			""")
	void isDownUntilSomebodySeesItWork(String checks, String expected) {
		Combination combination = combination(checks.split(" "));
		Timeline states = combination.from(START, START.plus(Duration.ofHours(1)));
		assertThat(combination.downTimes(states)
			.stream()
			.map((time) -> minutes(time.start()) + "-"
					+ ((time.end() != null) ? minutes(time.end()) + " " + time.then() : ""))
			.collect(Collectors.joining(" "))).isEqualTo(expected);
	}

	@Test
	void isInMaintenanceWhateverChecksSay() {
		Combination combination = new Combination(combination("WUDDDD").checks(),
				List.of(new Work(minute(2), minute(4))));
		Timeline states = combination.from(START, START.plus(Duration.ofHours(1)));
		assertThat(states.spans()).extracting(StateSpan::state)
			.containsExactly(ServiceState.UP, ServiceState.DOWN, ServiceState.MAINTENANCE, ServiceState.DOWN);
	}

	private static Combination combination(String... words) {
		List<WatchedCheck> checks = new ArrayList<>();
		for (String word : words) {
			Timeline states = Timeline.EMPTY;
			for (int minute = 1; minute < word.length(); minute++) {
				states = states.change(minute(minute - 1), state(word.charAt(minute)), reason(word.charAt(minute)));
			}
			checks.add(new WatchedCheck(checks.size() + 1, (word.charAt(0) == 'W') ? Platform.WEB : Platform.ANDROID,
					states));
		}
		return new Combination(checks, List.of());
	}

	private static ServiceState state(char letter) {
		return switch (letter) {
			case 'U' -> ServiceState.UP;
			case 'S' -> ServiceState.DEGRADED;
			case 'D' -> ServiceState.DOWN;
			case 'N', 'T', 'I' -> ServiceState.UNKNOWN;
			case '-', 'H' -> ServiceState.UNMONITORED;
			default -> throw new IllegalArgumentException(String.valueOf(letter));
		};
	}

	private static @Nullable StateReason reason(char letter) {
		return switch (letter) {
			case 'S' -> StateReason.SLOW;
			case 'D' -> StateReason.TIMEOUT;
			case 'N' -> StateReason.OWN_NETWORK;
			case 'T' -> StateReason.TURNED_AWAY;
			case 'I' -> StateReason.STARTING;
			case 'H' -> StateReason.PAUSED;
			default -> null;
		};
	}

	private static char letter(@Nullable StateSpan span) {
		assertThat(span).isNotNull();
		return (span.reason() == StateReason.PARTLY) ? 'P'
				: "USDNTI-".chars()
					.mapToObj((letter) -> (char) letter)
					.filter((letter) -> span.says(state(letter), reason(letter)))
					.findFirst()
					.orElseThrow();
	}

	private static Instant minute(int minute) {
		return START.plus(Duration.ofMinutes(minute));
	}

	private static long minutes(Instant instant) {
		return Duration.between(START, instant).toMinutes();
	}

}
