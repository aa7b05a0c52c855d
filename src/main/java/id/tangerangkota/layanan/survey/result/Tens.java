package id.tangerangkota.layanan.survey.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets answers count together with nine others about the same service, its agency then
 * and the same words, and so in each dimension. Whom a quarter leaves waiting count at
 * its end with others of the same agency, for that alone, or else with others of the
 * city. Everything that is ever shown, of services, agencies, the city and any time, is
 * made of whole groups of ten, so no difference of two figures tells of fewer.
 */
@Component
class Tens {

	private final JdbcClient jdbc;

	private final SumTable table;

	private final Clock clock;

	Tens(JdbcClient jdbc, SumTable table, Clock clock) {
		this.jdbc = jdbc;
		this.table = table;
		this.clock = clock;
	}

	/** What the answers of a group count for, and whatever that is a part of. */
	private enum Whole {

		SERVICE, AGENCY, CITY

	}

	/** Whose answers count together. */
	private record Group(Whole whole, UUID service, @Nullable String agency, int version) {

		Group ofAgency() {
			return new Group(Whole.AGENCY, SumTable.NO_SERVICE, this.agency, this.version);
		}

		Group ofCity() {
			return new Group(Whole.CITY, SumTable.NO_SERVICE, null, this.version);
		}

	}

	/** An answer that waits. */
	private record Waiting(Group group, UUID sheet, LocalDate day, int[] marks) {
	}

	/** An answer that has waited long enough. */
	private record Counted(Waiting answer, Group group, LocalDate on) {
	}

	/**
	 * Counts what is enough now.
	 * @param touched services of which an answer has come or changed, by its day
	 * @param all whether nothing more has come: before, none is left over
	 * @return the services whose sums are to be made anew, by day
	 */
	Map<LocalDate, Set<UUID>> count(Map<LocalDate, Set<UUID>> touched, boolean all) {
		Map<LocalDate, Set<UUID>> changed = new TreeMap<>();
		Set<LocalDate> quarters = all ? over() : new TreeSet<>();
		if (!touched.isEmpty()) {
			touched.forEach((day, services) -> changed.put(day, new HashSet<>(services)));
			takeBack(touched.keySet(), changed, quarters);
			Set<UUID> services = new HashSet<>();
			touched.values().forEach(services::addAll);
			List<Counted> counted = new ArrayList<>();
			grouped(waiting(services, LocalDate.EPOCH), Waiting::group)
				.forEach((group, answers) -> counted.addAll(enough(group, answers)));
			store(counted, changed);
		}
		quarters.forEach((quarter) -> store(rest(quarter), changed));
		findCounted(touched, changed);
		return changed;
	}

	private static <K> Map<K, List<Waiting>> grouped(List<Waiting> answers, Function<Waiting, K> by) {
		return answers.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
	}

	/** What of a group is set apart or stuffed takes the others with it. */
	private void takeBack(Collection<LocalDate> days, Map<LocalDate, Set<UUID>> changed, Set<LocalDate> quarters) {
		this.jdbc.sql("""
				select distinct a.service_id, a.agency, a.version_id, a.counted_on, a.counted_for
				from survey.answer a join survey.burst b on b.id = a.burst_id
				where a.burst_id is not null and b.decision is distinct from 'GENUINE' and a.counted_on is not null
					and a.day between :first and :last""")
			.param("first", Collections.min(days))
			.param("last", Collections.max(days))
			.query((row, number) -> Map.entry(countedIn(row), row.getObject("counted_on", LocalDate.class)))
			.list()
			.stream()
			.distinct()
			.forEach((broken) -> {
				takeBack(broken.getKey(), broken.getValue(), changed);
				if (broken.getKey().whole() != Whole.SERVICE) {
					quarters.add(broken.getValue());
				}
			});
	}

	private void takeBack(Group group, LocalDate day, Map<LocalDate, Set<UUID>> changed) {
		this.jdbc.sql("""
				update survey.answer set counted_on = null, counted_for = null
				where counted_on = :day and counted_for = :whole and version_id = :version
					and (:whole <> 'SERVICE' or coalesce(service_id, :none) = :service)
					and (:whole = 'CITY' or agency is not distinct from :agency)""")
			.param("day", day)
			.param("whole", group.whole().name())
			.param("none", SumTable.NO_SERVICE)
			.param("service", group.service())
			.param("version", group.version())
			.param("agency", group.agency())
			.update();
		add(changed, day, group.service());
	}

	private static Group group(ResultSet row) throws SQLException {
		return new Group(Whole.SERVICE, service(row), row.getString("agency"), row.getInt("version_id"));
	}

	private static Group countedIn(ResultSet row) throws SQLException {
		Group group = group(row);
		return switch (Whole.valueOf(row.getString("counted_for"))) {
			case SERVICE -> group;
			case AGENCY -> group.ofAgency();
			case CITY -> group.ofCity();
		};
	}

	private static String[] texts(Collection<LocalDate> days) {
		return days.stream().map(LocalDate::toString).toArray(String[]::new);
	}

	private static UUID service(ResultSet row) throws SQLException {
		return Objects.requireNonNullElse(row.getObject("service_id", UUID.class), SumTable.NO_SERVICE);
	}

	private static void add(Map<LocalDate, Set<UUID>> changed, LocalDate day, UUID service) {
		changed.computeIfAbsent(day, (any) -> new HashSet<>()).add(service);
	}

