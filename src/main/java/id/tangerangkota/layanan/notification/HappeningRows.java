package id.tangerangkota.layanan.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
	 * One as it is stored.
	 *
	 * @param kind maybe one that only a newer node knows
	 * @param attempts how often it failed
	 */
	record Row(UUID id, String kind, String sealed, Instant createdAt, int attempts) {
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

	/** The next ones to turn into messages, locked until the transaction ends. */
	List<Row> lock(Instant now, int most) {
		return this.jdbc.sql("""
				select * from notification.happening where expanded_at is null and next_attempt_at <= ?
				order by next_attempt_at limit ? for update skip locked""")
			.param(timestamp(now))
			.param(most)
			.query(HappeningRows::row)
			.list();
	}

	/**
	 * Reads it whole.
	 * @throws IllegalArgumentException for what only a newer node knows
	 */
	Happening open(Row row) {
		HappeningKind kind = HappeningKind.valueOf(row.kind());
		Content content = JSON.readValue(this.cipher.open(row.sealed(), place(row.id())), Content.class);
		return new Happening(row.id(), kind, content.subject(), content.details(), row.createdAt());
	}

	void expanded(Collection<UUID> ids, Instant now) {
		this.jdbc.sql("update notification.happening set expanded_at = ?, error = null where id = any (?)")
			.param(timestamp(now))
			.param(ids.toArray(UUID[]::new))
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
			.query(HappeningRows::row)
			.list()
			.stream()
			.filter((row) -> known(row.kind()))
			.map(this::open)
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

	private static Row row(ResultSet row, int number) throws SQLException {
		return new Row(row.getObject("id", UUID.class), row.getString("kind"), row.getString("sealed"),
				instant(row, "created_at"), row.getInt("attempts"));
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
