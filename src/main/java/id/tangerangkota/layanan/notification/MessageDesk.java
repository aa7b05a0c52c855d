package id.tangerangkota.layanan.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.identity.Email;
import id.tangerangkota.layanan.notification.NotificationAct.Act;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the staff see what became of messages, and have them tried again.
 */
@Component
public class MessageDesk {

	/** Counting stops here. */
	public static final int COUNT_LIMIT = 1000;

	private static final int MOST_ATTEMPTS = 50;

	private static final int MOST_STUCK = 20;

	private static final Logger log = LoggerFactory.getLogger(MessageDesk.class);

	private static final String WANTED = """
			from notification.outbox
			where state = any (:states) and attempts >= :attempts and channel = any (:channels) and kind = any (:kinds)
			""";

	/**
	 * What it says can still be found out: it was not sealed, or is not gone yet.
	 */
	private static final String REPEATABLE = "(payload is not null or topic not in ('ACCOUNT', 'CONFIRMATION'))";

	private static final String AGAIN = """
			update notification.outbox set state = 'WAITING', next_attempt_at = :now, ended_at = null,
				expires_at = case when payload is null then greatest(expires_at, :expires) else expires_at end
			""";

	private final JdbcClient jdbc;

	private final HappeningRows happenings;

	private final Letters letters;

	private final ObjectProvider<MailDirectory> directories;

