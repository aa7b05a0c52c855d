package id.tangerangkota.layanan.quality.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.availability.AvailabilityFigures;
import id.tangerangkota.layanan.catalog.CatalogFigures;
import id.tangerangkota.layanan.complaint.CaseFigures;
import id.tangerangkota.layanan.identity.Doors;
import id.tangerangkota.layanan.identity.Doors.Door;
import id.tangerangkota.layanan.identity.Doors.Outcome;
import id.tangerangkota.layanan.identity.Doors.Tries;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Indicator.Fact;
import id.tangerangkota.layanan.quality.Indicator.SourceMissing;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Reading;
import id.tangerangkota.layanan.quality.Subject.Level;
import id.tangerangkota.layanan.quality.Sum;
import id.tangerangkota.layanan.quality.Unit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether services are quick to reach, to find and to use. */
@Configuration(proxyBeanMethods = false)
class EfficiencyIndicators {

	private static final Reading ANSWERS = threeOfFour(AvailabilityFigures.TIME_ENDS);

	private static final Reading DOORS = threeOfFour(Doors.TIME_ENDS);

	/** Three of four were at least as quick. */
	private static Reading threeOfFour(List<Integer> ends) {
		return new Reading.Percentile(Reading.Part.THREE_OF_FOUR, ends.stream().map(Integer::longValue).toList(), 1);
	}

	/** From the start of a check to the end of the answer. */
	@Bean
	Indicator responseTimeIndicator(AvailabilityFigures figures, Owners owners) {
		return new Measure("response-time", QualityDimension.EFFICIENCY, Unit.MILLISECONDS, ANSWERS,
				(day) -> owners.facts(day,
						Sums.of(figures.responseTimes(day).orElseThrow(() -> new SourceMissing("availability")),
								(times) -> new Sum(times.millis(), times.answers(), classes(times.classes())))))
			.atAddresses()
			.everyDay();
	}

	/**
	 * Searches that led on to one of the first three services. Somebody who goes back and
	 * on again is counted again: nobody is recognised.
	 */
	@Bean
	Indicator searchHitsIndicator(CatalogFigures catalog) {
		return new Measure("search-hits", QualityDimension.EFFICIENCY, Unit.SHARE, Level.CITY, Reading.SHARE,
				(day) -> catalog.searches(day)
					.map((found) -> city(Sum.of(Math.min(found.hits(), found.searches()), found.searches())))
					.orElse(List.of()));
	}

	/** Right passwords, of all tries: wrong ones, those held up and those that failed. */
	@Bean
	Indicator signInSuccessIndicator(Doors doors) {
		return new Measure("sign-in-success", QualityDimension.EFFICIENCY, Unit.SHARE, Level.CITY, Reading.SHARE,
				(day) -> {
					Map<Outcome, Tries> tries = doors.on(day, Door.IN);
					long all = tries.values().stream().mapToLong(Tries::count).sum();
					return city(Sum.of(count(tries), all));
				});
	}

	/** What the portal took to let somebody in whose password was right. */
	@Bean
	Indicator signInTimeIndicator(Doors doors) {
		return time("sign-in-time", doors, Door.IN);
	}

	/** What the portal took to end a session, from the request to the answer. */
	@Bean
	Indicator signOutTimeIndicator(Doors doors) {
		return time("sign-out-time", doors, Door.OUT);
	}

	private static Indicator time(String id, Doors doors, Door door) {
		return new Measure(id, QualityDimension.EFFICIENCY, Unit.MILLISECONDS, Level.CITY, DOORS, (day) -> {
			Tries done = doors.on(day, door).get(Outcome.DONE);
			return (done != null) ? city(new Sum(done.millis(), done.count(), classes(done.classes()))) : List.of();
		});
	}

	private static long count(Map<Outcome, Tries> tries) {
		Tries done = tries.get(Outcome.DONE);
		return (done != null) ? done.count() : 0;
	}

	/** Forms of complaints that led somewhere, of those begun on the day. */
	@Bean
	Indicator formCompletionIndicator(CaseFigures cases) {
		return new Measure("form-completion", QualityDimension.EFFICIENCY, Unit.SHARE, Level.CITY, Reading.SHARE,
				(day) -> cases.forms(day).map((forms) -> city(Sum.of(forms.sent(), forms.begun()))).orElse(List.of()));
	}

	private static List<Fact> city(Sum sum) {
		return List.of(new Fact(null, null, sum));
	}

	private static long[] classes(List<Long> classes) {
		return classes.stream().mapToLong(Long::longValue).toArray();
	}

}
