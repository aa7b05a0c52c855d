package id.tangerangkota.layanan.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.Place;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code notification.happening}. Whoever calls it brings the transaction.
 * <p>
 * What a happening is about is sealed: messages name the accounts that get them, and who
 * reported something without a name must not be found by what they are told.
 */
@Component
public class HappeningRows {

	private static final JsonMapper JSON = new JsonMapper();

	private final JdbcClient jdbc;

	private final Cipher cipher;

	HappeningRows(JdbcClient jdbc, Cipher cipher) {
		this.jdbc = jdbc;
		this.cipher = cipher;
	}

	/** The sealed part of a row. */
	private record Content(UUID subject, Map<String, String> details) {
	}

	/**
	 * One that waits to be turned into messages.
	 *
	 * @param kind maybe one that only a newer node knows
	 * @param attempts how often it failed
	 */
	record Waiting(UUID id, String kind, int attempts) {
	}

	/**
	 * @param expanded whether its messages are written already
	 */
	void add(Happening happening, boolean expanded) {
		this.jdbc.sql("""
				insert into notification.happening (id, kind, sealed, created_at, expanded_at, next_attempt_at)
				values (:id, :kind, :sealed, :now, cast(:expanded as timestamptz), :now)""")
			.param("id", happening.id())
			.param("kind", happening.kind().name())
			.param("sealed", this.cipher.seal(content(happening), place(happening.id())))
			.param("now", timestamp(happening.createdAt()))
			.param("expanded", expanded ? timestamp(happening.createdAt()) : null)
			.update();
	}

	/** The next one to turn into messages, locked until the transaction ends. */
	Optional<Waiting> lockNext(Instant now) {
		return this.jdbc.sql("""
				select id, kind, attempts from notification.happening where expanded_at is null and next_attempt_at <= ?
				order by next_attempt_at limit 1 for update skip locked""")
			.param(timestamp(now))
			.query((row, number) -> new Waiting(row.getObject("id", UUID.class), row.getString("kind"),
					row.getInt("attempts")))
			.optional();
	}

	void expanded(UUID id, Instant now) {
		this.jdbc.sql("update notification.happening set expanded_at = ?, error = null where id = ?")
			.param(timestamp(now))
			.param(id)
			.update();
	}

	void postpone(UUID id, Instant next, String error) {
		this.jdbc.sql("""
				update notification.happening set attempts = attempts + 1, next_attempt_at = ?, error = ?
				where id = ? and expanded_at is null""").param(timestamp(next)).param(error).param(id).update();
	}

	/** Lets it be tried at once; returns whether it waits at all. */
	boolean hurry(UUID id, Instant now) {
		return this.jdbc
			.sql("update notification.happening set next_attempt_at = ? where id = ? and expanded_at is null")
			.param(timestamp(now))
			.param(id)
			.update() > 0;
	}

	/** Those that could not be turned into messages so far, the oldest first. */
	List<StuckHappening> stuck(int limit) {
		return this.jdbc.sql("""
				select id, kind, created_at, next_attempt_at, attempts, error from notification.happening
				where expanded_at is null and attempts > 0 order by created_at limit ?""")
			.param(limit)
			.query((row, number) -> new StuckHappening(row.getObject("id", UUID.class), row.getString("kind"),
					instant(row, "created_at"), instant(row, "next_attempt_at"), row.getInt("attempts"),
					row.getString("error")))
			.list();
	}

	/** These happenings, of the kinds this node knows. */
	public List<Happening> find(Collection<UUID> ids) {
		return this.jdbc.sql("select * from notification.happening where id = any (?)")
			.param(ids.toArray(UUID[]::new))
			.query((row, number) -> known(row.getString("kind")) ? Optional.of(happening(row))
					: Optional.<Happening>empty())
			.list()
			.stream()
			.flatMap(Optional::stream)
			.toList();
	}

	private static boolean known(String kind) {
		for (HappeningKind value : HappeningKind.values()) {
			if (value.name().equals(kind)) {
				return true;
			}
		}
		return false;
	}

	/** Removes what is older, with all that hangs on it. */
	int removeBefore(Instant end) {
		return this.jdbc.sql("delete from notification.happening where created_at < ?").param(timestamp(end)).update();
	}

	private Happening happening(ResultSet row) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		Content content = JSON.readValue(this.cipher.open(row.getString("sealed"), place(id)), Content.class);
		return new Happening(id, HappeningKind.valueOf(row.getString("kind")), content.subject(), content.details(),
				instant(row, "created_at"));
	}

	private static String content(Happening happening) {
		return JSON.writeValueAsString(new Content(happening.subject(), happening.details()));
	}

	static Place place(UUID id) {
		return new Place("notification.happening", "sealed", id.toString());
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	/** The driver takes no Instant. */
	private static OffsetDateTime timestamp(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