	private final OutboxRunner runner;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	MessageDesk(JdbcClient jdbc, HappeningRows happenings, Letters letters, ObjectProvider<MailDirectory> directories,
			OutboxRunner runner, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.happenings = happenings;
		this.letters = letters;
		this.directories = directories;
		this.runner = runner;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * A page of messages, the newest first.
	 * @param offset how many come before it
	 */
	@Transactional(readOnly = true)
	public MessagePage list(MessageFilter filter, int offset, int size) {
		int total = wanted("select count(*) from (select 1 " + WANTED + " limit :limit) as counted", filter)
			.param("limit", COUNT_LIMIT + 1)
			.query(Integer.class)
			.single();
		return new MessagePage(wanted("select *, " + REPEATABLE + " as repeatable " + WANTED
				+ " order by created_at desc, id limit :limit offset :offset", filter)
			.param("limit", size)
			.param("offset", offset)
			.query(MessageDesk::summary)
			.list(), total);
	}

	private JdbcClient.StatementSpec wanted(String sql, MessageFilter filter) {
		return this.jdbc.sql(sql)
			.param("states", filter.states())
			.param("attempts", filter.attempts())
			.param("channels", filter.channels())
			.param("kinds", filter.wantedKinds());
	}

	/** How many messages somebody should look at. */
	@Transactional(readOnly = true)
	public int undelivered() {
		return this.jdbc.sql("select count(*) from notification.outbox where state in ('REFUSED', 'EXPIRED')")
			.query(Integer.class)
			.single();
	}

	/** The newest messages for a webhook. */
	@Transactional(readOnly = true)
	public List<MessageSummary> ofWebhook(UUID webhook, int limit) {
		return this.jdbc.sql("select *, " + REPEATABLE + """
				 as repeatable from notification.outbox where recipient = :webhook and recipient_kind = 'WEBHOOK'
				order by created_at desc, id limit :limit""")
			.param("webhook", webhook)
			.param("limit", limit)
			.query(MessageDesk::summary)
			.list();
	}

	private static MessageSummary summary(ResultSet row, int number) throws SQLException {
		return new MessageSummary(row.getObject("id", UUID.class), row.getString("kind"),
				Channel.valueOf(row.getString("channel")), RecipientKind.valueOf(row.getString("recipient_kind")),
				MessageState.valueOf(row.getString("state")), trouble(row.getString("error")),
				row.getTimestamp("created_at").toInstant(), instant(row, "next_attempt_at"), instant(row, "ended_at"),
				row.getInt("attempts"), row.getBoolean("repeatable"));
	}

	private static @Nullable Trouble trouble(@Nullable String name) {
		return Arrays.stream(Trouble.values()).filter((value) -> value.name().equals(name)).findFirst().orElse(null);
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
		return (value != null) ? value.toInstant() : null;
	}

	/** A message with its attempts. */
	@Transactional(readOnly = true)
	public Optional<MessageDetail> find(UUID id) {
		return this.jdbc.sql("select *, " + REPEATABLE + " as repeatable from notification.outbox where id = :id")
			.param("id", id)
			.query((row, number) -> {
				MessageSummary summary = summary(row, number);
				UUID recipient = row.getObject("recipient", UUID.class);
				boolean program = summary.recipientKind() == RecipientKind.WEBHOOK;
				return new MessageDetail(summary,
						program ? null : address(summary, recipient, row.getString("payload")),
						program ? recipient : null, attempts(id));
			})
			.optional();
	}

	private @Nullable String address(MessageSummary summary, UUID recipient, @Nullable String payload) {
		try {
			Optional<Letter> letter = (payload != null) ? Optional.of(this.letters.open(summary.id(), payload))
					: this.directories.stream()
						.filter((directory) -> directory.kind() == summary.recipientKind())
						.findFirst()
						.flatMap((directory) -> directory.find(recipient));
			return letter.map(Letter::email)
				.filter(Email::isValid)
				.map((email) -> new Email(email).masked())
				.orElse(null);
		}
		catch (RuntimeException ex) {
			log.info("The address of message {} cannot be told: {}", summary.id(), ex.getClass().getSimpleName());
			return null;
		}
	}

	private List<MessageDetail.Attempt> attempts(UUID id) {
		return this.jdbc.sql("select * from notification.attempt where message_id = ? order by id desc limit ?")
			.param(id)
			.param(MOST_ATTEMPTS)
			.query((row, number) -> new MessageDetail.Attempt(row.getTimestamp("at").toInstant(),
					trouble(row.getString("error")), row.getString("reason")))
			.list();
	}

	/**
	 * Has a message tried at once.
	 * @return whether it can be: not once it was sent, or where its link is gone
	 */
	@Transactional
	public boolean retry(UUID id) {
		boolean found = again(AGAIN + "where id = :id and state <> 'SENT' and " + REPEATABLE).param("id", id)
			.update() > 0;
		if (found) {
			this.events.publishEvent(NotificationAct.ofMessage(Act.MESSAGE_RETRIED, id.toString(), Map.of()));
			this.runner.wakeAfterCommit();
		}
		return found;
	}

	/**
	 * Has all messages a filter lets through tried at once.
	 * @return how many
	 */
	@Transactional
	public int retryAll(MessageFilter filter) {
		int found = again(AGAIN + " where id in (select id " + WANTED + " and state <> 'SENT' and " + REPEATABLE
				+ " for update skip locked)")
			.param("states", filter.states())
			.param("attempts", filter.attempts())
			.param("channels", filter.channels())
			.param("kinds", filter.wantedKinds())
			.update();
		if (found > 0) {
			this.events.publishEvent(new NotificationAct(Act.MESSAGES_RETRIED,
					new AuditSubject("messages", filter.view().name()), Map.of("count", Integer.toString(found))));
			this.runner.wakeAfterCommit();
		}
		return found;
	}

	private JdbcClient.StatementSpec again(String sql) {
		Instant now = this.clock.instant();
		return this.jdbc.sql(sql)
			.param("now", OutboxRows.timestamp(now))
			.param("expires", OutboxRows.timestamp(now.plus(HappeningDispatcher.LIFE)));
	}

	/**
	 * Tries a message no more.
	 * @return whether it was not sent or given up before
	 */
	@Transactional
	public boolean giveUp(UUID id) {
		boolean found = this.jdbc
			.sql("""
					update notification.outbox set state = 'GIVEN_UP', ended_at = :now, next_attempt_at = null, payload = null
					where id = :id and state not in ('SENT', 'GIVEN_UP')""")
			.param("now", OutboxRows.timestamp(this.clock.instant()))
			.param("id", id)
			.update() > 0;
		if (found) {
			this.events.publishEvent(NotificationAct.ofMessage(Act.MESSAGE_GIVEN_UP, id.toString(), Map.of()));
		}
		return found;
	}

	/** What happened and could not be turned into messages so far. */
	@Transactional(readOnly = true)
	public List<StuckHappening> stuck() {
		return this.happenings.stuck(MOST_STUCK);
	}

	/** Has that tried at once; returns whether it waits. */
	@Transactional
	public boolean retryHappening(UUID id) {
		boolean found = this.happenings.hurry(id, this.clock.instant());
		if (found) {
			this.events.publishEvent(
					new NotificationAct(Act.HAPPENING_RETRIED, new AuditSubject("happening", id.toString()), Map.of()));
			this.runner.wakeAfterCommit();
		}
		return found;
	}

}
