package id.tangerangkota.layanan.quality.score;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.quality.Scale;
import id.tangerangkota.layanan.quality.Scale.Point;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How values become scores, by version: what was published keeps its scale. */
@Service
@Transactional(readOnly = true)
public class Scales {

	private static final TypeReference<List<Point>> POINTS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final CurrentActor actor;

	private final Clock clock;

	private final JsonMapper json = new JsonMapper();

	Scales(JdbcClient jdbc, CurrentActor actor, Clock clock) {
		this.jdbc = jdbc;
		this.actor = actor;
		this.clock = clock;
	}

	/** The scales that count on a day, by indicator. */
	public Map<String, Scale> on(LocalDate day) {
		Map<String, Scale> scales = new TreeMap<>();
		this.jdbc.sql("""
				select distinct on (indicator) * from quality.scale where valid_from <= ?
				order by indicator, valid_from desc, version desc""").param(Date.valueOf(day)).query((row) -> {
			scales.put(row.getString("indicator"), scale(row, 0));
		});
		return scales;
	}

	/** As {@link #on(LocalDate)}, for many days by one query. */
	Map<LocalDate, Map<String, Scale>> on(Collection<LocalDate> days) {
		Map<LocalDate, Map<String, Scale>> scales = new HashMap<>();
		days.forEach((day) -> scales.put(day, new TreeMap<>()));
		this.jdbc.sql("select * from quality.scale order by indicator, valid_from, version").query((row) -> {
			Scale scale = scale(row, 0);
			scales.forEach((day, current) -> {
				if (!scale.validFrom().isAfter(day)) {
					current.put(scale.indicator(), scale);
				}
			});
		});
		return scales;
	}

	/** All versions of a scale, the newest first. */
	public List<Scale> history(String indicator) {
		return this.jdbc.sql("select * from quality.scale where indicator = ? order by version desc")
			.param(indicator)
			.query(this::scale)
			.list();
	}

	private Scale scale(ResultSet row, int number) throws SQLException {
		return new Scale(row.getString("indicator"), row.getInt("version"),
				row.getObject("valid_from", LocalDate.class), this.json.readValue(row.getString("points"), POINTS),
				row.getDouble("target"), row.getInt("weight"));
	}

	/**
	 * A new version from a day on. Two that are made at the same time do not both become
	 * the next one: the second fails.
	 */
	@Transactional
	public void change(Scale scale, String reason) {
		this.jdbc.sql("""
				insert into quality.scale (indicator, version, valid_from, points, target, weight, reason, changed_by,
					changed_at)
				values (:indicator, :version, :from, cast(:points as jsonb), :target, :weight, :reason, :by, :at)""")
			.param("indicator", scale.indicator())
			.param("version", scale.version())
			.param("from", Date.valueOf(scale.validFrom()))
			.param("points", this.json.writeValueAsString(scale.points()))
			.param("target", scale.target())
			.param("weight", scale.weight())
			.param("reason", reason)
			.param("by", this.actor.get().requireAccount().value())
			.param("at", Timestamp.from(this.clock.instant()))
			.update();
	}

}
