package id.tangerangkota.layanan.availability.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what states of services are made of, and writes them, for many services at once.
 * Whoever calls it brings the transaction.
 */
@Component
class ServiceChains {

	private final JdbcClient jdbc;

	ServiceChains(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Makes others wait who would make the states of these services anew. */
	void lock(Collection<ServiceId> services) {
		UUID[] ids = services.stream().map(ServiceId::value).toArray(UUID[]::new);
		long locked = this.jdbc.sql("""
				select count(*) from (select 1 from availability.watched_service where service_id = any (?)
					order by service_id for update) l""").param(ids).query(Long.class).single();
		if (locked < ids.length) {
			this.jdbc.sql("""
					insert into availability.watched_service
					select s.id from unnest(cast(? as uuid[])) as s (id) order by s.id on conflict do nothing""")
				.param(ids)
				.update();
			this.jdbc.sql("""
					select 1 from availability.watched_service where service_id = any (?)
					order by service_id for update""").param(ids).query((row) -> {
			});
		}
	}

	private record FromRow(UUID serviceId, Instant starts) {
	}

	private static String rows(Map<ServiceId, Instant> from) {
		return Rows.json(from.entrySet()
			.stream()
			.map((entry) -> new FromRow(entry.getKey().value(), entry.getValue()))
			.toList());
	}

	/**
	 * The checks of services, with their states from an instant on, and before it as far
	 * back as the last of which something was known.
	 */
	Map<ServiceId, List<WatchedCheck>> checks(Map<ServiceId, Instant> from) {
		Map<ServiceId, Map<Integer, WatchedCheck>> found = new HashMap<>();
		this.jdbc
			.sql("""
					select c.service_id, c.check_id, c.platform, i.state, i.reason, i.starts, i.ends
					from jsonb_to_recordset(cast(:rows as jsonb)) as r (service_id uuid, starts timestamptz)
					join availability.check_state c on c.service_id = r.service_id
					cross join lateral (select coalesce(max(k.starts), '-infinity') as first from availability.check_interval k
						where k.check_id = c.check_id and k.starts < r.starts and k.state <> 'UNKNOWN'
							and k.reason is distinct from 'PAUSED') known
					join availability.check_interval i on i.check_id = c.check_id and i.starts >= known.first
					order by c.check_id, i.starts""")
			.param("rows", rows(from))
			.query((row) -> {
				int check = row.getInt("check_id");
				Platform platform = Platform.valueOf(row.getString("platform"));
				StateSpan span = Rows.span(row);
				found.computeIfAbsent(service(row.getObject("service_id", UUID.class)), (id) -> new HashMap<>())
					.merge(check, new WatchedCheck(check, platform, new Timeline(List.of(span))), (before, more) -> {
						List<StateSpan> spans = new ArrayList<>(before.states().spans());
						spans.addAll(more.states().spans());
						return new WatchedCheck(check, platform, new Timeline(spans));
					});
			});
		Map<ServiceId, List<WatchedCheck>> checks = new HashMap<>();
		found.forEach((service, watched) -> checks.put(service,
				watched.values().stream().sorted((a, b) -> Integer.compare(a.check(), b.check())).toList()));
		return checks;
	}

	/** Announced work on services that ends after an instant. */
	Map<ServiceId, List<Work>> works(Map<ServiceId, Instant> from) {
		Map<ServiceId, List<Work>> works = new HashMap<>();
		this.jdbc.sql("""
				select w.service_id, w.starts, w.ends
				from jsonb_to_recordset(cast(:rows as jsonb)) as r (service_id uuid, starts timestamptz)
				join availability.work_span w on w.service_id = r.service_id and w.ends > r.starts
				order by w.starts""").param("rows", rows(from)).query((row) -> {
			works.computeIfAbsent(service(row.getObject("service_id", UUID.class)), (id) -> new ArrayList<>())
				.add(new Work(Rows.instant(row, "starts"), Rows.instant(row, "ends")));
		});
		return works;
	}

	/**
	 * The states of services from an instant on, or from the start of the outage that
	 * touches it; with what ends there, which goes on when it says the same.
	 */
	Map<ServiceId, Timeline> timelines(Map<ServiceId, Instant> from) {
		Map<ServiceId, List<StateSpan>> spans = new HashMap<>();
		this.jdbc.sql("""
				select i.service_id, i.state, i.reason, i.starts, i.ends
				from jsonb_to_recordset(cast(:rows as jsonb)) as r (service_id uuid, starts timestamptz)
				cross join lateral (select least(r.starts, min(o.starts)) as first from availability.outage o
					where o.service_id = r.service_id and (o.ends is null or o.ends >= r.starts)) t
				join availability.service_interval i
					on i.service_id = r.service_id and coalesce(i.ends, 'infinity') >= t.first
				order by i.starts""").param("rows", rows(from)).query((row) -> {
			spans.computeIfAbsent(service(row.getObject("service_id", UUID.class)), (id) -> new ArrayList<>())
				.add(Rows.span(row));
		});
		Map<ServiceId, Timeline> timelines = new HashMap<>();
		spans.forEach((service, found) -> timelines.put(service, new Timeline(found)));
		return timelines;
	}

	/**
	 * What changes of a service's states.
	 *
	 * @param from where it differs from what was known
	 * @param cut the new end of the interval before, null when it lasts
	 * @param spans all that begin there or later
	 */
	record Rewrite(ServiceId service, Instant from, @Nullable Instant cut, List<StateSpan> spans) {

		/** What makes one timeline of another; null when they are the same. */
		static @Nullable Rewrite of(ServiceId service, Timeline before, Timeline after) {
			Instant from = before.firstDifference(after);
			if (from == null) {
				return null;
			}
			StateSpan last = null;
			List<StateSpan> later = new ArrayList<>();
			for (StateSpan span : after.spans()) {
				if (span.start().isBefore(from)) {
					last = span;
				}
				else {
					later.add(span);
				}
			}
			return new Rewrite(service, from, (last != null) ? last.end() : null, later);
		}

	}

	private record CutRow(UUID serviceId, Instant starts, @Nullable Instant ends) {
	}

	private record IntervalRow(UUID serviceId, boolean first, Instant starts, @Nullable Instant ends, String state,
			@Nullable String reason) {
	}

	void write(List<Rewrite> rewrites) {
		String cuts = Rows.json(rewrites.stream()
			.map((rewrite) -> new CutRow(rewrite.service().value(), rewrite.from(), rewrite.cut()))
			.toList());
		this.jdbc.sql("""
				delete from availability.service_interval i
				using jsonb_to_recordset(cast(:rows as jsonb)) as r (service_id uuid, starts timestamptz)
				where i.service_id = r.service_id and i.starts >= r.starts""").param("rows", cuts).update();
		this.jdbc.sql("""
				update availability.service_interval i set ends = r.ends
				from jsonb_to_recordset(cast(:rows as jsonb)) as r (service_id uuid, starts timestamptz,
					ends timestamptz)
				where i.service_id = r.service_id and i.starts < r.starts
					and (i.ends is null or i.ends >= r.starts)""").param("rows", cuts).update();
		List<IntervalRow> rows = rewrites.stream()
			.flatMap((rewrite) -> rewrite.spans()
				.stream()
				.map((span) -> new IntervalRow(rewrite.service().value(), span == rewrite.spans().getFirst(),
						span.start(), span.end(), span.state().name(),
						(span.reason() != null) ? span.reason().name() : null)))
			.toList();
		this.jdbc
			.sql("""
					insert into availability.service_interval (service_id, starts, ends, follows, state, reason)
					select r.service_id, r.starts, r.ends, case when r.first then i.ends else r.starts end, r.state, r.reason
					from jsonb_to_recordset(cast(:rows as jsonb)) as r (service_id uuid, first boolean,
						starts timestamptz, ends timestamptz, state text, reason text)
					left join availability.service_interval i on i.service_id = r.service_id and i.ends = r.starts""")
			.param("rows", Rows.json(rows))
			.update();
	}

	private static ServiceId service(UUID id) {
		return new ServiceId(id);
	}

}
