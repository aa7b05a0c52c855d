package id.tangerangkota.layanan.availability.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.availability.OutageFollowers;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.throttle.Throttle;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Each method is one statement, so none needs a transaction. */
@Service
class Followers implements OutageFollowers {

	private static final String WHAT = "affected";

	private static final Duration KEPT = Duration.ofDays(7);

	/** Whoever was not told for so long does not wait any more. */
	private static final Duration AWAITED = Duration.ofDays(90);

	private final Throttle throttle;

	private final SuspicionSettings settings;

	private final JdbcClient jdbc;

	private final Clock clock;

	Followers(Throttle throttle, SuspicionSettings settings, JdbcClient jdbc, Clock clock) {
		this.throttle = throttle;
		this.settings = settings;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void follow(OutageId outage, UUID follower) {
		this.jdbc.sql("""
				insert into availability.follower (outage_id, follower, since)
				select id, :follower, :now from availability.outage where id = :outage and ends is null
				on conflict do nothing""")
			.param("outage", outage.value())
			.param("follower", follower)
			.param("now", IncidentRows.timestamp(this.clock.instant()))
			.update();
	}

	@Override
	public void unfollow(OutageId outage, UUID follower) {
		this.jdbc.sql("delete from availability.follower where outage_id = :outage and follower = :follower")
			.param("outage", outage.value())
			.param("follower", follower)
			.update();
	}

	@Override
	public void await(ServiceId service, UUID follower) {
		this.jdbc.sql("""
				insert into availability.waiting (service_id, follower, since) values (:service, :follower, :now)
				on conflict do nothing""")
			.param("service", service.value())
			.param("follower", follower)
			.param("now", IncidentRows.timestamp(this.clock.instant()))
			.update();
	}

	@Override
	public void awaitNoMore(ServiceId service, UUID follower) {
		this.jdbc.sql("delete from availability.waiting where service_id = ? and follower = ?")
			.params(service.value(), follower)
			.update();
	}

	@Override
	public boolean isAwaited(ServiceId service) {
		return this.jdbc.sql("select exists (select 1 from availability.waiting where service_id = ?)")
			.param(service.value())
			.query(Boolean.class)
			.single();
	}

	@Override
	public Set<UUID> takeAwaiting(ServiceId service) {
		return Set.copyOf(this.jdbc.sql("delete from availability.waiting where service_id = ? returning follower")
			.param(service.value())
			.query((row, number) -> row.getObject("follower", UUID.class))
			.list());
	}

	@Override
	public void forget(UUID follower) {
		this.jdbc.sql("delete from availability.follower where follower = ?").param(follower).update();
		this.jdbc.sql("delete from availability.waiting where follower = ?").param(follower).update();
	}

	@Override
	public Set<UUID> following(Collection<UUID> followers) {
		return Set.copyOf(this.jdbc.sql("""
				select follower from availability.follower where follower = any (:followers)
				union select follower from availability.waiting where follower = any (:followers)""")
			.param("followers", followers.toArray(UUID[]::new))
			.query((row, number) -> row.getObject("follower", UUID.class))
			.list());
	}

	@Override
	public boolean isFollowing(OutageId outage, UUID follower) {
		return this.jdbc.sql("select exists (select 1 from availability.follower where outage_id = ? and follower = ?)")
			.param(outage.value())
			.param(follower)
			.query(Boolean.class)
			.single();
	}

	@Override
	public Map<ServiceId, Instant> followed(UUID follower) {
		Map<ServiceId, Instant> followed = new LinkedHashMap<>();
		this.jdbc.sql("""
				select o.service_id, f.since from availability.follower f
				join availability.outage o on o.id = f.outage_id
				where f.follower = ? and o.ends is null order by f.since desc""").param(follower).query((row) -> {
			followed.put(new ServiceId(row.getObject("service_id", UUID.class)), row.getTimestamp("since").toInstant());
		});
		return followed;
	}

	@Override
	public Set<UUID> followers(OutageId outage) {
		return new LinkedHashSet<>(
				this.jdbc.sql("select follower from availability.follower where outage_id = ? order by since, follower")
					.param(outage.value())
					.query((row, number) -> row.getObject("follower", UUID.class))
					.list());
	}

	/** Whether a visitor taps for the first time. */
	private boolean isFirst(Object what, String visitor) {
		return this.throttle.take(this.settings.visitor(WHAT), visitor).isEmpty()
				&& this.throttle.take(this.settings.once(WHAT), what + " " + visitor).isEmpty();
	}

	@Override
	public boolean affected(ServiceId service, String visitor) {
		return isFirst(service, visitor) && this.jdbc.sql("""
				insert into availability.work_affected as w (service_id, since, affected)
				select service_id, starts, 1 from availability.service_interval
				where service_id = ? and state = 'MAINTENANCE' and ends is null
				on conflict (service_id, since) do update set affected = w.affected + 1""")
			.param(service.value())
			.update() > 0;
	}

	@Override
	public int affected(ServiceId service) {
		return this.jdbc.sql("""
				select w.affected from availability.work_affected w
				join availability.service_interval i on i.service_id = w.service_id and i.starts = w.since
				where w.service_id = ? and i.state = 'MAINTENANCE' and i.ends is null""")
			.param(service.value())
			.query(Integer.class)
			.optional()
			.orElse(0);
	}

	@Override
	public boolean affected(OutageId outage, String visitor) {
		return isFirst(outage, visitor)
				&& this.jdbc.sql("update availability.outage set affected = affected + 1 where id = ? and ends is null")
					.param(outage.value())
					.update() > 0;
	}

	@Override
	public Map<OutageId, Integer> affected(Collection<OutageId> outages) {
		Map<OutageId, Integer> affected = new HashMap<>();
		this.jdbc.sql("select id, affected from availability.outage where id = any (?) and affected > 0")
			.param(outages.stream().map(OutageId::value).toArray(UUID[]::new))
			.query((row) -> {
				affected.put(new OutageId(row.getObject("id", UUID.class)), row.getInt("affected"));
			});
		return affected;
	}

	/** Forgets who followed what is long over. */
	void purge() {
		this.jdbc.sql("""
				delete from availability.follower where outage_id in (
					select id from availability.outage where ends < ?)""")
			.param(IncidentRows.timestamp(this.clock.instant().minus(KEPT)))
			.update();
		this.jdbc.sql("delete from availability.waiting where since < ?")
			.param(IncidentRows.timestamp(this.clock.instant().minus(AWAITED)))
			.update();
	}

}
