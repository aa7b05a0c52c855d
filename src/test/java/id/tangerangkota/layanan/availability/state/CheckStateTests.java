package id.tangerangkota.layanan.availability.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.availability.check.CheckRule;
import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.result.Observation;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CheckStateTests {

	private static final Instant START = Instant.parse("2026-11-26T03:00:00Z");

	private static final ServiceId SERVICE = new ServiceId(UUID.fromString("00000000-0000-0000-0000-000000000001"));

	/**
	 * One letter a minute: U up, S slow, D down, R refused, N own network, L late, B
	 * nobody looked since then. Afterwards: state, and the minute since when.
	 */
	@ParameterizedTest(name = "{0} is {1}")
	@CsvSource(textBlock = """
			U,          UP 0
			UUU,        UP 0
			UDD,        UP 0
			UDDU,       UP 0
			UDDUDD,     UP 0
			UDDD,       DOWN 1
			UDDDD,      DOWN 1
			UDDDU,      DOWN 1
			UDDDUU,     UP 4
			UDDDUDU,    DOWN 1
			UDDDUDUU,   UP 6
			UDDDSS,     UP 4
			UDDDSU,     UP 4
			UDDDSSS,    DEGRADED 4
			UDDDUSSS,   DEGRADED 5
			USS,        UP 0
			USSS,       DEGRADED 1
			USSSU,      DEGRADED 1
			USSSUS,     DEGRADED 1
			USSSUU,     UP 4
			USSSDDD,    DOWN 4
			URR,        UP 0
			URRR,       UNKNOWN 1
			URRRU,      UP 4
			URRRDD,     UNKNOWN 1
			URRRDDD,    DOWN 4
			UDRD,       UNKNOWN 1
			UDRDDD,     DOWN 3
			UDDDRD,     DOWN 1
			UDDDRRR,    UNKNOWN 4
			UDRU,       UP 0
			UN,         UNKNOWN 1
			UDDN,       UNKNOWN 3
			UDDND,      UNKNOWN 3
			UDDNDDD,    DOWN 4
			UNU,        UP 2
			UDDDN,      UNKNOWN 4
			UDDDNU,     UNKNOWN 4
			UDDDNUU,    UP 5
			UDDDNUNUU,  UP 7
			UDDDNUDUU,  UP 7
			UDDDNBU,    UNKNOWN 4
			UDDDRRRU,   UNKNOWN 4
			UDDDRRRNUU, UP 8
			UDDDNSSS,   DEGRADED 5
			UDDDNUUNU,  UP 8
			UDLLD,      UP 0
			UDLLDD,     DOWN 1
			ULLL,       UP 0
			ULLLL,      UNKNOWN 1
			ULLLLLLLLL, UNKNOWN 1
			ULLLULLL,   UP 0
			UDLLLDDLLL, DOWN 1
			ULLLLU,     UP 5
			UDDLLLLD,   UNKNOWN 3
			UDDDLLLLU,  UNKNOWN 4
			UDDDLLLLUU, UP 8
			UDDDNULLLL, UNKNOWN 4
			UDDDNULLLLU, UNKNOWN 4
			USSSLLLL,   UNKNOWN 4
			URRRLLLL,   UNKNOWN 1
			LLLLL,      UNKNOWN -1
			UUB,        UNKNOWN 2
			DD,         UNKNOWN -1
			DDD,        DOWN 0
			S,          UP 0
			SSS,        DEGRADED 0
			RRR,        UNKNOWN 0
			""")
	void goesBy(String results, String expected) {
		CheckState state = CheckState.starting(START.minusSeconds(60));
		for (int minute = 0; minute < results.length(); minute++) {
			state = state.after(result(results.charAt(minute), minute), rule(3, 2, 3));
		}
		assertThat(state.state() + " " + minute(state.since())).isEqualTo(expected);
	}

	@Test
	void saysWhy() {
		CheckState state = CheckState.starting(START);
		assertThat(state.reason()).isEqualTo(StateReason.STARTING);
		state = follow(state, "UDDD");
		assertThat(state.reason()).isEqualTo(StateReason.TIMEOUT);
		assertThat(follow(state, "....N").reason()).isEqualTo(StateReason.OWN_NETWORK);
		assertThat(follow(state, "....P").reason()).isEqualTo(StateReason.PORT_REFUSED);
		assertThat(follow(state, "....RRR").reason()).isEqualTo(StateReason.TURNED_AWAY);
		assertThat(follow(state, "....B").reason()).isEqualTo(StateReason.NOBODY_LOOKED);
		assertThat(follow(state, "....LLLL").reason()).isEqualTo(StateReason.NOBODY_LOOKED);
		assertThat(follow(state, "....RRRLLLLL").reason()).isEqualTo(StateReason.TURNED_AWAY);
		assertThat(follow(state, "....UUSSS").reason()).isEqualTo(StateReason.SLOW);
		assertThat(follow(state, "....UU").reason()).isNull();
	}

	/** Whoever looked away cannot undo what was seen. */
	@Test
	void keepsWhatWasConfirmedBeforeNobodyLooked() {
		CheckState down = follow(CheckState.starting(START), "UDDD");
		CheckState blind = down.after(result('B', 0), rule(3, 2, 3));
		assertThat(blind.state()).isEqualTo(ServiceState.UNKNOWN);
		assertThat(blind.since()).isAfter(down.since()).isBefore(down.since().plusMillis(1));
	}

	@Test
	void ignoresWhatIsOlderThanItsState() {
		CheckState down = follow(CheckState.starting(START), "UDDD");
		for (char old : "UDRN".toCharArray()) {
			assertThat(down.after(result(old, 0), rule(3, 2, 3))).isEqualTo(down);
		}
	}

	/**
	 * Whoever confirmed it was ahead, or the clock was set back: what comes until then
	 * says nothing, and what comes after it everything.
	 */
	@Test
	void goesOnOnceTimeHasCaughtUpWithIt() {
		CheckState ahead = follow(CheckState.starting(START), "......UDDD");
		assertThat(ahead.since()).isEqualTo(START.plusSeconds(7 * 60));
		CheckState back = follow(ahead, "UUUUUUU");
		assertThat(back).isEqualTo(ahead);
		CheckState up = follow(back, ".......UU");
		assertThat(up.state()).isEqualTo(ServiceState.UP);
		assertThat(up.since()).isEqualTo(START.plusSeconds(7 * 60));
	}

	@Test
	void pausesAndGoesOn() {
		CheckState up = follow(CheckState.starting(START), "UD");
		CheckState stopped = up.stopped(START.plusSeconds(300), false);
		assertThat(stopped)
			.isEqualTo(new CheckState(ServiceState.UNMONITORED, null, START.plusSeconds(300), false, null, null));
		assertThat(stopped.stopped(START.plusSeconds(360), false)).isSameAs(stopped);
		CheckState started = stopped.started(START.plusSeconds(600));
		assertThat(started).isEqualTo(CheckState.starting(START.plusSeconds(600)));
		assertThat(started.started(START.plusSeconds(660))).isSameAs(started);
	}

	@Test
	void waitsForNothingWhenAllIsAsItWas() {
		for (String calm : List.of("UUUUU", "UDDDDDDD", "USSSSSSS", "URRRRRR", "UNNNN", "UDUUU", "UDDDUUUU", "USUUU")) {
			assertThat(follow(CheckState.starting(START), calm).pending()).as(calm).isNull();
		}
		assertThat(follow(CheckState.starting(START), "U").isQuiet()).isTrue();
		assertThat(follow(CheckState.starting(START), "UD").isQuiet()).isFalse();
		assertThat(follow(CheckState.starting(START), "UL").isQuiet()).isFalse();
		assertThat(follow(CheckState.starting(START), "ULU").isQuiet()).isTrue();
	}

	/** Or each of them would be written down. */
	@Test
	void isTheSameHoweverManyMoreAreLate() {
		CheckState once = follow(CheckState.starting(START), "UL");
		assertThat(follow(once, "..LL")).isEqualTo(once);
		CheckState blind = follow(CheckState.starting(START), "ULLLL");
		assertThat(follow(blind, ".....LLLLLLLLLL")).isEqualTo(blind);
	}

	/**
	 * Never down without as many failures in a row as the rule asks for, and then from
	 * the first of them on; never up after it without as many successes, even if nobody
	 * could say for a while.
	 */
	@Test
	void confirmsWhateverHappens() {
		Random random = new Random(4);
		for (int round = 0; round < 4_000; round++) {
			CheckRule rule = rule(1 + random.nextInt(4), 1 + random.nextInt(3), 1 + random.nextInt(4));
			String letters = List.of("UUDDDSRNLB", "UUUUUDDDDDS", "UDDLLLLL").get(random.nextInt(3));
			CheckState state = CheckState.starting(START.minusSeconds(60));
			ServiceState known = state.state();
			List<Observation> seen = new ArrayList<>();
			for (int minute = 0; minute < 40; minute++) {
				Observation observation = result(letters.charAt(random.nextInt(letters.length())), minute);
				CheckState next = state.after(observation, rule);
				seen.add(observation);
				assertThat(next.since()).isAfterOrEqualTo(state.since());
				if (next.state() == ServiceState.DOWN && state.state() != ServiceState.DOWN) {
					assertThat(next.since()).isEqualTo(firstOfRow(seen, rule.failures(), List.of(Outcome.DOWN)));
				}
				if (next.state().isUp() && known == ServiceState.DOWN) {
					assertThat(next.since())
						.isEqualTo(firstOfRow(seen, rule.successes(), List.of(Outcome.UP, Outcome.SLOW)));
				}
				if (observation.outcome() == Outcome.DOWN && next.state() != ServiceState.DOWN) {
					assertThat(rowLength(seen, List.of(Outcome.DOWN))).isLessThan(rule.failures());
				}
				state = next;
				known = (state.state() != ServiceState.UNKNOWN) ? state.state() : known;
			}
		}
	}

	private static Instant firstOfRow(List<Observation> seen, int least, List<Outcome> kinds) {
		List<Observation> counted = counted(seen);
		int length = rowLength(seen, kinds);
		assertThat(length).isGreaterThanOrEqualTo(least);
		return counted.get(counted.size() - length).at();
	}

	private static int rowLength(List<Observation> seen, List<Outcome> kinds) {
		List<Observation> counted = counted(seen);
		int length = 0;
		while (length < counted.size() && kinds.contains(counted.get(counted.size() - 1 - length).outcome())) {
			length++;
		}
		return length;
	}

	/** Without late ones, but for those after which nothing is known. */
	private static List<Observation> counted(List<Observation> seen) {
		List<Observation> counted = new ArrayList<>();
		int late = 0;
		for (Observation observation : seen) {
			late = (observation.cause() == Cause.LATE) ? late + 1 : 0;
			if (late == 0 || late == 4) {
				counted.add(observation);
			}
		}
		return counted;
	}

	private static CheckState follow(CheckState from, String results) {
		CheckState state = from;
		for (int minute = 0; minute < results.length(); minute++) {
			if (results.charAt(minute) != '.') {
				state = state.after(result(results.charAt(minute), minute), rule(3, 2, 3));
			}
		}
		return state;
	}

	private static CheckRule rule(int failures, int successes, int slows) {
		return new CheckRule(1, SERVICE, Platform.WEB, null, Duration.ofMinutes(1), failures, successes, slows,
				"a.example", "example");
	}

	private static Observation result(char letter, int minute) {
		Instant at = START.plusSeconds(60L * minute);
		return switch (letter) {
			case 'U' -> new Observation(1, at, Outcome.UP, null, 200, 50, null, null);
			case 'S' -> new Observation(1, at, Outcome.SLOW, null, 200, 5_000, null, null);
			case 'D' -> new Observation(1, at, Outcome.DOWN, Cause.TIMEOUT, 0, 5_000, null, null);
			case 'R' -> new Observation(1, at, Outcome.REFUSED, Cause.TURNED_AWAY, 403, 50, null, null);
			case 'N' -> new Observation(1, at, Outcome.VOID, Cause.OWN_NETWORK, 0, 50, null, null);
			case 'P' -> new Observation(1, at, Outcome.VOID, Cause.PORT_REFUSED, 0, 1, null, null);
			case 'L' -> new Observation(1, at, Outcome.VOID, Cause.LATE, 0, 50, null, null);
			case 'B' -> new Observation(1, at, Outcome.BLIND, Cause.NOBODY_LOOKED, 0, 0, null, null);
			default -> throw new IllegalArgumentException(String.valueOf(letter));
		};
	}

	private static long minute(Instant instant) {
		return Math.floorDiv(Duration.between(START, instant).toSeconds(), 60);
	}

}
