package id.tangerangkota.layanan.availability.state;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.AvailabilityReport.Moment;
import id.tangerangkota.layanan.availability.DaySum;
import id.tangerangkota.layanan.availability.Outage;
import id.tangerangkota.layanan.availability.OutageEnded;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.availability.OutageStarted;
import id.tangerangkota.layanan.availability.ScriptedChecks;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.Uptime;
import id.tangerangkota.layanan.availability.incident.Incidents;
import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.result.Observation;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever comes in whatever order, intervals have no gap and no overlap, are what one
 * would make of the checks all at once, and add up to the microsecond.
 */
@PortalTest
@RecordApplicationEvents
class IntervalsIntegrationTests {

	private static final Duration LENGTH = Duration.ofHours(60);

	private final Random random = new Random(2024);

	private final Instant start = Instant.now().minus(LENGTH).minus(Duration.ofHours(1));

	@Autowired
	private ScriptedChecks checks;

	@Autowired
	private AvailabilityReport report;

	@Autowired
	private ServiceChains chains;

	@Autowired
	private Outages outages;

	@Autowired
	private ServiceStates states;

	@Autowired
	private PlannedWork work;

	@Autowired
	private DaySums days;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Incidents incidents;

	@Autowired
	private ApplicationEvents events;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void areExactWhateverHappens() {
		for (int round = 0; round < 12; round++) {
			ServiceId service = ScriptedChecks.service();
			List<Integer> watching = live(service);
			Timeline timeline = timeline(service);
			assertHasNoGap(timeline);
			assertIsWhatChecksSay(service, timeline, watching.size());
			assertOutagesFit(service, timeline);
			assertAddsUp(service, timeline);
		}
	}

	private List<Integer> live(ServiceId service) {
		List<Integer> watching = new ArrayList<>();
		for (Platform platform : List.of(Platform.WEB, Platform.WEB, Platform.ANDROID)
			.subList(0, 1 + this.random.nextInt(3))) {
			int check = this.checks.add(service, platform);
			this.checks.start(check, this.start.plusMillis(this.random.nextInt(60_000)));
			watching.add(check);
		}
		UUID window = UUID.randomUUID();
		List<Observation> told = new ArrayList<>();
		Instant now = this.start.plus(Duration.ofMinutes(2));
		for (int step = 0; step < 120; step++) {
			now = now.plusMillis(this.random.nextInt((int) LENGTH.toMillis() / 120));
			int check = watching.get(this.random.nextInt(watching.size()));
			switch (this.random.nextInt(40)) {
				case 0 -> {
					tell(told);
					if (this.random.nextBoolean()) {
						this.checks.pause(check, now);
					}
					else {
						this.checks.stop(check, now);
					}
				}
				case 1 -> {
					tell(told);
					this.checks.start(check, now);
				}
				case 2 ->
					this.work.plan(window, List.of(service), now, now.plusMillis(this.random.nextInt(20_000_000)));
				case 3 -> this.work.follow();
				case 4 -> told.add(ScriptedChecks.of(check, now.minusMillis(this.random.nextInt(5_000_000)),
						Outcome.BLIND, Cause.NOBODY_LOOKED));
				default -> told.add(result(check, now));
			}
			if (this.random.nextInt(4) == 0) {
				tell(told);
			}
		}
		tell(told);
		this.work.follow();
		return watching;
	}

	private void tell(List<Observation> told) {
		this.checks.tell(List.copyOf(told));
		told.clear();
	}

	private Observation result(int check, Instant at) {
		return switch (this.random.nextInt(10)) {
			case 0, 1, 2 -> ScriptedChecks.up(check, at);
			case 3, 4, 5, 6 -> ScriptedChecks.down(check, at);
			case 7 -> ScriptedChecks.slow(check, at);
			case 8 -> ScriptedChecks.of(check, at, Outcome.VOID, Cause.OWN_NETWORK);
			default -> ScriptedChecks.of(check, at, Outcome.REFUSED, Cause.TURNED_AWAY);
		};
	}

	private Timeline timeline(ServiceId service) {
		return new Timeline(this.jdbc.sql("""
				select state, reason, starts, ends from availability.service_interval where service_id = ?
				order by starts""").param(service.value()).query((row, number) -> Rows.span(row)).list());
	}

