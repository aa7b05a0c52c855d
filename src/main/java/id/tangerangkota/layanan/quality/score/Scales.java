package id.tangerangkota.layanan.quality.score;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.quality.Scale;
import id.tangerangkota.layanan.quality.Scale.Point;
import id.tangerangkota.layanan.quality.Scorecard;
import id.tangerangkota.layanan.quality.score.ScaleRefused.Reason;
import id.tangerangkota.layanan.web.PageChanges;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationEventPublisher;
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

	private final ApplicationEventPublisher events;

	private final PageChanges pages;

	private final Clock clock;

	private final JsonMapper json = new JsonMapper();

	Scales(JdbcClient jdbc, CurrentActor actor, ApplicationEventPublisher events, PageChanges pages, Clock clock) {
		this.jdbc = jdbc;
		this.actor = actor;
		this.events = events;
		this.pages = pages;
		this.clock = clock;
	}

	/** The scales that count on a day, by indicator. */
	public Map<String, Scale> on(LocalDate day) {
		Map<String, Scale> scales = new TreeMap<>();
		explained(day).forEach((indicator, version) -> scales.put(indicator, version.scale()));
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

	/**
	 * A scale and how it came about.
	 *
	 * @param reasonEn in English, null where nobody wrote one
	 * @param by null for what the portal came with
	 */
	public record Version(Scale scale, String reason, @Nullable String reasonEn, @Nullable AccountId by, Instant at) {
	}

	/** The versions that count on a day, by indicator, with their reasons. */
	public Map<String, Version> explained(LocalDate day) {
		Map<String, Version> versions = new TreeMap<>();
		this.jdbc.sql("""
				select distinct on (indicator) * from quality.scale where valid_from <= ?
				order by indicator, valid_from desc, version desc""").param(Date.valueOf(day)).query((row) -> {
			versions.put(row.getString("indicator"), version(row, 0));
		});
		return versions;
	}

	/** All versions of a scale, the newest first; none for an unknown indicator. */
	public List<Version> history(String indicator) {
		return this.jdbc.sql("select * from quality.scale where indicator = ? order by version desc")
			.param(indicator)
			.query(this::version)
			.list();
	}

	private Version version(ResultSet row, int number) throws SQLException {
		UUID by = row.getObject("changed_by", UUID.class);
		return new Version(scale(row, number), row.getString("reason"), row.getString("reason_en"),
				(by != null) ? new AccountId(by) : null, row.getTimestamp("changed_at").toInstant());
	}

	private Scale scale(ResultSet row, int number) throws SQLException {
		return new Scale(row.getString("indicator"), row.getInt("version"),
				row.getObject("valid_from", LocalDate.class), this.json.readValue(row.getString("points"), POINTS),
				row.getDouble("target"), row.getInt("weight"));
	}

	/**
	 * A new version from a day on. Of two that are made at the same time the second
	 * fails.
	 * @param scale with the number of the version after the one its maker saw
	 * @param reasonEn null where nobody wrote one
	 * @throws ScaleRefused if it cannot be the next one
	 */
	@Transactional
	public void change(Scale scale, String reason, @Nullable String reasonEn) {
		Scale last = history(scale.indicator()).getFirst().scale();
		if (scale.version() != last.version() + 1) {
			throw new ScaleRefused(Reason.CHANGED_MEANWHILE);
		}
		if (scale.validFrom().isBefore(PageClock.day(this.clock.instant()))) {
			throw new ScaleRefused(Reason.IN_THE_PAST);
		}
		if (scale.validFrom().isBefore(last.validFrom())) {
			throw new ScaleRefused(Reason.BEFORE_THE_LAST);
		}
		insert(scale, reason, reasonEn);
		this.events.publishEvent(new ScaleAct(scale.indicator(), scale.version(), scale.validFrom()));
		this.pages.changed(Scorecard.PAGES);
	}

	private void insert(Scale scale, String reason, @Nullable String reasonEn) {
		int inserted = this.jdbc.sql("""
				insert into quality.scale (indicator, version, valid_from, points, target, weight, reason, reason_en,
					changed_by, changed_at)
				values (:indicator, :version, :from, cast(:points as jsonb), :target, :weight, :reason, :reasonEn, :by,
					:at)
				on conflict (indicator, version) do nothing""")
			.param("indicator", scale.indicator())
			.param("version", scale.version())
			.param("from", Date.valueOf(scale.validFrom()))
			.param("points", this.json.writeValueAsString(scale.points()))
			.param("target", scale.target())
			.param("weight", scale.weight())
			.param("reason", reason)
			.param("reasonEn", reasonEn)
			.param("by", this.actor.get().requireAccount().value())
			.param("at", Timestamp.from(this.clock.instant()))
			.update();
		if (inserted == 0) {
			throw new ScaleRefused(Reason.CHANGED_MEANWHILE);
		}
	}

}
