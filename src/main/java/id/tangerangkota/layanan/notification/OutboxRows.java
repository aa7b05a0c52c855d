package id.tangerangkota.layanan.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import id.tangerangkota.layanan.identity.delivery.AccountMessage;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code notification.outbox}. Whoever calls it brings the transaction. */
@Component
class OutboxRows {

	private static final String[] GATHERED = Arrays.stream(Topic.values())
		.filter(Topic::isGathered)
		.map(Topic::name)
		.toArray(String[]::new);

	private final JdbcClient jdbc;

	OutboxRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What waits.
	 *
	 * @param oldest when the first of those was handed in that are due or failed, null
	 * when there is none
	 */
	record Waiting(Channel channel, long count, @Nullable Instant oldest) {
	}

	void add(UUID id, AccountMessage message, String payload, Instant now) {
		add(id, message.kind().name(), null,
				new Addressee(RecipientKind.ACCOUNT, message.account().value(), Topic.ACCOUNT), payload, now,
				message.expires());
	}

	/** A mail whose letter is written already. */
	void add(UUID id, String kind, @Nullable UUID happening, Addressee addressee, String payload, Instant now,
			Instant expires) {
		this.jdbc
			.sql("""
					insert into notification.outbox (id, kind, happening_id, channel, recipient_kind, recipient, topic, payload,
						created_at, expires_at, next_attempt_at)
					values (:id, :kind, :happening, 'EMAIL', :recipientKind, :recipient, :topic, :payload, :now, :expires, :now)""")
			.param("id", id)
			.param("kind", kind)
			.param("happening", happening)
			.param("recipientKind", addressee.kind().name())
			.param("recipient", addressee.id())
			.param("topic", addressee.topic().name())
			.param("payload", payload)
			.param("now", timestamp(now))
			.param("expires", timestamp(expires))
			.update();
	}

	/**
	 * When gathered messages go.
	 *
	 * @param first at the earliest
	 * @param pause since the mail before, to the same receiver
	 */
	record Gathering(Instant first, Duration pause) {
	}

	/** What happened, for one who is told of it. */
	record Message(Happening happening, Addressee to) {
	}

	/** Adds them all; again is no error. */
	void addAll(Channel channel, List<Message> messages, Instant now, Instant expires, Gathering gathering) {
		if (messages.isEmpty()) {
			return;
		}
		this.jdbc
			.sql("""
					insert into notification.outbox (id, kind, happening_id, channel, recipient_kind, recipient, topic, created_at,
						expires_at, next_attempt_at)
					select gen_random_uuid(), h.kind, h.id, :channel, r.kind, r.id, r.topic, :now, :expires,
						case when :channel = 'EMAIL' and r.topic = any (:gathered) then greatest(cast(:first as timestamptz),
							(select max(o.ended_at) + make_interval(secs => :pause) from notification.outbox o
								where o.recipient = r.id and o.recipient_kind = r.kind and o.channel = :channel
									and o.state = 'SENT' and o.topic = any (:gathered)))
						else cast(:now as timestamptz) end
					from unnest(cast(:happenings as uuid[]), cast(:kinds as text[]), cast(:ids as uuid[]), cast(:topics as text[]))
						as r (happening, kind, id, topic) join notification.happening h on h.id = r.happening
					on conflict on constraint outbox_once do nothing""")
			.param("channel", channel.name())
			.param("now", timestamp(now))
			.param("expires", timestamp(expires))
			.param("gathered", GATHERED)
			.param("first", timestamp(gathering.first()))
			.param("pause", (double) gathering.pause().toSeconds())
			.param("happenings", messages.stream().map((message) -> message.happening().id()).toArray(UUID[]::new))
			.param("kinds", messages.stream().map((message) -> message.to().kind().name()).toArray(String[]::new))
			.param("ids", messages.stream().map((message) -> message.to().id()).toArray(UUID[]::new))
			.param("topics", messages.stream().map((message) -> message.to().topic().name()).toArray(String[]::new))
			.update();
	}

	/**
	 * The next message to send, locked; another node leaves it alone until the
	 * transaction ends.
	 */
	Optional<WaitingMessage> lockNext(Channel channel, Instant now) {
		return this.jdbc.sql("""
				select * from notification.outbox
				where channel = :channel and state = 'WAITING' and next_attempt_at <= :now and expires_at > :now
				order by next_attempt_at
				limit 1 for update skip locked""")
			.param("channel", channel.name())
			.param("now", timestamp(now))
			.query(OutboxRows::waiting)
			.optional();
	}

	/** What goes together with a gathered message, locked; what is due later too. */
	List<WaitingMessage> lockCompanions(WaitingMessage message, Instant now, int limit) {
		return this.jdbc.sql("""
				select * from notification.outbox
				where recipient = :recipient and recipient_kind = :kind and channel = 'EMAIL' and state = 'WAITING'
					and topic = any (:gathered) and expires_at > :now and id <> :id
				order by created_at, id
				limit :limit for update skip locked""")
			.param("recipient", message.recipient())
			.param("kind", message.recipientKind().name())
			.param("gathered", GATHERED)
			.param("now", timestamp(now))
			.param("id", message.id())
			.param("limit", limit)
			.query(OutboxRows::waiting)
			.list();
	}