	/** Of these services, and all from before a day; by day. */
	private List<Waiting> waiting(Collection<UUID> services, LocalDate before) {
		return this.jdbc.sql("""
				select a.sheet_id, a.service_id, a.agency, a.version_id, a.day, a.marks
				from survey.answer a left join survey.burst b on b.id = a.burst_id
				where a.counted_on is null and (a.burst_id is null or b.decision = 'GENUINE')
					and (a.day < :before or a.service_id = any (:services) or (a.service_id is null and :without))
				order by a.day""")
			.param("before", before)
			.param("services", services.toArray(UUID[]::new))
			.param("without", services.contains(SumTable.NO_SERVICE))
			.query((row, number) -> new Waiting(group(row), row.getObject("sheet_id", UUID.class),
					row.getObject("day", LocalDate.class),
					Arrays.stream((Short[]) row.getArray("marks").getArray()).mapToInt(Short::intValue).toArray()))
			.list();
	}

	/** At the end of each day those who are enough by then. */
	private List<Counted> enough(Group group, List<Waiting> answers) {
		Headcount people = new Headcount(this.table.layout(group.version()));
		List<Counted> counted = new ArrayList<>();
		List<Waiting> together = new ArrayList<>();
		for (int place = 0; place < answers.size(); place++) {
			Waiting answer = answers.get(place);
			together.add(answer);
			people.add(answer.marks());
			boolean last = place + 1 == answers.size() || answers.get(place + 1).day().isAfter(answer.day());
			if (last && people.isEnough()) {
				together.forEach((one) -> counted.add(new Counted(one, group, answer.day())));
				together.clear();
				people.clear();
			}
		}
		return counted;
	}

	/** The last days of quarters that are over since this was asked last. */
	private Set<LocalDate> over() {
		LocalDate last = lastDay(PageClock.day(this.clock.instant()).with(IsoFields.DAY_OF_QUARTER, 1).minusDays(1));
		return new TreeSet<>(this.jdbc
			.sql("""
					with known as (select max(last_day) as last_day from survey.quarter_over),
					now as (insert into survey.quarter_over (last_day)
						select :last where :last > (select coalesce(last_day, '-infinity') from known))
					select distinct cast(date_trunc('quarter', day) + interval '3 months - 1 day' as date) as last_day
					from survey.answer
					where counted_on is null and day <= :last and day > (select coalesce(last_day, '-infinity') from known)""")
			.param("last", last)
			.query((row, number) -> row.getObject("last_day", LocalDate.class))
			.list());
	}

	private static LocalDate lastDay(LocalDate day) {
		return day.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3).minusDays(1);
	}

	private List<Counted> rest(LocalDate lastDay) {
		List<Waiting> answers = waiting(Set.of(), lastDay.plusDays(1)).stream()
			.filter((answer) -> lastDay(answer.day()).equals(lastDay))
			.toList();
		List<Counted> counted = new ArrayList<>();
		List<Waiting> left = new ArrayList<>();
		grouped(answers, (answer) -> answer.group().ofAgency())
			.forEach((group, some) -> together(group, some, lastDay, counted, left));
		grouped(left, (answer) -> answer.group().ofCity())
			.forEach((group, some) -> together(group, some, lastDay, counted, new ArrayList<>()));
		return counted;
	}

	private void together(Group group, List<Waiting> answers, LocalDate day, List<Counted> counted,
			List<Waiting> left) {
		Headcount people = new Headcount(this.table.layout(group.version()));
		answers.forEach((answer) -> people.add(answer.marks()));
		if (people.isEnough() && (group.agency() != null || group.whole() == Whole.CITY)) {
			answers.forEach((answer) -> counted.add(new Counted(answer, group, day)));
		}
		else {
			left.addAll(answers);
		}
	}

	private void store(List<Counted> counted, Map<LocalDate, Set<UUID>> changed) {
		if (counted.isEmpty()) {
			return;
		}
		counted.forEach((one) -> add(changed, one.on(), one.group().service()));
		this.jdbc.sql("""
				update survey.answer a set counted_on = c.day, counted_for = c.whole
				from unnest(:sheets, :versions, cast(:days as date[]), :wholes) as c (sheet, version, day, whole)
				where a.sheet_id = c.sheet and a.version_id = c.version""")
			.param("sheets", counted.stream().map((one) -> one.answer().sheet()).toArray(UUID[]::new))
			.param("versions", counted.stream().map((one) -> one.answer().group().version()).toArray(Integer[]::new))
			.param("days", texts(counted.stream().map(Counted::on).toList()))
			.param("wholes", counted.stream().map((one) -> one.group().whole().name()).toArray(String[]::new))
			.update();
	}

	/** From when on the answers of the touched days count. */
	private void findCounted(Map<LocalDate, Set<UUID>> touched, Map<LocalDate, Set<UUID>> changed) {
		this.jdbc.sql("""
				select distinct service_id, agency, version_id, day, counted_on, counted_for from survey.answer
				where day = any (cast(:days as date[])) and counted_on is not null""")
			.param("days", texts(touched.keySet()))
			.query((row) -> {
				UUID service = service(row);
				if (touched.getOrDefault(row.getObject("day", LocalDate.class), Set.of()).contains(service)) {
					add(changed, row.getObject("counted_on", LocalDate.class), countedIn(row).service());
				}
			});
	}

}
