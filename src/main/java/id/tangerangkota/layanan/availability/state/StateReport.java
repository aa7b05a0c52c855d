package id.tangerangkota.layanan.availability.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.CurrentState;
import id.tangerangkota.layanan.availability.DaySum;
import id.tangerangkota.layanan.availability.Outage;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.availability.Overview;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.availability.Uptime;
import id.tangerangkota.layanan.catalog.CatalogTotals;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Reads intervals and sums of days. What it reads is shown, not decided upon, so no
 * method needs a transaction.
 */
@Service
class StateReport implements AvailabilityReport {

	private final JdbcClient jdbc;

	private final ServiceCatalog catalog;

	private final Clock clock;

	StateReport(JdbcClient jdbc, ServiceCatalog catalog, Clock clock) {
		this.jdbc = jdbc;
		this.catalog = catalog;
		this.clock = clock;
	}

	@Override
	public Map<ServiceId, CurrentState> now(Collection<ServiceId> services) {
		Map<ServiceId, CurrentState> states = new LinkedHashMap<>();
		services
			.forEach((service) -> states.put(service, new CurrentState(service, ServiceState.UNMONITORED, null, null)));
		this.jdbc.sql("""
				select i.service_id, i.state, i.reason, coalesce(o.starts, i.starts) as since
				from availability.service_interval i left join availability.outage o
					on i.state = 'DOWN' and o.service_id = i.service_id and o.ends is null
				where i.ends is null and i.service_id = any (?)""").param(ids(services)).query((row) -> {
			CurrentState state = current(row);
			states.put(state.service(), state);
		});
		return states;
	}

	private static CurrentState current(ResultSet row) throws SQLException {
		return new CurrentState(service(row), ServiceState.valueOf(row.getString("state")), Rows.instant(row, "since"),
				Rows.reason(row));
	}

	@Override
	public CurrentState now(ServiceId service) {
		return Objects.requireNonNull(now(List.of(service)).get(service));
	}

	@Override
	public List<ServiceState> statesAt(List<Moment> moments) {
		return this.jdbc
			.sql("""
					select coalesce(i.state, 'UNMONITORED') as state
					from unnest(cast(:services as uuid[]), cast(:times as timestamptz[])) with ordinality as m (service_id, at, place)
					left join availability.service_interval i on i.service_id = m.service_id and i.starts <= m.at
						and coalesce(i.ends, 'infinity') > m.at
					order by m.place""")
			.param("services", moments.stream().map((moment) -> moment.service().value()).toArray(UUID[]::new))
			.param("times", moments.stream().map((moment) -> moment.at().toString()).toArray(String[]::new))
			.query((row, number) -> ServiceState.valueOf(row.getString("state")))
			.list();
	}

	@Override
	public Uptime uptime(ServiceId service, Instant from, Instant to) {
		return Objects.requireNonNull(uptimes(List.of(service), from, to).get(service));
	}

	@Override
	public Map<ServiceId, Uptime> uptimes(Collection<ServiceId> services, Instant from, Instant to) {
		Instant first = from.truncatedTo(ChronoUnit.MICROS);
		Instant last = earlier(to, this.clock.instant()).truncatedTo(ChronoUnit.MICROS);
		Duration whole = last.isAfter(first) ? Duration.between(first, last) : Duration.ZERO;
		Map<ServiceId, Map<ServiceState, Duration>> times = new HashMap<>();
		this.jdbc.sql("""
				select service_id, state, cast(sum(extract(epoch from least(ends, :last) - greatest(starts, :first)))
					* 1000000 as bigint) as micros
				from availability.service_interval
				where service_id = any (:services) and starts < :last and coalesce(ends, 'infinity') > :first
					and :first < :last
				group by service_id, state""")
			.param("services", ids(services))
			.param("first", Rows.timestamp(first))
			.param("last", Rows.timestamp(last))
			.query((row) -> {
				times.computeIfAbsent(service(row), (id) -> new EnumMap<>(ServiceState.class))
					.put(ServiceState.valueOf(row.getString("state")), micros(row.getLong("micros")));
			});
		Map<ServiceId, Uptime> uptimes = new LinkedHashMap<>();
		services.forEach((service) -> uptimes.put(service, whole(times.getOrDefault(service, Map.of()), whole)));
		return uptimes;
	}

	/** What no interval covers lies before the first. */
	private static Uptime whole(Map<ServiceState, Duration> times, Duration whole) {
		Uptime known = Uptime.of(times);
		return known.plus(Uptime.of(Map.of(ServiceState.UNMONITORED, whole.minus(known.total()))));
	}

