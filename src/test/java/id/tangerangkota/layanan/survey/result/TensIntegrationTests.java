package id.tangerangkota.layanan.survey.result;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import id.tangerangkota.layanan.SetTimeTest;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.survey.Days;
import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.InstrumentFigures;
import id.tangerangkota.layanan.survey.Scope;
import id.tangerangkota.layanan.survey.Stratum;
import id.tangerangkota.layanan.survey.SurveyResults;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody who may look at everything at any time subtracts whatever can be subtracted.
 */
@SetTimeTest
class TensIntegrationTests {

	/** A year nobody else answers in. */
	private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);

	private static final int DAYS = 40;

	private final Random random = new Random(20261127);

	private final String agency = "dinas-" + UUID.randomUUID();

	private final List<UUID> services = Stream.generate(UUID::randomUUID).limit(4).toList();

	@Autowired
	private SetClock clock;

	@Autowired
	private SumKeeper sums;

	@Autowired
	private SurveyResults results;

	@Autowired
	private JdbcClient jdbc;

	/** Other tests may have been there later than now. */
	@BeforeEach
	void forgetWhatIsOver() {
		this.jdbc.sql("delete from survey.quarter_over").update();
	}

	private void answer(UUID service, LocalDate day, int number) {
		answer(service, this.agency, Stratum.ANONYMOUS, day, number);
	}

	private void answer(UUID service, String agency, Stratum stratum, LocalDate day, int number) {
		List<Integer> items = new ArrayList<>(IntStream.rangeClosed(1, 22).boxed().toList());
		Collections.shuffle(items, this.random);
		this.jdbc.sql("""
				insert into survey.answer (sheet_id, version_id, at, service_id, agency, occasion, stratum, marks)
				select gen_random_uuid(), v.id, :at, :service, :agency, 'SERVICE', :stratum, :marks
				from survey.instrument_version v where v.instrument = 'ESQUAL' and v.state = 'OPEN'""")
			.param("at", Timestamp.from(PageClock.start(day).plusSeconds(number)))
			.param("service", service)
			.param("agency", agency)
			.param("stratum", stratum.name())
			.param("marks",
					items.stream()
						.limit(6)
						.map((item) -> (short) (item * 10 + 1 + this.random.nextInt(5)))
						.toArray(Short[]::new))
			.update();
		this.jdbc.sql("insert into survey.touched (service_id, day) values (?, ?)").params(service, day).update();
	}

	/** How many people are in each dimension of a figure. */
	private List<Long> people(Scope scope, Days days) {
		return this.results.figures(scope, days, Instrument.ESQUAL)
			.stream()
			.max(Comparator.comparingLong(InstrumentFigures::answers))
			.map((figures) -> figures.dimensions().stream().map((dimension) -> dimension.figure().n()).toList())
			.orElse(List.of(0L, 0L, 0L, 0L));
	}

	private static void assertNobody(List<Long> larger, List<Long> smaller, String of) {
		for (int dimension = 0; dimension < larger.size(); dimension++) {
			long rest = larger.get(dimension) - smaller.get(dimension);
			assertThat(rest == 0 || rest >= Figure.LEAST).as("%s leaves %d", of, rest).isTrue();
		}
	}

	@Test
	void noDifferenceTellsOfFewerThanTen() {
		List<Scope> scopes = Stream
			.concat(Stream.of(Scope.city(), Scope.agency(this.agency)),
					this.services.stream().map(ServiceId::new).map(Scope::service))
			.toList();
		List<Days> times = new ArrayList<>(
				List.of(new Days(FIRST, FIRST.plusDays(89)), new Days(FIRST, FIRST.plusDays(DAYS - 1L))));
		for (int i = 0; i < 8; i++) {
			LocalDate from = FIRST.plusDays(this.random.nextInt(DAYS));
			times.add(new Days(from, from.plusDays(this.random.nextInt(DAYS))));
		}
		Map<String, List<Long>> before = new HashMap<>();
		for (int day = 0; day < DAYS; day++) {
			for (int service = 0; service < this.services.size(); service++) {
				for (int n = this.random.nextInt(1 + 4 * service); n > 0; n--) {
					answer(this.services.get(service), FIRST.plusDays(day), n);
				}
			}
			this.clock.set(FIRST.plusDays(day) + "T20:00");
			this.sums.catchUp();
			if (day % 4 == 3) {
				before = assertSafe(scopes, times, before);
			}
		}
		assertThat(before.values()).as("much is shown").anyMatch((people) -> people.getFirst() > 100);
		this.clock.set(FIRST.plusMonths(3) + "T20:00");
		this.sums.catchUp();
		Map<String, List<Long>> after = assertSafe(scopes, times, before);
		String whole = Scope.agency(this.agency) + " " + times.getFirst();
		assertThat(after.get(whole).getFirst()).as("the rest of the quarter, of the agency")
			.isGreaterThan(before.get(whole).getFirst());
	}

	/** Of scopes in scopes, times in times, and the same before. */
	private Map<String, List<Long>> assertSafe(List<Scope> scopes, List<Days> times, Map<String, List<Long>> before) {
		Map<String, List<Long>> now = new HashMap<>();
		for (Days days : times) {
			List<Long> rest = null;
			for (Scope scope : scopes) {
				String name = scope + " " + days;
				List<Long> people = people(scope, days);
				now.put(name, people);
				assertNobody(people, before.getOrDefault(name, List.of(0L, 0L, 0L, 0L)), name + " since");
				rest = (scope.service() == null) ? people : minus(rest, people);
				assertNobody(rest, List.of(0L, 0L, 0L, 0L), "the agency without services until " + name);
			}
		}
		for (Scope scope : scopes) {
			for (Days larger : times) {
				times.stream()
					.filter((smaller) -> !smaller.first().isBefore(larger.first())
							&& !smaller.last().isAfter(larger.last()))
					.forEach((smaller) -> assertNobody(people(scope, larger), people(scope, smaller),
							scope + " " + larger + " without " + smaller));
			}
		}
		return now;
	}

	private static List<Long> minus(List<Long> larger, List<Long> smaller) {
		return IntStream.range(0, larger.size()).mapToObj((at) -> larger.get(at) - smaller.get(at)).toList();
	}

	/** Items and parts, of which a service has few. */
	@Test
	void noPartOfASmallerWholeTellsOfFewerThanTen() {
		LocalDate day = LocalDate.of(2022, 2, 10);
		this.clock.set("2022-12-01T09:00");
		Map<String, List<UUID>> services = new LinkedHashMap<>();
		for (String code : List.of(this.agency, this.agency + "-lain", this.agency + "-kecil")) {
			List<UUID> own = Stream.generate(UUID::randomUUID).limit(5).toList();
			services.put(code, own);
			for (int service = 0; service < own.size(); service++) {
				for (int n = this.random.nextInt(20 + 60 * service); n >= 0; n--) {
					answer(own.get(service), code, (n % 9 == 0) ? Stratum.COUNTER : Stratum.ACCOUNT, day, n);
				}
			}
		}
		this.sums.catchUp();
		Map<String, Part> city = parts(Scope.city());
		Map<String, List<Part>> belowCity = new LinkedHashMap<>();
		services.forEach((code, own) -> {
			Map<String, Part> ofAgency = parts(Scope.agency(code));
			List<Map<String, Part>> ofServices = own.stream()
				.map((service) -> parts(Scope.service(new ServiceId(service))))
				.toList();
			ofAgency.forEach((name, part) -> {
				List<Part> below = ofServices.stream().map((parts) -> parts.getOrDefault(name, NOBODY)).toList();
				assertRest(part, below, code + " " + name);
				belowCity.computeIfAbsent(name, (any) -> new ArrayList<>())
					.addAll(part.shown() ? List.of(part) : below);
			});
		});
		belowCity.forEach((name, below) -> assertRest(city.getOrDefault(name, NOBODY), below, "city " + name));
		assertThat(city.values()).as("of the city").filteredOn(Part::shown).hasSizeGreaterThan(20);
		assertThat(belowCity.values()).as("much is shown").anyMatch((parts) -> parts.stream().allMatch(Part::shown));
	}

	private static final Part NOBODY = new Part(0, false);

	/** How many people are in an item or part, and whether it has a figure. */
	private record Part(long people, boolean shown) {

		static Part of(Figure figure) {
			return new Part(figure.n(), figure.estimate() != null);
		}

	}

	private Map<String, Part> parts(Scope scope) {
		Map<String, Part> parts = new LinkedHashMap<>();
		this.results.detailed(scope, new Days(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 3, 31)), Instrument.ESQUAL)
			.stream()
			.max(Comparator.comparingLong(InstrumentFigures::answers))
			.ifPresent((figures) -> {
				figures.items().forEach((item) -> parts.put(item.figure().code(), Part.of(item.figure())));
				figures.byStratum()
					.forEach((stratum, own) -> own
						.forEach((figure) -> parts.put(stratum + " " + figure.code(), Part.of(figure))));
			});
		return parts;
	}

	private static void assertRest(Part whole, List<Part> parts, String of) {
		long rest = whole.people() - parts.stream().filter(Part::shown).mapToLong(Part::people).sum();
		if (whole.shown()) {
			assertThat(rest == 0 || rest >= Figure.LEAST).as("%s leaves %d", of, rest).isTrue();
		}
	}

	/** The quarter is over, and eight services have six answers each. */
	@Test
	void whatAQuarterLeavesCountsForTheAgency() {
		LocalDate day = LocalDate.of(2022, 5, 10);
		this.clock.set("2022-12-01T09:00");
		List<UUID> few = Stream.generate(UUID::randomUUID).limit(8).toList();
		few.forEach((service) -> IntStream.range(0, 6).forEach((n) -> answer(service, day.plusDays(n), n)));
		this.sums.catchUp();
		Days quarter = new Days(LocalDate.of(2022, 4, 1), LocalDate.of(2022, 6, 30));
		few.forEach((service) -> assertThat(people(Scope.service(new ServiceId(service)), quarter)).as("of a service")
			.containsOnly(0L));
		assertThat(people(Scope.agency(this.agency), quarter)).as("of the agency")
			.allMatch((people) -> people >= Figure.LEAST)
			.anyMatch((people) -> people > 40);
		assertThat(this.results.answered(quarter).byService()).as("that anybody answered is known")
			.containsEntry(new ServiceId(few.getFirst()), 6L);
	}

	/** What is found to be stuffed afterwards leaves no group of fewer. */
	@Test
	void theRestOfAQuarterWaitsAgainWithoutWhatWasStuffed() {
		LocalDate day = LocalDate.of(2022, 8, 10);
		this.clock.set("2022-12-01T09:00");
		List<UUID> few = Stream.generate(UUID::randomUUID).limit(4).toList();
		few.forEach((service) -> IntStream.range(0, 8).forEach((n) -> answer(service, day, n)));
		this.sums.catchUp();
		Days quarter = new Days(LocalDate.of(2022, 7, 1), LocalDate.of(2022, 9, 30));
		assertThat(people(Scope.agency(this.agency), quarter)).allMatch((people) -> people >= Figure.LEAST);
		UUID burst = UUID.randomUUID();
		this.jdbc.sql("""
				insert into survey.burst (id, kind, service_id, starts, ends, answers, found_at)
				values (?, 'NETWORK', ?, now(), now(), 24, now())""").params(burst, few.getFirst()).update();
		for (UUID service : few.subList(0, 3)) {
			this.jdbc.sql("update survey.answer set burst_id = ? where service_id = ?").params(burst, service).update();
			this.jdbc.sql("insert into survey.touched (service_id, day) values (?, ?)").params(service, day).update();
		}
		this.sums.catchUp();
		assertThat(people(Scope.agency(this.agency), quarter)).as("eight are left").containsOnly(0L);
	}

	/** Those who were counted with somebody who turns out to be set apart wait again. */
	@Test
	void whatIsSetApartLeavesNoFewBehind() {
		LocalDate day = FIRST.plusDays(100);
		this.clock.set(day + "T20:00");
		UUID service = this.services.getFirst();
		IntStream.range(0, 25).forEach((n) -> answer(service, day, n));
		this.sums.catchUp();
		Days days = new Days(day, day);
		List<Long> all = people(Scope.service(new ServiceId(service)), days);
		assertThat(all).allMatch((people) -> people >= Figure.LEAST);
		UUID burst = UUID.randomUUID();
		this.jdbc.sql("""
				insert into survey.burst (id, kind, service_id, starts, ends, answers, found_at)
				values (?, 'NETWORK', ?, now(), now(), 16, now())""").params(burst, service).update();
		this.jdbc.sql("""
				update survey.answer set burst_id = ? where sheet_id in (
					select sheet_id from survey.answer where service_id = ? order by at limit 16)""")
			.params(burst, service)
			.update();
		this.jdbc.sql("insert into survey.touched (service_id, day) values (?, ?)").params(service, day).update();
		this.sums.catchUp();
		assertThat(people(Scope.service(new ServiceId(service)), days)).as("nine would be left").containsOnly(0L);
	}

}
