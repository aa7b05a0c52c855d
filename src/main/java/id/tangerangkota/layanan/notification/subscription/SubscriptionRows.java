package id.tangerangkota.layanan.notification.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.notification.Addressee;
import id.tangerangkota.layanan.notification.RecipientKind;
import id.tangerangkota.layanan.notification.Topic;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Subscriptions and those that wait to be confirmed. Whoever calls it brings the
 * transaction.
 */
@Component
class SubscriptionRows {

	private final JdbcClient jdbc;

	SubscriptionRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What somebody asked for. */
	record Request(UUID subscriber, ServiceId service, @Nullable OutageId outage) {
	}

	void ask(byte[] tokenHash, Request request, Instant expires) {
		OutageId outage = request.outage();
		this.jdbc
			.sql("""
					insert into notification.subscription_request (token_hash, subscriber_id, service_id, outage_id, expires_at)
					values (:hash, :subscriber, :service, cast(:outage as uuid), :expires)""")
			.param("hash", tokenHash)
			.param("subscriber", request.subscriber())
			.param("service", request.service().value())
			.param("outage", (outage != null) ? outage.value() : null)
			.param("expires", Subscribers.timestamp(expires))
			.update();
	}

	Optional<Request> asked(byte[] tokenHash, Instant now) {
		return this.jdbc.sql("select * from notification.subscription_request where token_hash = ? and expires_at > ?")
			.param(tokenHash)
			.param(Subscribers.timestamp(now))
			.query((row, number) -> {
				UUID outage = row.getObject("outage_id", UUID.class);
				return new Request(row.getObject("subscriber_id", UUID.class),
						new ServiceId(row.getObject("service_id", UUID.class)),
						(outage != null) ? new OutageId(outage) : null);
			})
			.optional();
	}

	/** Works once; returns whether it did. */
	boolean take(byte[] tokenHash) {
		return this.jdbc.sql("delete from notification.subscription_request where token_hash = ?")
			.param(tokenHash)
			.update() > 0;
	}

	/** Again is no error. */
	void add(RecipientKind kind, UUID recipient, ServiceId service, Instant now) {
		this.jdbc.sql("""
				insert into notification.subscription (recipient_kind, recipient, service_id, since)
				values (:kind, :recipient, :service, :now) on conflict do nothing""")
			.param("kind", kind.name())
			.param("recipient", recipient)
			.param("service", service.value())
			.param("now", Subscribers.timestamp(now))
			.update();
	}

	void remove(UUID recipient, ServiceId service) {
		this.jdbc.sql("delete from notification.subscription where recipient = ? and service_id = ?")
			.param(recipient)
			.param(service.value())
			.update();
	}

	void removeAll(UUID recipient) {
		this.jdbc.sql("delete from notification.subscription where recipient = ?").param(recipient).update();
	}

	boolean has(UUID recipient, ServiceId service) {
		return this.jdbc
			.sql("select exists (select from notification.subscription where recipient = ? and service_id = ?)")
			.param(recipient)
			.param(service.value())
			.query(Boolean.class)
			.single();
	}

	/** A subscription, for its owner. */
	record Held(ServiceId service, Instant since) {
	}

	/** What somebody subscribed to, the newest first. */
	List<Held> of(UUID recipient) {
		return this.jdbc
			.sql("select * from notification.subscription where recipient = ? order by since desc, service_id")
			.param(recipient)
			.query((row, number) -> new Held(new ServiceId(row.getObject("service_id", UUID.class)),
					row.getTimestamp("since").toInstant()))
			.list();
	}

	/** Who wants to hear of each outage of a service. */
	List<Addressee> to(ServiceId service) {
		return this.jdbc.sql("select recipient_kind, recipient from notification.subscription where service_id = ?")
			.param(service.value())
			.query((row, number) -> new Addressee(RecipientKind.valueOf(row.getString("recipient_kind")),
					row.getObject("recipient", UUID.class), Topic.OUTAGE))
			.list();
	}

	/** Forgets what was not confirmed in time. */
	void removeExpired(Instant now) {
		this.jdbc.sql("delete from notification.subscription_request where expires_at <= ?")
			.param(Subscribers.timestamp(now))
			.update();
	}

	/** Subscribers nothing hangs on, as far as this module knows. */
	Set<UUID> idle(Instant before, int limit) {
		return Set.copyOf(this.jdbc.sql("""
				select s.id from notification.subscriber s
				where coalesce(s.confirmed_at, s.created_at) < :before
					and not exists (select from notification.subscription c where c.recipient = s.id)
					and not exists (select from notification.subscription_request r where r.subscriber_id = s.id)
					and not exists (select from notification.outbox o where o.recipient = s.id and o.state = 'WAITING')
				limit :limit""")
			.param("before", Subscribers.timestamp(before))
			.param("limit", limit)
			.query((row, number) -> row.getObject("id", UUID.class))
			.list());
	}

}
