package id.tangerangkota.layanan.survey.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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
import java.util.UUID;

import id.tangerangkota.layanan.survey.Figure;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets answers count together with nine others about the same service, its agency then
 * and the same words, and so in each dimension. Everything that is ever shown, of
 * services, agencies, the city and any time, is made of whole groups of ten, so no
 * difference of two figures tells of fewer.
 */
@Component
class Tens {

	private final JdbcClient jdbc;

	private final SumTable table;

	Tens(JdbcClient jdbc, SumTable table) {
		this.jdbc = jdbc;
		this.table = table;
	}

	/** Whose answers wait for each other. */
	private record Group(UUID service, @Nullable String agency, int version) {
	}

	/** An answer that waits. */
	private record Waiting(Group group, UUID sheet, LocalDate day, int[] marks) {
	}

	/** An answer that has waited long enough. */
	private record Counted(Waiting answer, LocalDate on) {
	}

	/**
	 * Counts what is enough now.
	 * @param touched services of which an answer has come or changed, by its day
	 * @return the services whose sums are to be made anew, by day
	 */
	Map<LocalDate, Set<UUID>> count(Map<LocalDate, Set<UUID>> touched) {
		Map<LocalDate, Set<UUID>> changed = new TreeMap<>();
		touched.forEach((day, services) -> changed.put(day, new HashSet<>(services)));
		if (touched.isEmpty()) {
			return changed;
		}
		takeBack(touched.keySet(), changed);
		Set<UUID> services = new HashSet<>();
		touched.values().forEach(services::addAll);
		Map<Group, List<Waiting>> waiting = new LinkedHashMap<>();
		waiting(services)
			.forEach((answer) -> waiting.computeIfAbsent(answer.group(), (group) -> new ArrayList<>()).add(answer));
		List<Counted> counted = new ArrayList<>();
		waiting.forEach((group, answers) -> counted.addAll(enough(group, answers)));
		store(counted);
		counted.forEach((one) -> add(changed, one.on(), one.answer().group().service()));
		findCounted(touched, changed);
		return changed;
	}

	/** What of a group is set apart or stuffed takes the others with it. */
	private void takeBack(Collection<LocalDate> days, Map<LocalDate, Set<UUID>> changed) {
		this.jdbc.sql("""
				select distinct a.service_id, a.agency, a.version_id, a.counted_on
				from survey.answer a join survey.burst b on b.id = a.burst_id
				where a.burst_id is not null and b.decision is distinct from 'GENUINE' and a.counted_on is not null
					and a.day between :first and :last""")
			.param("first", Collections.min(days))
			.param("last", Collections.max(days))
			.query((row, number) -> Map.entry(
					new Group(service(row), row.getString("agency"), row.getInt("version_id")),
					row.getObject("counted_on", LocalDate.class)))
			.list()
			.forEach((broken) -> takeBack(broken.getKey(), broken.getValue(), changed));
	}

	private void takeBack(Group group, LocalDate day, Map<LocalDate, Set<UUID>> changed) {
		this.jdbc.sql("""
				update survey.answer set counted_on = null
				where counted_on = :day and coalesce(service_id, :none) = :service and version_id = :version
					and agency is not distinct from :agency""")
			.param("day", day)
			.param("none", SumTable.NO_SERVICE)
			.param("service", group.service())
			.param("version", group.version())
			.param("agency", group.agency())
			.update();
		add(changed, day, group.service());
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

	/** By day. */
	private List<Waiting> waiting(Collection<UUID> services) {
		return this.jdbc.sql("""
				select a.sheet_id, a.service_id, a.agency, a.version_id, a.day, a.marks
				from survey.answer a left join survey.burst b on b.id = a.burst_id
				where a.counted_on is null and (a.burst_id is null or b.decision = 'GENUINE')
					and (a.service_id = any (:services) or (a.service_id is null and :without))
				order by a.day""")
			.param("services", services.toArray(UUID[]::new))
			.param("without", services.contains(SumTable.NO_SERVICE))
			.query((row, number) -> new Waiting(
					new Group(service(row), row.getString("agency"), row.getInt("version_id")),
					row.getObject("sheet_id", UUID.class), row.getObject("day", LocalDate.class),
					Arrays.stream((Short[]) row.getArray("marks").getArray()).mapToInt(Short::intValue).toArray()))
			.list();
	}

	/** At the end of each day those who are enough by then. */
	private List<Counted> enough(Group group, List<Waiting> answers) {
		Layout layout = this.table.layout(group.version());
		List<Counted> counted = new ArrayList<>();
		List<Waiting> together = new ArrayList<>();
		int[] people = new int[layout.dimensions().size()];
		for (int place = 0; place < answers.size(); place++) {
			Waiting answer = answers.get(place);
			together.add(answer);
			Arrays.stream(answer.marks())
				.filter((mark) -> mark % 10 > 0)
				.map((mark) -> layout.dimensionOf().get(mark / 10 - 1))
				.distinct()
				.forEach((dimension) -> people[dimension]++);
			boolean last = place + 1 == answers.size() || answers.get(place + 1).day().isAfter(answer.day());
			if (last && isEnough(people)) {
				together.forEach((one) -> counted.add(new Counted(one, answer.day())));
				together.clear();
				Arrays.fill(people, 0);
			}
		}
		return counted;
	}

	/** Nobody in a dimension is nobody to tell of. */
	private static boolean isEnough(int[] people) {
		return Arrays.stream(people).allMatch((many) -> many == 0 || many >= Figure.LEAST)
				&& Arrays.stream(people).anyMatch((many) -> many > 0);
	}

	private void store(List<Counted> counted) {
		if (counted.isEmpty()) {
			return;
		}
		this.jdbc.sql("""
				update survey.answer a set counted_on = c.day
				from unnest(:sheets, :versions, cast(:days as date[])) as c (sheet, version, day)
				where a.sheet_id = c.sheet and a.version_id = c.version""")
			.param("sheets", counted.stream().map((one) -> one.answer().sheet()).toArray(UUID[]::new))
			.param("versions", counted.stream().map((one) -> one.answer().group().version()).toArray(Integer[]::new))
			.param("days", texts(counted.stream().map(Counted::on).toList()))
			.update();
	}

	/** From when on the answers of the touched days count. */
	private void findCounted(Map<LocalDate, Set<UUID>> touched, Map<LocalDate, Set<UUID>> changed) {
		this.jdbc.sql("""
				select distinct service_id, day, counted_on from survey.answer
				where day = any (cast(:days as date[])) and counted_on is not null""")
			.param("days", texts(touched.keySet()))
			.query((row) -> {
				UUID service = service(row);
				if (touched.getOrDefault(row.getObject("day", LocalDate.class), Set.of()).contains(service)) {
					add(changed, row.getObject("counted_on", LocalDate.class), service);
				}
			});
	}

}