	private static void assertHasNoGap(Timeline timeline) {
		List<StateSpan> spans = timeline.spans();
		assertThat(spans).isNotEmpty();
		for (int n = 0; n + 1 < spans.size(); n++) {
			assertThat(spans.get(n).end()).isEqualTo(spans.get(n + 1).start()).isAfter(spans.get(n).start());
			assertThat(spans.get(n).says(spans.get(n + 1).state(), spans.get(n + 1).reason())).isFalse();
		}
		assertThat(spans.getLast().end()).isNull();
	}

	/** Made step by step, or all at once: the same. And again: nothing changes. */
	private void assertIsWhatChecksSay(ServiceId service, Timeline timeline, int watching) {
		Instant first = timeline.spans().getFirst().start();
		Map<ServiceId, Instant> all = Map.of(service, first);
		this.transaction.executeWithoutResult((status) -> {
			List<WatchedCheck> found = this.chains.checks(all).get(service);
			assertThat(found).hasSize(watching);
			found.forEach((check) -> {
				List<StateSpan> spans = check.states().spans();
				for (int n = 0; n + 1 < spans.size(); n++) {
					assertThat(spans.get(n).end()).isEqualTo(spans.get(n + 1).start());
				}
				assertThat(spans.getLast().end()).isNull();
			});
			List<Work> works = this.chains.works(all).getOrDefault(service, List.of());
			assertThat(new Combination(found, works).from(first, Instant.now())).isEqualTo(timeline);
			this.states.refresh(new Touched().add(service, first));
		});
		assertThat(timeline(service)).isEqualTo(timeline);
	}

	/** One may follow another at once: an end that was told stays. */
	private void assertOutagesFit(ServiceId service, Timeline timeline) {
		List<Outage> found = this.report.outages(service, this.start.minus(LENGTH), Instant.now()).reversed();
		List<Outage> whole = new ArrayList<>();
		for (Outage outage : found) {
			Outage before = whole.isEmpty() ? null : whole.getLast();
			if (before != null && outage.start().equals(before.end())) {
				whole.removeLast();
				whole.add(new Outage(before.id(), service, before.start(), outage.end(), before.cause()));
			}
			else {
				whole.add(outage);
			}
		}
		assertThat(whole.stream().map((outage) -> outage.start() + " " + outage.end())).containsExactlyElementsOf(
				DownTime.of(timeline).stream().map((time) -> time.start() + " " + time.end()).toList());
		assertThat(this.outages.since(Map.of(service, this.start)).getOrDefault(service, List.of()))
			.containsExactlyElementsOf(found);
		assertTold(service, found.stream().filter(Outage::isOpen).map(Outage::id).toList());
	}

	/** Of each outage there ever was its beginning is told once, and its end once. */
	private void assertTold(ServiceId service, List<OutageId> open) {
		List<OutageId> started = this.events.stream(OutageStarted.class)
			.filter((event) -> event.service().equals(service))
			.map(OutageStarted::outage)
			.toList();
		List<OutageId> ended = this.events.stream(OutageEnded.class)
			.filter((event) -> event.service().equals(service))
			.map(OutageEnded::outage)
			.toList();
		assertThat(started).doesNotHaveDuplicates()
			.containsExactlyInAnyOrderElementsOf(
					this.jdbc.sql("select id from availability.outage where service_id = ?")
						.param(service.value())
						.query(UUID.class)
						.list()
						.stream()
						.map(OutageId::new)
						.toList());
		assertThat(ended).doesNotHaveDuplicates().noneMatch(open::contains).hasSize(started.size() - open.size());
		assertThat(this.incidents.openOf(List.of(service))).hasSize(open.size());
	}

	/** A moment is counted once, wherever a window begins or ends. */
	private void assertAddsUp(ServiceId service, Timeline timeline) {
		Instant end = Instant.now().truncatedTo(ChronoUnit.MICROS).minusSeconds(60);
		for (int window = 0; window < 10; window++) {
			Instant from = edge(timeline, end);
			Instant to = edge(timeline, end);
			Instant first = from.isBefore(to) ? from : to;
			Instant last = from.isBefore(to) ? to : from;
			Instant between = first.plus(Duration.between(first, last).dividedBy(3)).truncatedTo(ChronoUnit.MICROS);
			Uptime whole = this.report.uptime(service, first, last);
			assertThat(whole.total()).isEqualTo(Duration.between(first, last));
			assertThat(whole).isEqualTo(counted(timeline, first, last));
			assertThat(this.report.uptime(service, first, between).plus(this.report.uptime(service, between, last)))
				.isEqualTo(whole);
			assertThat(this.report.statesAt(List.of(new Moment(service, first))))
				.containsExactly(stateAt(timeline, first));
		}
		this.days.close();
		LocalDate first = LocalDate.ofInstant(this.start, AvailabilityReport.ZONE).minusDays(1);
		LocalDate today = LocalDate.ofInstant(Instant.now(), AvailabilityReport.ZONE);
		List<DaySum> sums = this.report.days(List.of(service), first, today).get(service);
		assertThat(sums).hasSize((int) ChronoUnit.DAYS.between(first, today) + 1);
		for (DaySum sum : sums.subList(0, sums.size() - 1)) {
			assertThat(sum.uptime())
				.isEqualTo(this.report.uptime(service, sum.day().atStartOfDay(AvailabilityReport.ZONE).toInstant(),
						sum.day().plusDays(1).atStartOfDay(AvailabilityReport.ZONE).toInstant()));
		}
		assertThat(this.days.repair(first, today.minusDays(1))).isZero();
	}

