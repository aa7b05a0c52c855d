package id.tangerangkota.layanan.survey.answer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.web.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets floods of answers apart, and lets a person decide about them. */
@Component
@Transactional
public class BurstDesk {

	/** Longer than any window, so that a flood over midnight is one. */
	private static final Duration LOOKED_BACK = Duration.ofHours(25);

	private static final int USUAL_DAYS = 28;

	private static final double TEN_MINUTES_A_DAY = 144;

	private static final String TOUCH = """
			insert into survey.touched (service_id, day)
			select distinct service_id, day from survey.answer where burst_id = ?""";

	private final CurrentActor actor;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	BurstDesk(CurrentActor actor, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.actor = actor;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Looks for floods among the answers of the last day.
	 * @return how many answers and remarks were set apart
	 */
	public int watch() {
		Instant now = this.clock.instant();
		// Answers that a person has let pass are no part of a new flood.
		List<Trace> traces = this.jdbc
			.sql("""
					select t.sheet_id, t.at, coalesce(cast(t.service_id as text), t.agency) as about,
						coalesce(t.agency, cast(t.service_id as text)) as owner, t.network, t.hasty, a.burst_id
					from survey.trace t
					join lateral (select burst_id from survey.answer where sheet_id = t.sheet_id
						union all select burst_id from survey.remark where sheet_id = t.sheet_id limit 1) a on true
					where t.at > ? and not exists (select 1 from survey.burst b where b.id = a.burst_id and b.decision = 'GENUINE')""")
			.param(now.minus(LOOKED_BACK).atOffset(ZoneOffset.UTC))
			.query((row, number) -> new Trace(row.getObject("sheet_id", UUID.class),
					row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("about"),
					row.getString("owner"), HexFormat.of().formatHex(row.getBytes("network")), row.getBoolean("hasty"),
					row.getObject("burst_id", UUID.class)))
			.list();
		if (traces.size() < FloodFinder.IN_HASTE) {
			return 0;
		}
		return FloodFinder.find(traces, usual(now)).stream().mapToInt((flood) -> setApart(flood, now)).sum();
	}

	private Map<String, Double> usual(Instant now) {
		Map<String, Double> usual = new HashMap<>();
		this.jdbc.sql("""
				select coalesce(cast(service_id as text), agency) as about, count(distinct sheet_id) as answers
				from survey.answer where at > :first and at <= :last and burst_id is null group by about""")
			.param("first", now.minus(Duration.ofDays(USUAL_DAYS)).atOffset(ZoneOffset.UTC))
			.param("last", now.minus(LOOKED_BACK).atOffset(ZoneOffset.UTC))
			.query((row) -> {
				usual.put(row.getString("about"), row.getLong("answers") / (USUAL_DAYS * TEN_MINUTES_A_DAY));
			});
		return usual;
	}

	/** What goes on belongs to the flood that was found before. */
	private int setApart(Flood flood, Instant now) {
		UUID[] fresh = flood.traces()
			.stream()
			.filter((trace) -> trace.burst() == null)
			.map(Trace::sheet)
			.toArray(UUID[]::new);
		if (fresh.length == 0) {
			return 0;
		}
		UUID burst = open(flood).orElseGet(() -> add(flood, now));
		int marked = this.jdbc
			.sql("update survey.answer set burst_id = :burst where sheet_id = any (:sheets) and burst_id is null")
			.param("burst", burst)
			.param("sheets", fresh)
			.update();
		int words = this.jdbc
			.sql("update survey.remark set burst_id = :burst where sheet_id = any (:sheets) and burst_id is null")
			.param("burst", burst)
			.param("sheets", fresh)
			.update();
		this.jdbc.sql("""
				update survey.burst set ends = greatest(ends, :ends),
					answers = (select count(*) from (select sheet_id from survey.answer where burst_id = :burst
						union select sheet_id from survey.remark where burst_id = :burst) s)
				where id = :burst""")
			.param("ends", flood.ends().atOffset(ZoneOffset.UTC))
			.param("burst", burst)
			.update();
		this.jdbc.sql(TOUCH).param(burst).update();
		return marked + words;
	}

	private Optional<UUID> open(Flood flood) {
		return this.jdbc.sql("""
				select id from survey.burst where decision is null and kind = :kind and id = any (:bursts)
				order by found_at limit 1""")
			.param("kind", flood.kind().name())
			.param("bursts",
					flood.traces().stream().map(Trace::burst).filter(Objects::nonNull).distinct().toArray(UUID[]::new))
			.query((row, number) -> row.getObject("id", UUID.class))
			.optional();
	}

	private UUID add(Flood flood, Instant now) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into survey.burst (id, kind, service_id, agency, starts, ends, answers, found_at)
				select :id, :kind, case when :ofAgency and agency is not null then null else service_id end, agency,
					:starts, :ends, 0, :now
				from survey.trace where sheet_id = :first""")
			.param("id", id)
			.param("kind", flood.kind().name())
			.param("ofAgency", flood.kind() == BurstKind.SHARE)
			.param("starts", flood.starts().atOffset(ZoneOffset.UTC))
			.param("ends", flood.ends().atOffset(ZoneOffset.UTC))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("first", flood.traces().getFirst().sheet())
			.update();
		return id;
	}

	/** Those nobody has decided about, then the latest of all others. */
	@Transactional(readOnly = true)
	public List<Burst> list(int limit) {
		return this.jdbc.sql("select * from survey.burst order by decision is not null, found_at desc limit ?")
			.param(limit)
			.query((row, number) -> {
				@Nullable UUID service = row.getObject("service_id", UUID.class);
				String decision = row.getString("decision");
				return new Burst(row.getObject("id", UUID.class), BurstKind.valueOf(row.getString("kind")),
						(service != null) ? new ServiceId(service) : null, row.getString("agency"),
						row.getObject("starts", OffsetDateTime.class).toInstant(),
						row.getObject("ends", OffsetDateTime.class).toInstant(), row.getInt("answers"),
						row.getObject("found_at", OffsetDateTime.class).toInstant(),
						(decision != null) ? decision.equals("GENUINE") : null);
			})
			.list();
	}

	/**
	 * Decides: genuine answers count as any others, stuffed ones never.
	 * @throws NotFound if there is no such flood, or somebody has decided
	 */
	public void decide(UUID burst, boolean genuine) {
		int answers = this.jdbc.sql("""
				update survey.burst set decision = :decision, decided_by = :by, decided_at = :now
				where id = :id and decision is null returning answers""")
			.param("decision", genuine ? "GENUINE" : "STUFFED")
			.param("by", this.actor.get().requireAccount().value())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("id", burst)
			.query(Integer.class)
			.optional()
			.orElseThrow(NotFound::new);
		this.jdbc.sql(TOUCH).param(burst).update();
		this.events.publishEvent(new BurstAct(burst, genuine, answers));
	}

}