	private static WaitingMessage waiting(ResultSet row, int number) throws SQLException {
		return new WaitingMessage(row.getObject("id", UUID.class), row.getString("kind"),
				RecipientKind.valueOf(row.getString("recipient_kind")), row.getObject("recipient", UUID.class),
				row.getString("topic"), row.getObject("happening_id", UUID.class), row.getString("payload"),
				row.getTimestamp("created_at").toInstant(), row.getTimestamp("expires_at").toInstant(),
				row.getInt("attempts"));
	}

	/** Nobody is there who could be told. */
	void remove(UUID id) {
		this.jdbc.sql("delete from notification.outbox where id = ?").param(id).update();
	}

	/**
	 * It has ended. What a refused one says is kept until it expires, so that it can be
	 * tried again.
	 */
	void end(UUID id, MessageState state, @Nullable Failure failure, Instant now) {
		this.jdbc.sql("""
				update notification.outbox set state = :state, error = :error, ended_at = :now, next_attempt_at = null,
					attempts = attempts + 1, payload = case when :state = 'REFUSED' then payload end
				where id = :id""")
			.param("state", state.name())
			.param("error", (failure != null) ? failure.trouble().name() : null)
			.param("now", timestamp(now))
			.param("id", id)
			.update();
		tried(id, failure, now);
	}

	/** Unless its carrier has just given it up. */
	void postpone(UUID id, Failure failure, Instant nextAttempt, Instant now) {
		this.jdbc.sql("""
				update notification.outbox set attempts = attempts + 1,
					next_attempt_at = case when state = 'WAITING' then cast(:next as timestamptz) end,
					error = case when state = 'WAITING' then :error else error end
				where id = :id""")
			.param("next", timestamp(nextAttempt))
			.param("error", failure.trouble().name())
			.param("id", id)
			.update();
		tried(id, failure, now);
	}

	private void tried(UUID id, @Nullable Failure failure, Instant now) {
		this.jdbc
			.sql("insert into notification.attempt (message_id, at, error, reason) values (:id, :now, :error, :reason)")
			.param("id", id)
			.param("now", timestamp(now))
			.param("error", (failure != null) ? failure.trouble().name() : null)
			.param("reason", (failure != null) ? failure.reason() : null)
			.update();
	}

	/** What else is for a receiver who is away waits too, without being tried. */
	void holdBack(WaitingMessage message, Channel channel, Instant until) {
		this.jdbc.sql("""
				update notification.outbox set next_attempt_at = :until where id in (
					select id from notification.outbox
					where recipient = :recipient and recipient_kind = :kind and channel = :channel and state = 'WAITING'
						and next_attempt_at < :until
					for update skip locked)""")
			.param("until", timestamp(until))
			.param("recipient", message.recipient())
			.param("kind", message.recipientKind().name())
			.param("channel", channel.name())
			.update();
	}

	/** What waits because a server was away need not wait any more. */
	void hurry(Channel channel, Trouble trouble, Instant now) {
		this.jdbc.sql("""
				update notification.outbox set next_attempt_at = :now where id in (
					select id from notification.outbox
					where channel = :channel and state = 'WAITING' and next_attempt_at > :now and error = :trouble
					for update skip locked)""")
			.param("now", timestamp(now))
			.param("channel", channel.name())
			.param("trouble", trouble.name())
			.update();
	}

	/**
	 * Ends what is of no use any more.
	 * @return how many, by channel and kind
	 */
	Map<String, Integer> expire(Channel channel, Instant now) {
		Map<String, Integer> expired = new TreeMap<>();
		this.jdbc
			.sql("""
					update notification.outbox set state = 'EXPIRED', ended_at = :now, next_attempt_at = null, payload = null,
						error = coalesce(error, 'TOO_LATE')
					where id in (select id from notification.outbox
						where state = 'WAITING' and expires_at <= :now and channel = :channel for update skip locked)
					returning kind""")
			.param("now", timestamp(now))
			.param("channel", channel.name())
			.query(String.class)
			.list()
			.forEach((kind) -> expired.merge(kind, 1, Integer::sum));
		this.jdbc.sql("""
				update notification.outbox set payload = null
				where payload is not null and expires_at <= ? and state = 'REFUSED'""").param(timestamp(now)).update();
		return expired;
	}

	/** What waits, by channel; channels where nothing does are left out. */
	List<Waiting> waiting(Instant now) {
		return this.jdbc.sql("""
				select channel, count(*) as waiting,
					min(created_at) filter (where attempts > 0 or next_attempt_at <= :now) as oldest
				from notification.outbox where state = 'WAITING' group by channel""")
			.param("now", timestamp(now))
			.query((row, number) -> {
				OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
				return new Waiting(Channel.valueOf(row.getString("channel")), row.getLong("waiting"),
						(oldest != null) ? oldest.toInstant() : null);
			})
			.list();
	}

	/** Removes what ended long ago: what was delivered sooner than what was not. */
	void purge(Instant sentBefore, Instant othersBefore) {
		this.jdbc.sql("""
				delete from notification.outbox
				where ended_at < :sent and (state = 'SENT' or ended_at < :others)""")
			.param("sent", timestamp(sentBefore))
			.param("others", timestamp(othersBefore))
			.update();
	}

	/** The driver takes no Instant. */
	static OffsetDateTime timestamp(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
