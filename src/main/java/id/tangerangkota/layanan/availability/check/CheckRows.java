package id.tangerangkota.layanan.availability.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code availability.check_definition}, without what was removed. */
@Component
class CheckRows {

	private static final String SELECT = """
			select d.*, p.reason, p.paused_by, p.paused_at, d.mode = 'INTERNAL' and (select count(*)
				from availability.vouching v where v.check_id = d.id and v.target = d.target) > 1 as vouched
			from availability.check_definition d
			left join availability.check_pause p on p.check_id = d.id and p.resumed_at is null
			""";

	private static final String MATCHING = """
			where d.removed_at is null
				and (cast(:words as text) is null or position(lower(:words) in lower(d.target)) > 0
					or d.service_id = any (:named))
				and (cast(:mode as text) is null or d.mode = :mode)
				and (cast(:paused as boolean) is null or (p.check_id is not null) = :paused)
				and (cast(:checks as integer[]) is null or d.id = any (:checks))
			""";

	private final JdbcClient jdbc;

	CheckRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<CheckDetail> all() {
		return this.jdbc.sql(SELECT + "where d.removed_at is null order by d.id").query(CheckRows::detail).list();
	}

	Optional<CheckDetail> find(int id) {
		return this.jdbc.sql(SELECT + "where d.removed_at is null and d.id = ?")
			.param(id)
			.query(CheckRows::detail)
			.optional();
	}

	List<CheckDetail> find(Collection<Integer> ids) {
		return this.jdbc.sql(SELECT + "where d.removed_at is null and d.id = any (?) order by d.id")
			.param(ids.toArray(Integer[]::new))
			.query(CheckRows::detail)
			.list();
	}

	List<CheckDetail> ofService(ServiceId service) {
		return this.jdbc.sql(SELECT + "where d.removed_at is null and d.service_id = ? order by d.id")
			.param(service.value())
			.query(CheckRows::detail)
			.list();
	}

	CheckPage list(CheckFilter filter, int offset, int size) {
		List<CheckDetail> items = matching(SELECT + MATCHING + "order by d.target, d.id limit :size offset :offset",
				filter)
			.param("size", size)
			.param("offset", offset)
			.query(CheckRows::detail)
			.list();
		long total = matching("""
				select count(*) from availability.check_definition d
				left join availability.check_pause p on p.check_id = d.id and p.resumed_at is null
				""" + MATCHING, filter).query(Long.class).single();
		return new CheckPage(items, total);
	}

	private JdbcClient.StatementSpec matching(String sql, CheckFilter filter) {
		return this.jdbc.sql(sql)
			.param("words", filter.words().isBlank() ? null : filter.words().strip())
			.param("mode", (filter.mode() != null) ? filter.mode().name() : null)
			.param("paused", filter.paused())
			.param("named", filter.named().stream().map(ServiceId::value).toArray(UUID[]::new))
			.param("checks", (filter.checks() != null) ? filter.checks().toArray(Integer[]::new) : null);
	}

	/** The number of the last change that is committed, or made in this transaction. */
	long version() {
		return this.jdbc.sql("select version from availability.check_version").query(Long.class).single();
	}

	/** Numbers of all that changed after that change, removed ones included. */
	List<Integer> changedAfter(long version) {
		return this.jdbc.sql("select id from availability.check_definition where changed > ? order by id")
			.param(version)
			.query((row, number) -> row.getInt("id"))
			.list();
	}

	int insert(ServiceId service, Platform platform, @Nullable String agency, CheckSpec spec, long change) {
		return write("""
				insert into availability.check_definition (service_id, platform, agency, kind, target, method, statuses,
					redirects, present, absent, days_left, record_type, record_value, timeout_ms, slow_ms, interval_s,
					failures, successes, slows, mode, changed)
				values (:service, :platform, :agency, :kind, :target, :method, :statuses, :redirects, :present, :absent,
					:days_left, :record_type, :record_value, :timeout_ms, :slow_ms, :interval, :failures, :successes,
					:slows, :mode, :change)
				returning id""", spec, change).param("service", service.value())
			.param("platform", platform.name())
			.param("agency", agency)
			.query(Integer.class)
			.single();
	}

	/** Whether it still was as whoever edits it saw it. */
	boolean update(int id, int version, CheckSpec spec, long change) {
		return write("""
				update availability.check_definition set kind = :kind, target = :target, method = :method,
					statuses = :statuses, redirects = :redirects, present = :present, absent = :absent,
					days_left = :days_left, record_type = :record_type, record_value = :record_value,
					timeout_ms = :timeout_ms, slow_ms = :slow_ms, interval_s = :interval, failures = :failures,
					successes = :successes, slows = :slows, mode = :mode, version = version + 1, changed = :change
				where id = :id and version = :version and removed_at is null""", spec, change).param("id", id)
			.param("version", version)
			.update() == 1;
	}

	private JdbcClient.StatementSpec write(String sql, CheckSpec spec, long change) {
		return this.jdbc.sql(sql)
			.params(TargetColumns.write(spec.target()))
			.param("interval", spec.interval().toSeconds())
			.param("failures", spec.failures())
			.param("successes", spec.successes())
			.param("slows", spec.slows())
			.param("mode", spec.mode().name())
			.param("change", change);
	}

	private static CheckDetail detail(ResultSet row, int number) throws SQLException {
		String sourceTarget = row.getString("source_target");
		String mode = row.getString("mode");
		int seconds = row.getInt("interval_s");
		CheckSpec spec = new CheckSpec(TargetColumns.read(row),
				(seconds == CheckSpec.USUAL_INTERVAL.toSeconds()) ? CheckSpec.USUAL_INTERVAL
						: Duration.ofSeconds(seconds),
				row.getInt("failures"), row.getInt("successes"), row.getInt("slows"), CheckMode.valueOf(mode));
		Instant pausedAt = instant(row, "paused_at");
		CheckPause pause = (pausedAt != null)
				? new CheckPause(row.getString("reason"), account(row, "paused_by"), pausedAt, null, null) : null;
		boolean edited = sourceTarget != null
				&& !(sourceTarget.equals(row.getString("target")) && mode.equals(row.getString("source_mode")));
		return new CheckDetail(row.getInt("id"), new ServiceId(row.getObject("service_id", UUID.class)),
				Platform.valueOf(row.getString("platform")), row.getString("agency"), spec, sourceTarget != null,
				edited, row.getBoolean("gone"), row.getBoolean("vouched"), pause, instant(row, "asked_at"),
				row.getInt("version"));
	}

	/** Lets checks of addresses that were only guessed count from now on. */
	void count(List<Integer> ids, long change) {
		this.jdbc.sql("""
				update availability.check_definition set mode = 'COUNTED', version = version + 1, changed = :change
				where id = any (:ids)""").param("change", change).param("ids", ids.toArray(Integer[]::new)).update();
	}

	/** Has nodes and caches read a check anew. */
	void touch(int id, long change) {
		this.jdbc.sql("update availability.check_definition set version = version + 1, changed = ? where id = ?")
			.param(change)
			.param(id)
			.update();
	}

	static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	static @Nullable AccountId account(ResultSet row, String column) throws SQLException {
		UUID id = row.getObject(column, UUID.class);
		return (id != null) ? new AccountId(id) : null;
	}

}
