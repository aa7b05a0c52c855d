package id.tangerangkota.layanan.survey.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.Situation;
import id.tangerangkota.layanan.survey.Stratum;
import id.tangerangkota.layanan.survey.instrument.InstrumentVersion;
import id.tangerangkota.layanan.survey.instrument.Instruments;
import id.tangerangkota.layanan.survey.result.SumRow.Key;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores sums. */
@Component
class SumTable {

	/** Stands among services for answers that are about none. */
	static final UUID NO_SERVICE = new UUID(0, 0);

	/** Arrays as text: the driver would make an object of each of their numbers. */
	static final String COLUMNS = """
			first_day, service_id, agency, version_id, stratum, situation, met_outage, answers,
				cast(items as text) as items, cast(dimensions as text) as dimensions, cast(pairs as text) as pairs
			""";

	/** Without the pairs, of which alpha is made. */
	static final String LIGHT_COLUMNS = """
			first_day, service_id, agency, version_id, stratum, situation, met_outage, answers,
				cast(items as text) as items, cast(dimensions as text) as dimensions, '{}' as pairs
			""";

	private static final Comparator<Key> ORDER = Comparator.comparing(Key::day)
		.thenComparing((key) -> String.valueOf(key.service()))
		.thenComparing((key) -> String.valueOf(key.agency()))
		.thenComparing(Key::version)
		.thenComparing(Key::stratum)
		.thenComparing(Key::situation)
		.thenComparing(Key::metOutage);

	private final JdbcClient jdbc;

	private final Instruments instruments;

	private final Map<Integer, Layout> layouts = new ConcurrentHashMap<>();

	SumTable(JdbcClient jdbc, Instruments instruments) {
		this.jdbc = jdbc;
		this.instruments = instruments;
	}

	/** What a row is about. */
	enum Level {

		SERVICE, CITY

	}

	/** How long it is. */
	enum Span {

		DAY, MONTH

	}

	/** Learns the versions there are; to be done before their rows are read. */
	void learn(Instrument... wanted) {
		for (Instrument instrument : wanted) {
			for (InstrumentVersion version : this.instruments.versions(instrument)) {
				this.layouts.computeIfAbsent(version.id(), (id) -> Layout.of(version));
			}
		}
	}

	Layout layout(int version) {
		return Objects.requireNonNull(this.layouts.get(version), "A version nobody has learnt of");
	}

	void insert(Level level, Span span, Map<Key, Tally> rows) {
		if (rows.isEmpty()) {
			return;
		}
		List<Map.Entry<Key, Tally>> stored = rows.entrySet().stream().sorted(Map.Entry.comparingByKey(ORDER)).toList();
		this.jdbc
			.sql("""
					insert into survey.sums
					select :level, :span, first_day, service, agency, version, stratum, situation, met, answers,
						cast(items as integer[]), cast(dimensions as integer[]), cast(pairs as integer[])
					from unnest(cast(:days as date[]), :services, :agencies, :versions, :strata, :situations, :met,
						:answers, :items, :dimensions, :pairs) as r (first_day, service, agency, version, stratum, situation,
						met, answers, items, dimensions, pairs)""")
			.param("level", level.name())
			.param("span", span.name())
			.param("days", column(stored, (key, tally) -> key.day().toString(), String[]::new))
			.param("services", column(stored, (key, tally) -> key.service(), UUID[]::new))
			.param("agencies", column(stored, (key, tally) -> key.agency(), String[]::new))
			.param("versions", column(stored, (key, tally) -> key.version(), Integer[]::new))
			.param("strata", column(stored, (key, tally) -> key.stratum().name(), String[]::new))
			.param("situations", column(stored, (key, tally) -> key.situation().name(), String[]::new))
			.param("met", column(stored, (key, tally) -> key.metOutage(), Boolean[]::new))
			.param("answers", column(stored, (key, tally) -> tally.answers(), Long[]::new))
			.param("items", column(stored, (key, tally) -> array(tally.storedItems()), String[]::new))
			.param("dimensions", column(stored, (key, tally) -> array(tally.storedDimensions()), String[]::new))
			.param("pairs", column(stored, (key, tally) -> array(tally.storedPairs()), String[]::new))
			.update();
	}

