package id.tangerangkota.layanan.availability.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tables {@code availability.check_state} and {@code availability.check_interval}.
 * Whoever calls it brings the transaction.
 */
@Component
class CheckStates {

	private final JdbcClient jdbc;

	CheckStates(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Where checks stand, of those that are known. */
	Map<Integer, WatchedState> find(Collection<Integer> checks) {
		Map<Integer, WatchedState> found = new HashMap<>();
		this.jdbc.sql("select * from availability.check_state where check_id = any (?)")
			.param(checks.toArray(Integer[]::new))
			.query(CheckStates::state)
			.list()
			.forEach((state) -> found.put(state.check(), state));
		return found;
	}

	private static WatchedState state(ResultSet row, int number) throws SQLException {
		String pending = row.getString("pending");
		CheckState state = new CheckState(ServiceState.valueOf(row.getString("state")), Rows.reason(row),
				Rows.instant(row, "since"), row.getBoolean("was_down"),
				(pending != null) ? new Pending(Outcome.valueOf(pending), row.getInt("pending_count"),
						Rows.instant(row, "pending_since"), row.getInt("side_count"), Rows.instant(row, "side_since"))
						: null,
				Rows.instantOrNull(row, "late_since"));
		String host = row.getString("host");
		return new WatchedState(row.getInt("check_id"), new ServiceId(row.getObject("service_id", UUID.class)),
				Platform.valueOf(row.getString("platform")), state,
				(host != null) ? new Evidence(StateReason.valueOf(row.getString("evidence")), row.getString("address"),
						row.getString("certificate"), host, row.getString("zone")) : null);
	}

	private record StateRow(int checkId, UUID serviceId, String platform, String state, @Nullable String reason,
			Instant since, boolean wasDown, @Nullable String pending, int pendingCount, @Nullable Instant pendingSince,
			int sideCount, @Nullable Instant sideSince, @Nullable Instant lateSince, @Nullable String evidence,
			@Nullable String address, @Nullable String certificate, @Nullable String host, @Nullable String zone) {

		static StateRow of(WatchedState watched) {
			CheckState state = watched.state();
			Pending pending = state.pending();
			Evidence evidence = watched.evidence();
			return new StateRow(watched.check(), watched.service().value(), watched.platform().name(),
					state.state().name(), (state.reason() != null) ? state.reason().name() : null, state.since(),
					state.wasDown(), (pending != null) ? pending.last().name() : null,
					(pending != null) ? pending.count() : 0, (pending != null) ? pending.since() : null,
					(pending != null) ? pending.sideCount() : 0, (pending != null) ? pending.sideSince() : null,
					state.lateSince(), (evidence != null) ? evidence.cause().name() : null,
					(evidence != null) ? evidence.address() : null, (evidence != null) ? evidence.certificate() : null,
					(evidence != null) ? evidence.host() : null, (evidence != null) ? evidence.zone() : null);
		}

	}

	void save(Collection<WatchedState> states) {
		this.jdbc
			.sql("""
					insert into availability.check_state as c (check_id, service_id, platform, state, reason, since, was_down, pending,
						pending_count, pending_since, side_count, side_since, late_since, evidence, address, certificate, host, zone)
					select * from jsonb_to_recordset(cast(:rows as jsonb)) as r (check_id integer, service_id uuid,
						platform text, state text, reason text, since timestamptz, was_down boolean, pending text, pending_count integer,
						pending_since timestamptz, side_count integer, side_since timestamptz, late_since timestamptz,
						evidence text, address text, certificate text, host text, zone text)
					on conflict (check_id) do update set service_id = excluded.service_id, platform = excluded.platform,
						state = excluded.state, reason = excluded.reason, since = excluded.since,
						was_down = excluded.was_down, pending = excluded.pending, pending_count = excluded.pending_count,
						pending_since = excluded.pending_since, side_count = excluded.side_count,
						side_since = excluded.side_since, late_since = excluded.late_since,
						evidence = excluded.evidence, address = excluded.address, certificate = excluded.certificate, host = excluded.host, zone = excluded.zone""")
			.param("rows", Rows.json(states.stream().map(StateRow::of).toList()))
			.update();
	}

	private record IntervalRow(int checkId, boolean first, Instant starts, @Nullable Instant ends, String state,
			@Nullable String reason) {
	}

	/**
	 * Writes new states; whatever was known of later than their start is forgotten.
	 * @param tails by check, each with at least one span
	 */
	void change(Map<Integer, Timeline> tails) {
		String rows = Rows.json(tails.entrySet()
			.stream()
			.flatMap((tail) -> tail.getValue()
				.spans()
				.stream()
				.map((span) -> new IntervalRow(tail.getKey(), span == tail.getValue().spans().getFirst(), span.start(),
						span.end(), span.state().name(), (span.reason() != null) ? span.reason().name() : null)))
			.toList());
		this.jdbc.sql("""
				delete from availability.check_interval i
				using jsonb_to_recordset(cast(:rows as jsonb)) as r (check_id integer, first boolean,
					starts timestamptz)
				where r.first and i.check_id = r.check_id and i.starts >= r.starts""").param("rows", rows).update();
		this.jdbc.sql("""
				update availability.check_interval i set ends = r.starts
				from jsonb_to_recordset(cast(:rows as jsonb)) as r (check_id integer, first boolean,
					starts timestamptz)
				where r.first and i.check_id = r.check_id and i.starts < r.starts
					and (i.ends is null or i.ends > r.starts)""").param("rows", rows).update();
		this.jdbc.sql("""
				insert into availability.check_interval (check_id, starts, ends, follows, state, reason)
				select r.check_id, r.starts, r.ends, case when r.first then i.ends else r.starts end, r.state, r.reason
				from jsonb_to_recordset(cast(:rows as jsonb)) as r (check_id integer, first boolean,
					starts timestamptz, ends timestamptz, state text, reason text)
				left join availability.check_interval i on i.check_id = r.check_id and i.ends = r.starts""")
			.param("rows", rows)
			.update();
	}

}