	@Override
	public Map<ServiceId, List<DaySum>> days(Collection<ServiceId> services, LocalDate from, LocalDate to) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		LocalDate today = LocalDate.ofInstant(now, ZONE);
		LocalDate last = to.isAfter(today) ? today : to;
		List<LocalDate> dates = from.isAfter(last) ? List.of() : from.datesUntil(last.plusDays(1)).toList();
		Map<ServiceId, @Nullable Uptime[]> known = new HashMap<>();
		this.jdbc.sql(DayQuery.SQL)
			.param("services", ids(services))
			.param("first", from)
			.param("last", last)
			.param("now", Rows.timestamp(now))
			.query((row) -> {
				DayQuery.read(row, known.computeIfAbsent(service(row), (id) -> new @Nullable Uptime[dates.size()]));
			});
		Map<ServiceId, List<DaySum>> days = new LinkedHashMap<>();
		services.forEach((service) -> {
			@Nullable Uptime[] sums = known.getOrDefault(service, new @Nullable Uptime[dates.size()]);
			List<DaySum> list = new ArrayList<>(sums.length);
			for (int day = 0; day < sums.length; day++) {
				LocalDate date = dates.get(day);
				Uptime sum = sums[day];
				list.add(new DaySum(date, (sum != null) ? sum : unmonitored(date, now)));
			}
			days.put(service, List.copyOf(list));
		});
		return days;
	}

	private static Uptime unmonitored(LocalDate day, Instant now) {
		Instant end = earlier(day.plusDays(1).atStartOfDay(ZONE).toInstant(), now);
		return Uptime.of(Map.of(ServiceState.UNMONITORED, Duration.between(day.atStartOfDay(ZONE).toInstant(), end)));
	}

	@Override
	public List<Outage> outages(ServiceId service, Instant from, Instant to) {
		return outages(List.of(service), from, to).getOrDefault(service, List.of());
	}

	@Override
	public Map<ServiceId, List<Outage>> outages(Collection<ServiceId> services, Instant from, Instant to) {
		Map<ServiceId, List<Outage>> outages = new HashMap<>();
		this.jdbc.sql("""
				select id, service_id, starts, ends, cause from availability.outage
				where service_id = any (:services) and starts < :to
					and (ends is null or (ends > :from and ends > starts))
				order by starts desc""")
			.param("services", ids(services))
			.param("from", Rows.timestamp(from))
			.param("to", Rows.timestamp(to))
			.query((row) -> {
				outages.computeIfAbsent(service(row), (id) -> new ArrayList<>())
					.add(new Outage(new OutageId(row.getObject("id", UUID.class)), service(row),
							Rows.instant(row, "starts"), Rows.instantOrNull(row, "ends"),
							StateReason.valueOf(row.getString("cause"))));
			});
		return outages;
	}

	@Override
	public List<CurrentState> watched(int limit) {
		return this.jdbc.sql("""
				select i.service_id, i.state, i.reason, coalesce(o.starts, i.starts) as since
				from availability.service_interval i left join availability.outage o
					on i.state = 'DOWN' and o.service_id = i.service_id and o.ends is null
				where i.ends is null and i.state <> 'UNMONITORED'
				order by array_position(array['DOWN', 'DEGRADED', 'UNKNOWN', 'MAINTENANCE', 'UP'], i.state), since desc
				limit ?""").param(limit).query((row, number) -> current(row)).list();
	}

	@Override
	public List<ServiceId> watchedDuring(Instant from, Instant to) {
		return this.jdbc.sql("""
				select distinct service_id from availability.service_interval
				where state <> 'UNMONITORED' and starts < :to and coalesce(ends, 'infinity') > :from""")
			.param("from", Rows.timestamp(from))
			.param("to", Rows.timestamp(to))
			.query((row, number) -> service(row))
			.list();
	}

	@Override
	public Overview overview() {
		Map<ServiceId, Set<Platform>> verified = this.catalog.verified();
		Map<ServiceState, Integer> states = none();
		Map<ServiceState, Integer> unverified = none();
		int[] monitored = new int[2];
		this.jdbc.sql("""
				select i.service_id, i.state, coalesce(c.platforms, '{}') as platforms
				from availability.service_interval i
				left join (select service_id, array_agg(distinct platform) as platforms from availability.check_state
					where state <> 'UNMONITORED' group by service_id) c on c.service_id = i.service_id
				where i.ends is null and i.state <> 'UNMONITORED'""").query((row) -> {
			ServiceState state = ServiceState.valueOf(row.getString("state"));
			Set<Platform> known = verified.getOrDefault(service(row), Set.of());
			states.merge(state, 1, Integer::sum);
			if (known.isEmpty()) {
				unverified.merge(state, 1, Integer::sum);
			}
			for (String platform : (String[]) row.getArray("platforms").getArray()) {
				monitored[0]++;
				monitored[1] += known.contains(Platform.valueOf(platform)) ? 0 : 1;
			}
		});
		CatalogTotals totals = this.catalog.totals(null);
		int watched = states.values().stream().mapToInt(Integer::intValue).sum();
		states.put(ServiceState.UNMONITORED, (int) Math.max(0, totals.services() - watched));
		return new Overview(Map.copyOf(states), Map.copyOf(unverified), monitored[0], monitored[1],
				(int) totals.listings());
	}

	private static Map<ServiceState, Integer> none() {
		Map<ServiceState, Integer> none = new EnumMap<>(ServiceState.class);
		for (ServiceState state : ServiceState.values()) {
			none.put(state, 0);
		}
		return none;
	}

	private static Instant earlier(Instant one, Instant two) {
		return one.isBefore(two) ? one : two;
	}

	private static UUID[] ids(Collection<ServiceId> services) {
		return services.stream().map(ServiceId::value).toArray(UUID[]::new);
	}

	private static ServiceId service(ResultSet row) throws SQLException {
		return new ServiceId(row.getObject("service_id", UUID.class));
	}

	private static Duration micros(long micros) {
		return Duration.of(micros, ChronoUnit.MICROS);
	}

}
