package id.tangerangkota.layanan.survey.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FloodFinderTests {

	private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

	private static List<Trace> traces(int n, Duration every, IntFunction<String> network, boolean hasty) {
		List<Trace> traces = new ArrayList<>();
		for (int i = 0; i < n; i++) {
			traces.add(new Trace(UUID.randomUUID(), START.plus(every.multipliedBy(i)), "layanan", "dinas",
					network.apply(i), hasty, null));
		}
		return traces;
	}

	@Test
	void findsManyFromOneNetworkWithinAnHour() {
		List<Trace> traces = traces(40, Duration.ofMinutes(2), (i) -> "kantor", false);
		assertThat(FloodFinder.find(traces, Map.of())).singleElement().satisfies((flood) -> {
			assertThat(flood.kind()).isEqualTo(BurstKind.NETWORK);
			assertThat(flood.traces()).hasSize(40);
			assertThat(flood.starts()).isEqualTo(START);
		});
	}

	@Test
	void findsNothingWhereAnOfficeAnswersNowAndThen() {
		List<Trace> day = new ArrayList<>(traces(40, Duration.ofMinutes(3), (i) -> "kantor", false));
		day.addAll(traces(41, Duration.ofMinutes(2), (i) -> "rumah " + i, false));
		assertThat(FloodFinder.find(day, Map.of())).isEmpty();
		assertThat(FloodFinder.find(traces(19, Duration.ofMinutes(10), (i) -> "kantor", false), Map.of())).isEmpty();
		assertThat(FloodFinder.find(traces(50, Duration.ofSeconds(20), (i) -> "rumah " + i, false), Map.of()))
			.isEmpty();
	}

	@Test
	void findsTheNetworkThatMostOfTheDayOfAnAgencyComesFrom() {
		List<Trace> slow = new ArrayList<>();
		for (int i = 0; i < 24; i++) {
			slow.add(new Trace(UUID.randomUUID(), START.plus(Duration.ofMinutes(50L * i)), "layanan " + i, "dinas",
					"satu", false, null));
		}
		slow.addAll(traces(24, Duration.ofMinutes(50), (i) -> "rumah " + i, false));
		assertThat(FloodFinder.find(slow, Map.of())).singleElement().satisfies((flood) -> {
			assertThat(flood.kind()).isEqualTo(BurstKind.SHARE);
			assertThat(flood.traces()).hasSize(24).allMatch((trace) -> trace.network().equals("satu"));
		});
		slow.add(traces(1, Duration.ZERO, (i) -> "rumah lain", false).getFirst());
		assertThat(FloodFinder.find(slow, Map.of())).as("less than half of the day").isEmpty();
	}

	@Test
	void findsACrowdOfManyNetworksThatIsFarMoreThanUsual() {
		List<Trace> traces = traces(70, Duration.ofSeconds(5), (i) -> "bot " + i, false);
		assertThat(FloodFinder.find(traces, Map.of())).singleElement()
			.extracting(Flood::kind)
			.isEqualTo(BurstKind.CROWD);
		assertThat(FloodFinder.find(traces, Map.of("layanan", 4.0))).as("20 × 4 a usual service may have").isEmpty();
	}

	@Test
	void findsScriptsThatDoNotRead() {
		List<Trace> traces = traces(6, Duration.ofMinutes(5), (i) -> "n" + i, true);
		assertThat(FloodFinder.find(traces, Map.of())).singleElement()
			.extracting(Flood::kind)
			.isEqualTo(BurstKind.HASTE);
		assertThat(FloodFinder.find(traces.subList(0, 4), Map.of())).isEmpty();
	}

	@Test
	void keepsTwoFloodsApartThatLieHoursApart() {
		List<Trace> traces = new ArrayList<>(traces(30, Duration.ofMinutes(1), (i) -> "kantor", false));
		for (int i = 0; i < 30; i++) {
			traces.add(new Trace(UUID.randomUUID(), START.plus(Duration.ofHours(5)).plusSeconds(i * 60L), "layanan",
					"dinas", "kantor", false, null));
		}
		assertThat(FloodFinder.find(traces, Map.of())).hasSize(2).allMatch((flood) -> flood.traces().size() == 30);
	}

	@Test
	void doesNotTakeAgenciesTogether() {
		List<Trace> traces = new ArrayList<>();
		for (int i = 0; i < 57; i++) {
			traces.add(new Trace(UUID.randomUUID(), START.plusSeconds(i), "layanan " + i % 3, "dinas " + i % 3,
					"kantor", false, null));
		}
		assertThat(FloodFinder.find(traces, Map.of())).isEmpty();
	}

}
