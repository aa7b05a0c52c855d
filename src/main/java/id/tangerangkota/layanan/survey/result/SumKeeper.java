package id.tangerangkota.layanan.survey.result;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.AvailabilityReport.Moment;
import id.tangerangkota.layanan.availability.Outage;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.Occasion;
import id.tangerangkota.layanan.survey.Situation;
import id.tangerangkota.layanan.survey.Stratum;
import id.tangerangkota.layanan.survey.SurveyResults;
import id.tangerangkota.layanan.survey.result.SumRow.Key;
import id.tangerangkota.layanan.survey.result.SumTable.Level;
import id.tangerangkota.layanan.survey.result.SumTable.Span;
import id.tangerangkota.layanan.web.PageChanges;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the sums of days anew whenever one of their answers, or the state of the service
 * at one of their moments, has changed. Answers belong to the day from which on they
 * count ({@link Tens}), and a day is always summed up from all of them, so the same
 * answers give the same sums.
 */
@Component
public class SumKeeper {

	/** Who is asked about outages is asked about the last month. */
	private static final Duration LATELY = Duration.ofDays(30);

	private static final int AT_ONCE = 20_000;

	private static final int LOCK = 0x53564b53;

	private final AvailabilityReport availability;

	private final Tens tens;

	private final SumTable table;

