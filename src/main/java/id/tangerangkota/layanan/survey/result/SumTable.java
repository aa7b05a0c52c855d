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
import java.util.function.UnaryOperator;

import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.Situation;
import id.tangerangkota.layanan.survey.Stratum;
import id.tangerangkota.layanan.survey.instrument.InstrumentVersion;
import id.tangerangkota.layanan.survey.instrument.Instruments;
import id.tangerangkota.layanan.survey.result.SumRow.Key;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores sums. */
@Component
class SumTable {

	/** Stands among services for answers that are about none. */
	static final UUID NO_SERVICE = new UUID(0, 0);

	private static final JsonMapper JSON = new JsonMapper();

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

	/** A row on its way to the database. */
	private record Stored(LocalDate firstDay, @Nullable UUID service, @Nullable String agency, int version,
			Stratum stratum, Situation situation, boolean met, long answers, int[] items, int[] dimensions,
			int[] pairs) {
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
		List<Stored> stored = rows.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey(ORDER))
			.map((row) -> stored(row.getKey(), row.getValue()))
			.toList();
		this.jdbc.sql("""
				insert into survey.sums
				select :level, :span, "firstDay", service, agency, version, stratum, situation, met, answers, items,
					dimensions, pairs
				from jsonb_to_recordset(cast(:rows as jsonb)) as r ("firstDay" date, service uuid, agency text,
					version integer, stratum text, situation text, met boolean, answers integer, items integer[],
					dimensions integer[], pairs integer[])""")
			.param("level", level.name())
			.param("span", span.name())
			.param("rows", JSON.writeValueAsString(stored))
			.update();
	}

	private static Stored stored(Key key, Tally tally) {
		return new Stored(key.day(), key.service(), key.agency(), key.version(), key.stratum(), key.situation(),
				key.metOutage(), tally.answers(), tally.storedItems(), tally.storedDimensions(), tally.storedPairs());
	}

	/** Takes away the days of services. */
	void deleteDay(LocalDate day, Collection<UUID> services) {
		this.jdbc.sql("""
				delete from survey.sums where level = 'SERVICE' and span = 'DAY' and first_day = :day
					and (service_id = any (:services) or (service_id is null and :without))""")
			.param("day", day)
			.param("services", services.toArray(UUID[]::new))
			.param("without", services.contains(NO_SERVICE))
			.update();
	}

	void deleteMonth(LocalDate month, Collection<UUID> services) {
		this.jdbc.sql("""
				delete from survey.sums where level = 'SERVICE' and span = 'MONTH' and first_day = :month
					and (service_id = any (:services) or (service_id is null and :without))""")
			.param("month", month)
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
		return this.jdbc.sql("select * from survey.sums where level = 'SERVICE' and span = 'DAY' and first_day = ?")
			.param(day)
			.query(this::row)
			.list();
	}

	/** The days of some services in a month. */
	List<SumRow> daysOfMonth(LocalDate month, Collection<UUID> services) {
		return this.jdbc.sql("""
				select * from survey.sums where level = 'SERVICE' and span = 'DAY' and first_day >= :first
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
		return this.jdbc.sql("""
				select * from survey.sums where level = 'CITY' and span = 'DAY' and first_day >= ? and first_day < ?""")
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

	private static int[] ints(ResultSet row, String column) throws SQLException {
		Integer[] values = (Integer[]) row.getArray(column).getArray();
		int[] ints = new int[values.length];
		for (int i = 0; i < values.length; i++) {
			ints[i] = values[i];
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