	private Instant edge(Timeline timeline, Instant end) {
		List<StateSpan> spans = timeline.spans();
		Instant edge = switch (this.random.nextInt(3)) {
			case 0 -> this.start.plusMillis(this.random.nextInt((int) LENGTH.toMillis()));
			case 1 -> spans.get(this.random.nextInt(spans.size())).start();
			default -> spans.get(this.random.nextInt(spans.size()))
				.start()
				.plus(this.random.nextInt(3) - 1, ChronoUnit.MICROS);
		};
		return (edge.isBefore(end) ? edge : end).truncatedTo(ChronoUnit.MICROS);
	}

	/** Microsecond by microsecond would take too long; piece by piece, without SQL. */
	private static Uptime counted(Timeline timeline, Instant from, Instant to) {
		Map<ServiceState, Duration> times = new EnumMap<>(ServiceState.class);
		Instant at = from;
		while (at.isBefore(to)) {
			Instant next = to;
			for (StateSpan span : timeline.spans()) {
				if (span.start().isAfter(at) && span.start().isBefore(next)) {
					next = span.start();
				}
			}
			times.merge(stateAt(timeline, at), Duration.between(at, next), Duration::plus);
			at = next;
		}
		return Uptime.of(times);
	}

	private static ServiceState stateAt(Timeline timeline, Instant instant) {
		StateSpan span = timeline.at(instant);
		return (span != null) ? span.state() : ServiceState.UNMONITORED;
	}

	/** An outage that is confirmed after midnight began the day before. */
	@Test
	void correctDaysThatAreClosed() {
		Instant midnight = LocalDate.ofInstant(Instant.now(), AvailabilityReport.ZONE)
			.minusDays(1)
			.atStartOfDay(AvailabilityReport.ZONE)
			.toInstant();
		ServiceId service = ScriptedChecks.service();
		int check = this.checks.start(service, midnight.minus(Duration.ofHours(1)));
		this.checks.tell(ScriptedChecks.up(check, midnight.minus(Duration.ofHours(1))));
		this.checks.tell(ScriptedChecks.down(check, midnight.minusSeconds(60)), ScriptedChecks.down(check, midnight));
		this.days.close();
		LocalDate day = LocalDate.ofInstant(midnight, AvailabilityReport.ZONE).minusDays(1);
		assertThat(this.report.days(List.of(service), day, day).get(service).getFirst().uptime().down()).isZero();
		this.checks.tell(ScriptedChecks.down(check, midnight.plusSeconds(60)));
		DaySum corrected = this.report.days(List.of(service), day, day).get(service).getFirst();
		assertThat(corrected.uptime().down()).isEqualTo(Duration.ofSeconds(60));
		assertThat(corrected.shown()).isEqualTo(ServiceState.DOWN);
		assertThat(corrected.uptime().percent(2)).contains(new BigDecimal("98.33"));
	}

	@Test
	void repairSumsThatWereSpoilt() {
		ServiceId service = ScriptedChecks.service();
		int check = this.checks.start(service, this.start);
		this.checks.tell(ScriptedChecks.up(check, this.start));
		this.days.close();
		assertThat(this.jdbc.sql("""
				update availability.day_sum set up = up - 1, down = down + 1
				where service_id = ? and day = (select max(day) from availability.day_closed)""")
			.param(service.value())
			.update()).isEqualTo(1);
		this.days.close();
		assertThat(this.jdbc.sql("select coalesce(sum(down), 0) from availability.day_sum where service_id = ?")
			.param(service.value())
			.query(Long.class)
			.single()).isZero();
	}

}