	private final PageChanges pages;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	SumKeeper(AvailabilityReport availability, Tens tens, SumTable table, PageChanges pages, JdbcClient jdbc,
			TransactionTemplate transaction) {
		this.availability = availability;
		this.tens = tens;
		this.table = table;
		this.pages = pages;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/**
	 * An answer as it is read.
	 *
	 * @param dated whether only its day is known
	 * @param countedFor service and agency it counts for
	 */
	private record Answer(Instant at, boolean dated, @Nullable UUID service, Owner countedFor, int version,
			Stratum stratum, @Nullable String outage, int[] values) {
	}

	/** Nobody is the whole agency, and no agency the city. */
	private record Owner(@Nullable UUID service, @Nullable String agency) {
	}

	/** Makes all sums anew that need it. */
	public void catchUp() {
		boolean more = true;
		while (more) {
			more = Boolean.TRUE.equals(this.transaction.execute((status) -> catchUpWithSome()));
		}
	}

	/**
	 * Answers that come meanwhile leave a row of their own, which is not among those
	 * taken here unless the answers are seen, too. Day after day, so that many of them
	 * make each day and month anew once.
	 */
	private boolean catchUpWithSome() {
		this.table.learn(Instrument.values());
		this.jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row) -> {
		});
		Map<LocalDate, Set<UUID>> touched = new TreeMap<>();
		int[] taken = new int[1];
		this.jdbc.sql("""
				delete from survey.touched where id in (select id from survey.touched order by day, id limit ?)
				returning service_id, day""").param(AT_ONCE).query((row) -> {
			touched.computeIfAbsent(row.getObject("day", LocalDate.class), (day) -> new HashSet<>())
				.add(Objects.requireNonNullElse(row.getObject("service_id", UUID.class), SumTable.NO_SERVICE));
			taken[0]++;
		});
		Map<LocalDate, Set<UUID>> months = new TreeMap<>();
		Map<LocalDate, Set<UUID>> changed = this.tens.count(touched, taken[0] < AT_ONCE);
		changed.forEach((day, services) -> {
			sumUp(day, services);
			months.computeIfAbsent(day.withDayOfMonth(1), (month) -> new HashSet<>()).addAll(services);
		});
		months.forEach(this::sumUpMonth);
		if (!changed.isEmpty()) {
			this.pages.changed(SurveyResults.PAGES);
		}
		return taken[0] == AT_ONCE;
	}

	private void sumUp(LocalDate day, Set<UUID> services) {
		Map<Key, Tally> sums = new HashMap<>();
		List<Answer> answers = read(day, services);
		List<Situation> situations = situations(answers);
		Map<ServiceId, List<Outage>> outages = outages(day, answers);
		for (int i = 0; i < answers.size(); i++) {
			Answer answer = answers.get(i);
			Key key = new Key(day, answer.countedFor().service(), answer.countedFor().agency(), answer.version(),
					answer.stratum(), situations.get(i), met(answer, outages));
			sums.computeIfAbsent(key, (to) -> new Tally(this.table.layout(answer.version()))).add(answer.values());
		}
		this.table.delete(Span.DAY, day, services);
		this.table.insert(Level.SERVICE, Span.DAY, sums);
		this.table.deleteCity(Span.DAY, day);
		this.table.insert(Level.CITY, Span.DAY, SumTable.together(this.table.day(day), Key::ofCity));
	}

	private void sumUpMonth(LocalDate month, Set<UUID> services) {
		this.table.delete(Span.MONTH, month, services);
		this.table.insert(Level.SERVICE, Span.MONTH,
				SumTable.together(this.table.daysOfMonth(month, services), Key::ofMonth));
		this.table.deleteCity(Span.MONTH, month);
		this.table.insert(Level.CITY, Span.MONTH, SumTable.together(this.table.cityDaysOfMonth(month), Key::ofMonth));
	}

	/**
	 * What counts from a day on, and what was set apart on it; without what was stuffed.
	 */
	private List<Answer> read(LocalDate day, Collection<UUID> services) {
		return this.jdbc.sql("""
				select a.at, a.occasion, a.service_id, a.version_id, a.outage, a.marks,
					case when coalesce(a.counted_for, 'SERVICE') = 'SERVICE' then a.service_id end as of_service,
					case when a.counted_for is distinct from 'CITY' then a.agency end as of_agency,
					case when b.id is not null and b.decision is null then 'SUSPECT' else a.stratum end as stratum
				from survey.answer a left join survey.burst b on b.id = a.burst_id
				where (a.counted_on = :day or (a.day = :day and a.counted_on is null and a.burst_id is not null))
					and ((a.service_id = any (:services) and coalesce(a.counted_for, 'SERVICE') = 'SERVICE')
						or ((a.service_id is null or a.counted_for <> 'SERVICE') and :without))
					and (a.counted_on is not null or b.decision is null)""")
			.param("day", day)
			.param("services", services.toArray(UUID[]::new))
			.param("without", services.contains(SumTable.NO_SERVICE))
			.query((row, number) -> {
				int version = row.getInt("version_id");
				return new Answer(row.getObject("at", OffsetDateTime.class).toInstant(),
						row.getString("occasion").equals(Occasion.COMPLAINT.name()),
						row.getObject("service_id", UUID.class),
						new Owner(row.getObject("of_service", UUID.class), row.getString("of_agency")), version,
						Stratum.valueOf(row.getString("stratum")), row.getString("outage"),
						values((Short[]) row.getArray("marks").getArray(), this.table.layout(version)));
			})
			.list();
	}

	private static int[] values(Short[] marks, Layout layout) {
		int[] values = new int[layout.items()];
		for (short mark : marks) {
			values[mark / 10 - 1] = mark % 10;
		}
		return values;
	}

	private List<Situation> situations(List<Answer> answers) {
		List<Moment> moments = new ArrayList<>();
		for (Answer answer : answers) {
			if (answer.service() != null && !answer.dated()) {
				moments.add(new Moment(new ServiceId(answer.service()), answer.at()));
			}
		}
		List<ServiceState> states = moments.isEmpty() ? List.of() : this.availability.statesAt(moments);
		List<Situation> situations = new ArrayList<>();
		int next = 0;
		for (Answer answer : answers) {
			ServiceState state = (answer.service() != null && !answer.dated()) ? states.get(next++)
					: ServiceState.UNMONITORED;
			situations
				.add(state.isUp() ? Situation.UP : (state == ServiceState.DOWN) ? Situation.DOWN : Situation.OTHER);
		}
		return situations;
	}

	private Map<ServiceId, List<Outage>> outages(LocalDate day, List<Answer> answers) {
		List<ServiceId> ids = answers.stream()
			.map(Answer::service)
			.filter(Objects::nonNull)
			.distinct()
			.map(ServiceId::new)
			.toList();
		Instant start = answers.stream().map(Answer::at).min(Comparator.naturalOrder()).orElse(Instant.EPOCH);
		return answers.isEmpty() ? Map.of() : this.availability.outages(ids, start.minus(LATELY),
				day.plusDays(1).atStartOfDay(AvailabilityReport.ZONE).toInstant());
	}

	/** What the person says, or else what was measured. */
	private static boolean met(Answer answer, Map<ServiceId, List<Outage>> outages) {
		if (answer.outage() != null) {
			return !answer.outage().equals("NO");
		}
		if (answer.service() == null) {
			return false;
		}
		Instant from = answer.at().minus(LATELY);
		return outages.getOrDefault(new ServiceId(answer.service()), List.of()).stream().anyMatch((outage) -> {
			Instant end = outage.end();
			return !outage.start().isAfter(answer.at()) && (end == null || end.isAfter(from));
		});
	}

}
