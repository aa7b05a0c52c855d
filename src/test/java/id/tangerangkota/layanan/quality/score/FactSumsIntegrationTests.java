package id.tangerangkota.layanan.quality.score;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scorecard;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.Sum;
import id.tangerangkota.layanan.quality.Unit;
import id.tangerangkota.layanan.quality.indicator.DailyCount;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Days are counted once, again without a difference, and add up to any period. */
@PortalTest
class FactSumsIntegrationTests {

	private static final LocalDate FIRST = LocalDate.of(2025, 11, 20);

	private static final int DAYS = 75;

	@Autowired
	private DailyCount count;

	@Autowired
	private Scorecard scorecard;

	@Autowired
	private FactSums sums;

	@Test
	void anyPeriodIsTheSumOfItsDaysAndADayCountedAgainIsTheSame() {
		Sample sample = new Sample();
		for (int i = 0; i < DAYS; i++) {
			assertThat(this.count.count(sample, FIRST.plusDays(i))).isTrue();
			assertThat(this.count.count(sample, FIRST.plusDays(i))).as("again").isFalse();
		}
		Random random = new Random(20261126);
		for (int i = 0; i < 40; i++) {
			LocalDate from = FIRST.plusDays(random.nextInt(DAYS));
			LocalDate to = from.plusDays(random.nextInt(DAYS));
			Period period = new Period(from, to);
			for (Subject subject : List.of(Subject.CITY, Subject.of(Sample.AGENCY), Subject.of(Sample.ONE))) {
				Sum days = this.scorecard.days(sample.id(), subject, period)
					.stream()
					.map(Scorecard.Day::sum)
					.reduce(Sum.NONE, Sum::plus);
				assertThat(total(subject, period)).as(subject + " " + period).isEqualTo(days);
			}
		}
	}

	@Test
	void aDayWithoutItsSourceIsAGapAndNotZero() {
		LocalDate day = LocalDate.of(2025, 6, 1);
		Sample sample = new Sample();
		this.count.count(sample, day.minusDays(1));
		this.count.count(sample, day);
		sample.missing = true;
		assertThat(this.count.count(sample, day)).isTrue();
		assertThat(this.scorecard.days(sample.id(), Subject.CITY, new Period(day, day))).singleElement()
			.satisfies((found) -> {
				assertThat(found.gap()).isTrue();
				assertThat(found.sum().isEmpty()).isTrue();
			});
	}

	@Test
	void aDayBeforeThereWasASourceIsNoGap() {
		LocalDate first = LocalDate.of(2025, 4, 20);
		Sample young = new Sample("sample-young");
		young.missing = true;
		for (int i = 19; i > 0; i--) {
			this.count.count(young, first.minusDays(i));
		}
		Period period = new Period(first.minusDays(29), first.plusDays(1));
		assertThat(this.sums.gaps(period)).as("no source yet").doesNotContainKey(young.id());
		young.missing = false;
		this.count.count(young, first);
		assertThat(this.sums.gaps(period)).containsEntry(young.id(), 0);
		young.missing = true;
		this.count.count(young, first.plusDays(1));
		assertThat(this.sums.gaps(period)).containsEntry(young.id(), 1);
	}

	private Sum total(Subject subject, Period period) {
		FactSums.Total total = this.sums.of(subject, period).get("sample");
		return (total != null) ? total.sum() : Sum.NONE;
	}

	/** Counts by the day. */
	private static final class Sample implements Indicator {

		private static final AgencyId AGENCY = new AgencyId("dishub");

		private static final ServiceId ONE = new ServiceId(UUID.randomUUID());

		private static final ServiceId OTHER = new ServiceId(UUID.randomUUID());

		private final String id;

		private boolean missing;

		private Sample() {
			this("sample");
		}

		private Sample(String id) {
			this.id = id;
		}

		@Override
		public String id() {
			return this.id;
		}

		@Override
		public QualityDimension dimension() {
			return QualityDimension.EFFICIENCY;
		}

		@Override
		public Unit unit() {
			return Unit.SHARE;
		}

		@Override
		public List<Fact> count(LocalDate day) {
			if (this.missing) {
				throw new SourceMissing("sample");
			}
			Random random = new Random(day.toEpochDay());
			List<Fact> facts = new ArrayList<>();
			facts.add(new Fact(ONE, AGENCY, new Sum(random.nextInt(9), 9, new long[] { 1, random.nextInt(3) })));
			facts.add(new Fact(OTHER, AGENCY, new Sum(random.nextInt(5), 5, new long[] { 0, 2, 1 })));
			facts.add(new Fact(null, null, Sum.of(1, 2)));
			return facts;
		}

	}

}
