package id.tangerangkota.layanan.complaint.filing;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.attachment.Attachments;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.postgres.DailyCounts;
import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.Place;
import id.tangerangkota.layanan.web.PageClock;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what people type into the form, encrypted, for a day. Whose draft it is only the
 * session knows, by its key.
 */
@Component
public class Drafts {

	static final Duration KEPT = Duration.ofHours(24);

	private static final String BEGUN = """
			insert into complaint.draft_day as d (day, begun) values (?, ?)
			on conflict (day) do update set begun = d.begun + excluded.begun""";

	private static final String SENT = """
			insert into complaint.draft_day as d (day, sent) values (?, ?)
			on conflict (day) do update set sent = d.sent + excluded.sent""";

	private final Cipher cipher;

	private final JsonMapper json;

	private final JdbcClient jdbc;

	private final Attachments attachments;

	private final DailyCounts counts;

	private final Clock clock;

	Drafts(Cipher cipher, JsonMapper json, JdbcClient jdbc, Attachments attachments, DailyCounts counts, Clock clock) {
		this.cipher = cipher;
		this.json = json;
		this.jdbc = jdbc;
		this.attachments = attachments;
		this.counts = counts;
		this.clock = clock;
	}

	/** An empty one, which is kept once it is saved. */
	public Draft begin(Channel channel) {
		return Draft.begin(UUID.randomUUID(), channel);
	}

	public Optional<Draft> find(UUID key) {
		return this.jdbc.sql("select sealed from complaint.draft where id = :id and changed_at > :since")
			.param("id", key)
			.param("since", time().minus(KEPT))
			.query(String.class)
			.optional()
			.map((sealed) -> this.json.readValue(this.cipher.open(sealed, place(key)), Draft.class));
	}

	/** Keeps it for a day from now, with its photos. */
	public void save(Draft draft) {
		boolean begun = this.jdbc.sql("""
				insert into complaint.draft (id, sealed, created_at, changed_at) values (:id, :sealed, :now, :now)
				on conflict (id) do update set sealed = excluded.sealed, changed_at = excluded.changed_at
				returning created_at = changed_at""")
			.param("id", draft.key())
			.param("sealed", this.cipher.seal(this.json.writeValueAsString(draft), place(draft.key())))
			.param("now", time())
			.query(Boolean.class)
			.single();
		if (begun) {
			this.counts.add(BEGUN);
		}
		else {
			this.attachments.keep(draft.attachments());
		}
	}

	/** Removes a draft that was sent; its photos belong to the complaint by now. */
	public void remove(UUID key) {
		this.jdbc.sql("delete from complaint.draft where id = :id returning created_at")
			.param("id", key)
			.query((row, number) -> PageClock.day(row.getTimestamp("created_at").toInstant()))
			.optional()
			.ifPresent((day) -> this.counts.add(day, SENT, 1));
	}

	/** Removes a draft whose matter was settled otherwise, with its photos. */
	@Transactional
	public void settle(Draft draft) {
		remove(draft.key());
		this.attachments.removeAll(draft.attachments());
	}

	/** Removes a draft that will not be sent, with its photos. */
	@Transactional
	public void discard(Draft draft) {
		this.jdbc.sql("delete from complaint.draft where id = :id").param("id", draft.key()).update();
		this.attachments.removeAll(draft.attachments());
	}

	/**
	 * Removes what nobody sent within a day.
	 * @return how many
	 */
	int purge() {
		return this.jdbc.sql("delete from complaint.draft where changed_at <= :before")
			.param("before", time().minus(KEPT))
			.update();
	}

	static Place place(UUID key) {
		return new Place("complaint.draft", "sealed", key.toString());
	}

	private OffsetDateTime time() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
