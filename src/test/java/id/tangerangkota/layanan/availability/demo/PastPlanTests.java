package id.tangerangkota.layanan.availability.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.availability.demo.PastPlan.WatchedSite;
import id.tangerangkota.layanan.availability.probe.Outcome;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PastPlanTests {

	private final LocalDate today = LocalDate.of(2026, 11, 26);

	private final Instant until = Instant.parse("2026-11-26T04:35:00Z");

	private final List<WatchedSite> sites = sites();

	private static List<WatchedSite> sites() {
		List<WatchedSite> sites = new ArrayList<>(List.of(new WatchedSite(1, Timetable.DEAD_HOST),
				new WatchedSite(2, Timetable.EXPIRED_HOST), new WatchedSite(3, Timetable.CLOSED_HOST)));
		for (int n = 4; n <= 60; n++) {
			sites.add(new WatchedSite(n, "situs-" + n + ".tangerangkota.go.id"));
		}
		return sites;
	}

	@Test
	void isTheSameEachTime() {
		assertThat(make()).isEqualTo(make()).isNotEmpty();
	}

	@Test
	void keepsTroublesOfASiteApart() {
		Map<Integer, List<Past>> bySite = make().stream().collect(Collectors.groupingBy(Past::check));
		bySite.values().forEach((troubles) -> {
			List<Past> ordered = troubles.stream().sorted(Comparator.comparing(Past::from)).toList();
			for (int n = 1; n < ordered.size(); n++) {
				assertThat(ordered.get(n - 1).until()).isNotNull()
					.isBefore(ordered.get(n).from().minus(Duration.ofMinutes(15)));
			}
		});
	}

	@Test
	void endsBeforeNowUnlessItLasts() {
		assertThat(make()).allSatisfy((past) -> {
			assertThat(past.from()).isBetween(PastPlan.start(this.today), this.until);
			assertThat(past.end()).allSatisfy((seen) -> assertThat(seen.at()).isBefore(this.until));
		});
		assertThat(make().stream().filter((past) -> past.until() == null).map(Past::check)).containsExactlyInAnyOrder(1,
				2, 3);
	}

	@Test
	void letsSharedThingsFailForManyAtOnce() {
		Map<String, Long> shared = make().stream()
			.map(Past::shared)
			.filter((name) -> name != null)
			.collect(Collectors.groupingBy((name) -> name, Collectors.counting()));
		assertThat(shared).hasSize(4).allSatisfy((name, services) -> assertThat(services).isGreaterThan(3));
	}

	@Test
	void makesAFailureKnownAsOftenAsItTakesToConfirmIt() {
		assertThat(make()).filteredOn((past) -> past.outcome() != Outcome.VOID)
			.allSatisfy((past) -> assertThat(past.beginning()).hasSize(3)
				.extracting((seen) -> seen.at())
				.isSorted()
				.startsWith(past.from()));
	}

	private List<Past> make() {
		return PastPlan.make(this.sites, this.today, this.until);
	}

}