	private static <T extends @Nullable Object> T[] column(List<Map.Entry<Key, Tally>> rows,
			BiFunction<Key, Tally, T> value, IntFunction<T[]> array) {
		return rows.stream().map((row) -> value.apply(row.getKey(), row.getValue())).toArray(array);
	}

	/** Arrays of arrays would all have to be of one length. */
	private static String array(int[] values) {
		StringBuilder text = new StringBuilder(2 * values.length + 2).append('{');
		for (int i = 0; i < values.length; i++) {
			if (i > 0) {
				text.append(',');
			}
			text.append(values[i]);
		}
		return text.append('}').toString();
	}

	/** Takes away those of services. */
	void delete(Span span, LocalDate first, Collection<UUID> services) {
		this.jdbc.sql("""
				delete from survey.sums where level = 'SERVICE' and span = :span and first_day = :first
					and (service_id = any (:services) or (service_id is null and :without))""")
			.param("span", span.name())
			.param("first", first)
			.param("services", services.toArray(UUID[]::new))
			.param("without", services.contains(NO_SERVICE))
			.update();
	}

	void deleteCity(Span span, LocalDate first) {
		this.jdbc.sql("delete from survey.sums where level = 'CITY' and span = ? and first_day = ?")
			.params(span.name(), first)
			.update();
	}

	/** The days of all services on a day. */
	List<SumRow> day(LocalDate day) {
		return this.jdbc
			.sql("select " + COLUMNS + "from survey.sums where level = 'SERVICE' and span = 'DAY' and first_day = ?")
			.param(day)
			.query(this::row)
			.list();
	}

	/** The days of some services in a month. */
	List<SumRow> daysOfMonth(LocalDate month, Collection<UUID> services) {
		return this.jdbc.sql("select " + COLUMNS + """
				from survey.sums where level = 'SERVICE' and span = 'DAY' and first_day >= :first
					and first_day < :last and (service_id = any (:services) or (service_id is null and :without))""")
			.param("first", month)
			.param("last", month.plusMonths(1))
			.param("services", services.toArray(UUID[]::new))
			.param("without", services.contains(NO_SERVICE))
			.query(this::row)
			.list();
	}

	/** The days of the city in a month. */
	List<SumRow> cityDaysOfMonth(LocalDate month) {
		return this.jdbc.sql("select " + COLUMNS + """
				from survey.sums where level = 'CITY' and span = 'DAY' and first_day >= ? and first_day < ?""")
			.params(month, month.plusMonths(1))
			.query(this::row)
			.list();
	}

	SumRow row(ResultSet row, int number) throws SQLException {
		int version = row.getInt("version_id");
		Tally tally = new Tally(layout(version));
		tally.add(row.getLong("answers"), ints(row, "items"), ints(row, "dimensions"), ints(row, "pairs"));
		return new SumRow(new Key(row.getObject("first_day", LocalDate.class), row.getObject("service_id", UUID.class),
				row.getString("agency"), version, Stratum.valueOf(row.getString("stratum")),
				Situation.valueOf(row.getString("situation")), row.getBoolean("met_outage")), tally);
	}

	/** Whole numbers as {@code {1,22,3}}, none of which is negative. */
	private static int[] ints(ResultSet row, String column) throws SQLException {
		String text = row.getString(column);
		if (text.length() == 2) {
			return new int[0];
		}
		int[] ints = new int[1 + (int) text.chars().filter((letter) -> letter == ',').count()];
		int place = 0;
		for (int i = 1; i < text.length() - 1; i++) {
			char letter = text.charAt(i);
			if (letter == ',') {
				place++;
			}
			else {
				ints[place] = ints[place] * 10 + letter - '0';
			}
		}
		return ints;
	}

	/** Adds rows of one key together. */
	static Map<Key, Tally> together(Collection<SumRow> rows, UnaryOperator<Key> key) {
		Map<Key, Tally> sums = new HashMap<>();
		rows.forEach((row) -> sums.computeIfAbsent(key.apply(row.key()), (to) -> new Tally(row.tally().layout()))
			.add(row.tally()));
		return sums;
	}

}
