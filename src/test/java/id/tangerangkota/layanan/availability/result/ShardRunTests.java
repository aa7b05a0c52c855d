package id.tangerangkota.layanan.availability.result;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import id.tangerangkota.layanan.availability.check.CheckDetail;
import id.tangerangkota.layanan.availability.check.CheckMode;
import id.tangerangkota.layanan.availability.check.CheckSpec;
import id.tangerangkota.layanan.availability.check.Checks;
import id.tangerangkota.layanan.availability.check.Slots;
import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.HttpTarget;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShardRunTests {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final SetClock clock = new SetClock(Checks.NOON);

	private final Sites sites = new Sites();

	private final List<Finding> stored = new ArrayList<>();

	private ShardRun run = run(Checks.NOON);

	private ShardRun run(Instant coveredUntil) {
		Canaries none = new Canaries(List.of(), this.sites, () -> {
		}, this.clock);
		ShardRun[] itself = new ShardRun[1];
		itself[0] = new ShardRun(this.sites, none, (finding) -> {
			this.stored.add(finding);
			itself[0].settled(finding.at());
		}, this.clock, coveredUntil);
		return itself[0];
	}

	private void pass(Duration time, Duration step) {
		Instant end = this.clock.instant().plus(time);
		while (this.clock.instant().isBefore(end)) {
			this.clock.advance(step);
			this.run.tick(this.clock.instant());
		}
	}

	@Test
	void looksOnceInEveryInterval() {
		List<CheckDetail> checks = IntStream.rangeClosed(1, 50).mapToObj((n) -> Checks.check(n, MINUTE)).toList();
		this.run.define(checks, this.clock.instant());
		pass(Duration.ofMinutes(10), Duration.ofMillis(100));
		assertThat(this.stored).hasSizeBetween(50 * 10 - 8, 50 * 10 + 8);
		assertOnceInAnInterval(checks);
	}

	/** Whoever looked before, also when it is handed over all the time. */
	@Test
	void looksOnceInEveryIntervalWhateverTheHandovers() {
		Random random = new Random(11);
		List<CheckDetail> checks = checks(random);
		this.run.define(checks, this.clock.instant());
		for (int round = 0; round < 60; round++) {
			pass(Duration.ofSeconds(1 + random.nextInt(40)), Duration.ofMillis(250));
			this.run.end();
			Instant coveredUntil = this.run.coveredUntil();
			this.run = run(coveredUntil);
			this.run.define(checks, this.clock.instant());
			this.run.catchUp(lastStored(), coveredUntil, this.clock.instant());
		}
		assertOnceInAnInterval(checks);
		assertNoIntervalMissing(checks);
	}

	/**
	 * Of a process that dies the last two seconds are lost, and nobody looks for long.
	 */
	@Test
	void leavesNothingForTwoIntervalsWhenProcessesDie() {
		Random random = new Random(12);
		List<CheckDetail> checks = IntStream.rangeClosed(1, 40).mapToObj((n) -> Checks.check(n, MINUTE)).toList();
		this.run.define(checks, this.clock.instant());
		pass(MINUTE, Duration.ofMillis(250));
		for (int round = 0; round < 30; round++) {
			pass(Duration.ofSeconds(90 + random.nextInt(60)), Duration.ofMillis(250));
			this.run.end();
			Instant lost = this.clock.instant().minusSeconds(2);
			this.stored.removeIf((finding) -> finding.at().isAfter(lost));
			this.clock.advance(Duration.ofSeconds(20 + random.nextInt(20)));
			this.run = run(lost.minusSeconds(1));
			this.run.define(checks, this.clock.instant());
			this.run.catchUp(lastStored(), lost.minusSeconds(1), this.clock.instant());
		}
		pass(MINUTE.multipliedBy(2), Duration.ofMillis(250));
		assertOnceInAnInterval(checks);
		for (CheckDetail check : checks) {
			List<Instant> looks = looks(check).stream().toList();
			for (int n = 1; n < looks.size(); n++) {
				assertThat(Duration.between(looks.get(n - 1), looks.get(n)))
					.isLessThanOrEqualTo(MINUTE.multipliedBy(2));
			}
		}
	}

	/** Also when the one that was to make up for it hands over before it could. */
	@Test
	void owesWhatNobodyLookedAt() {
		CheckDetail check = Checks.check(7, MINUTE);
		Instant slot = new Slots(7, MINUTE).next(this.clock.instant());
		this.run.define(List.of(check), this.clock.instant());
		this.clock.set(slot.minusMillis(100));
		this.run.tick(this.clock.instant());
		for (int round = 0; round < 3; round++) {
			this.run.end();
			Instant coveredUntil = this.run.coveredUntil();
			assertThat(coveredUntil).isBefore(slot);
			this.clock.set(slot.plusSeconds(1 + round));
			this.run = run(coveredUntil);
			this.run.define(List.of(check), this.clock.instant());
			this.run.catchUp(Map.of(), coveredUntil, this.clock.instant());
			this.run.tick(this.clock.instant());
		}
		pass(Duration.ofSeconds(20), Duration.ofMillis(100));
		assertThat(this.stored).extracting(Finding::at).containsExactly(slot.plusSeconds(15));
		assertThat(this.run.coveredUntil()).isEqualTo(this.clock.instant());
	}

	@Test
	void looksAgainSoonerUntilAFailureIsConfirmed() {
		CheckDetail check = Checks.check(7, MINUTE);
		this.sites.answer("s7.example.go.id", Checks::down);
		this.run.define(List.of(check), this.clock.instant());
		pass(Duration.ofMinutes(4), Duration.ofMillis(100));
		List<Instant> looks = looks(check).stream().toList();
		assertThat(Duration.between(looks.get(0), looks.get(1))).isEqualTo(Duration.ofSeconds(15));
		assertThat(Duration.between(looks.get(1), looks.get(2))).isEqualTo(Duration.ofSeconds(15));
		assertThat(Duration.between(looks.get(2), looks.get(3))).isGreaterThan(Duration.ofSeconds(20));
		assertThat(looks).hasSizeBetween(5, 6);
	}

	@Test
	void looksAsUsualOnceItAnswers() {
		CheckDetail check = Checks.check(7, MINUTE);
		this.sites.answer("s7.example.go.id", (at) -> this.stored.isEmpty() ? Checks.down(at) : Checks.up(at, 5));
		this.run.define(List.of(check), this.clock.instant());
		pass(Duration.ofMinutes(3), Duration.ofMillis(100));
		assertThat(this.stored).hasSizeBetween(3, 5);
		assertThat(this.stored.get(1).at()).isEqualTo(this.stored.get(0).at().plusSeconds(15));
	}

	@Test
	void doesNotAskTwiceAtATime() {
		CheckDetail check = Checks.check(7, MINUTE);
		this.run.define(List.of(check), this.clock.instant());
		this.sites.hold();
		pass(Duration.ofMinutes(3), Duration.ofMillis(100));
		assertThat(this.sites.asked).hasSize(1);
		Instant first = this.sites.asked.element().planned();
		assertThat(this.run.coveredUntil()).isEqualTo(first.minusMillis(1));
		this.sites.release();
		assertThat(this.run.coveredUntil()).isEqualTo(this.clock.instant());
		pass(MINUTE, Duration.ofMillis(100));
		assertThat(this.stored).hasSizeBetween(2, 3);
	}

	@Test
	void coversNothingAfterItsEnd() {
		this.run.define(List.of(Checks.check(7, MINUTE)), this.clock.instant());
		pass(MINUTE, Duration.ofMillis(100));
		this.run.end();
		Instant end = this.clock.instant();
		pass(MINUTE, Duration.ofMillis(100));
		assertThat(this.run.coveredUntil()).isEqualTo(end);
	}

	@Test
	void checksAtOnceWhenSomebodyAsks() {
		CheckDetail check = Checks.check(7, Duration.ofHours(1));
		this.run.define(List.of(check), this.clock.instant());
		Instant asked = this.clock.instant().plusMillis(1_400);
		this.clock.advance(Duration.ofSeconds(2));
		this.run.define(List.of(Checks.check(7, Duration.ofHours(1), asked)), this.clock.instant());
		this.run.tick(this.clock.instant());
		assertThat(this.stored).singleElement()
			.satisfies((finding) -> assertThat(finding.at()).isEqualTo(this.clock.instant()));
		this.run.define(List.of(Checks.check(7, Duration.ofHours(1), asked)), this.clock.instant());
		this.run.tick(this.clock.instant());
		assertThat(this.stored).hasSize(1);
	}

	@Test
	void followsChangesAndForgetsWhatIsGone() {
		this.run.define(List.of(Checks.check(1, MINUTE), Checks.check(2, MINUTE)), this.clock.instant());
		pass(MINUTE, Duration.ofMillis(100));
		this.run.forget(List.of(1));
		CheckSpec other = new CheckSpec(HttpTarget.get("https://lain.example.go.id/"), MINUTE, 3, 2, 3,
				CheckMode.CITED);
		CheckDetail before = Checks.check(2, MINUTE);
		this.run.define(List.of(new CheckDetail(2, before.service(), before.platform(), null, other, true, true, false,
				false, null, null, 1)), this.clock.instant());
		this.sites.asked.clear();
		pass(Duration.ofMinutes(3), Duration.ofMillis(100));
		assertThat(this.sites.asked).hasSizeBetween(2, 4).allMatch((one) -> one.host().equals("lain.example.go.id"));
	}

	/** A process that stood still for an hour does not make up for 60 looks. */
	@Test
	void goesOnWithTheLastSlotAfterAStandstill() {
		this.run.define(List.of(Checks.check(1, MINUTE)), this.clock.instant());
		pass(MINUTE, Duration.ofMillis(100));
		this.sites.asked.clear();
		this.clock.advance(Duration.ofHours(1));
		this.run.tick(this.clock.instant());
		assertThat(this.sites.asked).hasSize(1);
		assertThat(this.sites.asked.element().planned()).isAfter(this.clock.instant().minus(MINUTE.plusSeconds(3)));
	}

	@Test
	void goesOnWhenTheClockIsSetBack() {
		List<CheckDetail> checks = IntStream.rangeClosed(1, 20).mapToObj((n) -> Checks.check(n, MINUTE)).toList();
		this.run.define(checks, this.clock.instant());
		pass(MINUTE.multipliedBy(2), Duration.ofMillis(250));
		this.stored.clear();
		Instant back = this.clock.instant().minus(Duration.ofHours(1));
		this.clock.set(back);
		pass(MINUTE.multipliedBy(3), Duration.ofMillis(250));
		assertThat(checks).allSatisfy((check) -> assertThat(looks(check)).hasSizeBetween(2, 4));
		assertThat(this.stored).allSatisfy((finding) -> assertThat(finding.at()).isAfter(back));
		assertOnceInAnInterval(checks);
		assertThat(this.run.coveredUntil()).isEqualTo(this.clock.instant());
	}

	/** Another node was ahead, or this one was and was set right. */
	@Test
	void takesNoMarkOfTheFutureForCovered() {
		this.run = run(Checks.NOON.plus(Duration.ofHours(1)));
		this.run.define(List.of(Checks.check(7, MINUTE)), this.clock.instant());
		pass(MINUTE.multipliedBy(2), Duration.ofMillis(250));
		assertThat(this.stored).isNotEmpty();
		assertThat(this.run.coveredUntil()).isEqualTo(this.clock.instant());
	}

	/** Clocks are set by some milliseconds all the time. */
	@Test
	void plansNothingTwiceWhenTheClockIsSetBackALittle() {
		List<CheckDetail> checks = IntStream.rangeClosed(1, 20).mapToObj((n) -> Checks.check(n, MINUTE)).toList();
		this.run.define(checks, this.clock.instant());
		for (int step = 0; step < 200; step++) {
			pass(Duration.ofSeconds(3), Duration.ofMillis(250));
			this.clock.set(this.clock.instant().minusSeconds(1));
		}
		assertOnceInAnInterval(checks);
		assertNoIntervalMissing(checks);
	}

	@Test
	void voidsWhatFailedTogetherWithTheCanaries() {
		this.sites.answer("s7.example.go.id", Checks::down);
		this.sites.answer("a.example", Checks::down);
		this.sites.answer("b.example", Checks::down);
		Canaries canaries = new Canaries(List.of(HttpTarget.get("https://a.example/"),
				HttpTarget.get("https://b.example/"), HttpTarget.get("https://c.example/")), this.sites, () -> {
				}, this.clock);
		this.run = new ShardRun(this.sites, canaries, this.stored::add, this.clock, this.clock.instant());
		this.run.define(List.of(Checks.check(7, MINUTE), Checks.check(8, MINUTE)), this.clock.instant());
		pass(Duration.ofMinutes(2), Duration.ofMillis(100));
		assertThat(this.stored).filteredOn((finding) -> finding.check() == 7).isNotEmpty().allSatisfy((finding) -> {
			assertThat(finding.outcome()).isEqualTo(Outcome.VOID);
			assertThat(finding.cause()).isEqualTo(Cause.OWN_NETWORK);
		});
		assertThat(this.stored).filteredOn((finding) -> finding.check() == 8)
			.allSatisfy((finding) -> assertThat(finding.outcome()).isEqualTo(Outcome.UP));
	}

	private static List<CheckDetail> checks(Random random) {
		return IntStream.rangeClosed(1, 40)
			.mapToObj((n) -> Checks.check(n, Duration.ofSeconds(20 + random.nextInt(280))))
			.toList();
	}

	private Map<Integer, Instant> lastStored() {
		Map<Integer, Instant> last = new HashMap<>();
		this.stored.forEach((finding) -> last.merge(finding.check(), finding.at(),
				(one, other) -> one.isAfter(other) ? one : other));
		return last;
	}

	private TreeSet<Instant> looks(CheckDetail check) {
		TreeSet<Instant> looks = new TreeSet<>();
		this.stored.stream().filter((f) -> f.check() == check.id()).forEach((f) -> looks.add(f.at()));
		return looks;
	}

	private void assertOnceInAnInterval(List<CheckDetail> checks) {
		for (CheckDetail check : checks) {
			Slots slots = new Slots(check.id(), check.spec().interval());
			Set<Instant> seen = new HashSet<>();
			for (Finding finding : this.stored) {
				if (finding.check() == check.id()) {
					assertThat(seen.add(slots.last(finding.at()))).as("%s at %s", check, finding.at()).isTrue();
				}
			}
		}
	}

	private void assertNoIntervalMissing(List<CheckDetail> checks) {
		for (CheckDetail check : checks) {
			Slots slots = new Slots(check.id(), check.spec().interval());
			TreeSet<Instant> looks = looks(check);
			Instant slot = slots.last(looks.first());
			int intervals = 0;
			while (!slot.isAfter(looks.last())) {
				intervals++;
				slot = slots.next(slot);
			}
			assertThat(looks).as(check.toString()).hasSize(intervals);
		}
	}

}
