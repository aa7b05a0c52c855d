package id.tangerangkota.layanan.availability.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SlotsTests {

	private static final Instant START = Instant.parse("2026-11-26T03:42:10.123Z");

	private static final Duration MINUTE = Duration.ofMinutes(1);

	/** Whatever the instant at which a node begins to plan. */
	@Test
	void planTheSameInstantsFromEveryBeginning() {
		Random random = new Random(4);
		for (int round = 0; round < 2_000; round++) {
			Slots slots = new Slots(1 + random.nextInt(200_000), interval(random));
			Instant slot = slots.next(START.plusMillis(random.nextInt(100_000_000)));
			Instant next = slots.next(slot);
			long between = Duration.between(slot, next).toMillis();
			Instant anywhere = slot.plusMillis((long) (random.nextDouble() * between));
			assertThat(slots.next(anywhere)).isEqualTo(next);
			assertThat(slots.last(anywhere)).isEqualTo(slot);
			assertThat(slots.next(slot.minusMillis(1))).isEqualTo(slot);
		}
	}

	@Test
	void holdOneRegularSlotInEveryInterval() {
		Random random = new Random(5);
		for (int round = 0; round < 500; round++) {
			Duration interval = interval(random);
			Slots slots = new Slots(1 + random.nextInt(200_000), interval);
			Instant first = slots.next(START);
			Instant slot = first;
			for (int n = 1; n <= 100; n++) {
				slot = slots.next(slot);
				assertThat(Duration.between(first, slot).toMillis()).isCloseTo(n * interval.toMillis(),
						Offset.offset(interval.toMillis() / 20));
			}
		}
	}

	@Test
	void lookAgainSoonerButNeverTooSoon() {
		Random random = new Random(6);
		for (int round = 0; round < 2_000; round++) {
			Duration interval = interval(random);
			Slots slots = new Slots(1 + random.nextInt(200_000), interval);
			Instant regular = slots.next(START.plusMillis(random.nextInt(100_000_000)));
			List<Instant> looks = new ArrayList<>(List.of(regular));
			for (Instant again = slots.again(regular); again != null; again = slots.again(again)) {
				looks.add(again);
			}
			looks.add(slots.next(regular));
			Duration least = Slots.pause(interval).dividedBy(2).minus(interval.dividedBy(20));
			for (int n = 1; n < looks.size(); n++) {
				assertThat(Duration.between(looks.get(n - 1), looks.get(n))).isGreaterThanOrEqualTo(least);
			}
			assertThat(looks).hasSizeBetween(2, 5).isSorted();
		}
		Slots usual = new Slots(7, MINUTE);
		Instant regular = usual.last(START);
		assertThat(usual.again(regular)).isEqualTo(regular.plusSeconds(15));
		assertThat(usual.again(regular.plusSeconds(5))).isEqualTo(regular.plusSeconds(15));
		assertThat(usual.again(regular.plusSeconds(15))).isEqualTo(regular.plusSeconds(30));
		assertThat(usual.again(regular.plusSeconds(45))).isNull();
		assertThat(Slots.pause(Duration.ofSeconds(20))).isEqualTo(Duration.ofSeconds(10));
		assertThat(new Slots(7, Duration.ofSeconds(10)).again(START)).isNull();
	}

	/** As many in every second, also of those that share a shard. */
	@Test
	void spreadChecksEvenly() {
		for (int shards : new int[] { 1, 8 }) {
			int[] starts = new int[60];
			int checks = 6_000;
			for (int n = 1; n <= checks; n++) {
				Slots slots = new Slots(n * shards + 3, MINUTE);
				for (Instant slot = slots.next(START); slot.isBefore(START.plus(MINUTE)); slot = slots.next(slot)) {
					starts[(int) Duration.between(START, slot).toSeconds()]++;
				}
			}
			for (int second : starts) {
				assertThat(second).isBetween(75, 125);
			}
		}
	}

	@Test
	void varyFromTimeToTime() {
		Slots slots = new Slots(12, MINUTE);
		Instant slot = slots.next(START);
		long distinct = Stream.iterate(slot, slots::next)
			.limit(50)
			.map((s) -> s.toEpochMilli() % 60_000)
			.distinct()
			.count();
		assertThat(distinct).isGreaterThan(40);
	}

	private static Duration interval(Random random) {
		return Duration.ofSeconds(10 + random.nextInt((random.nextInt(10) == 0) ? 86_390 : 600));
	}

}
