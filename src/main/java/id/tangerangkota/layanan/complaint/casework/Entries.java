package id.tangerangkota.layanan.complaint.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.attachment.Attachments;
import id.tangerangkota.layanan.attachment.StoredAttachment;
import id.tangerangkota.layanan.complaint.CleanText;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.web.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The timeline of complaints. What is written is cleaned, and sealed where the complaint
 * is. Citizens' accounts never stand in it: an anonymous one would be known by it.
 */
@Component
class Entries {

	/** Role of the reporter as the author of an entry. */
	static final String CITIZEN = "CITIZEN";

	private final CaseSeal seal;

	private final Attachments attachments;

	private final CurrentActor actor;

	private final JdbcClient jdbc;

	Entries(CaseSeal seal, Attachments attachments, CurrentActor actor, JdbcClient jdbc) {
		this.seal = seal;
		this.attachments = attachments;
		this.actor = actor;
		this.jdbc = jdbc;
	}

	/** A row as it is read, with its text opened. */
	record Row(EntryId id, Instant at, EntryKind kind, Visibility visibility, @Nullable String role,
			@Nullable String agency, @Nullable String code, @Nullable String text, int attachments) {

	}

	/** What is written. */
	record Draft(EntryKind kind, Visibility visibility, @Nullable String code, @Nullable String text,
			@Nullable AttachmentOwner photos) {

		static Draft of(EntryKind kind, Visibility visibility) {
			return new Draft(kind, visibility, null, null, null);
		}

		static Draft of(EntryKind kind, Visibility visibility, String code) {
			return new Draft(kind, visibility, code, null, null);
		}

		Draft with(@Nullable String text) {
			return new Draft(this.kind, this.visibility, this.code, text, this.photos);
		}

		Draft with(CaseDesk.Words words) {
			return new Draft(this.kind, this.visibility, this.code, words.text(), words.photos());
		}

	}

	/** The most telling role of staff, {@code CITIZEN} or {@code SYSTEM}. */
	static String role(Actor actor) {
		return switch (actor.kind()) {
			case STAFF -> actor.roles().stream().sorted().findFirst().map(Enum::name).orElse("STAFF");
			case SYSTEM -> "SYSTEM";
			case ANONYMOUS, CITIZEN -> CITIZEN;
		};
	}

	EntryId write(ComplaintId complaint, boolean sealed, Draft draft, Instant at) {
		Actor by = this.actor.get();
		EntryId id = EntryId.random();
		AttachmentOwner photos = draft.photos();
		List<AttachmentId> files = (photos != null)
				? this.attachments.of(photos).stream().map(StoredAttachment::id).toList() : List.of();
		@Nullable String text = (draft.text() != null) ? CleanText.of(draft.text()) : null;
		boolean seals = sealed && text != null;
		this.jdbc.sql("""
				insert into complaint.entry (id, complaint_id, at, kind, visibility, author, author_role, agency, code,
					text, sealed, attachments)
				values (:id, :complaint, :at, :kind, :visibility, :author, :role, :agency, :code, :text, :sealed,
					:attachments)""")
			.param("id", id.value())
			.param("complaint", complaint.value())
			.param("at", Timestamp.from(at))
			.param("kind", draft.kind().name())
			.param("visibility", draft.visibility().name())
			.param("author", author(by))
			.param("role", role(by))
			.param("agency", agency(by))
			.param("code", draft.code())
			.param("text", (seals && text != null) ? this.seal.sealEntry(id, text) : text)
			.param("sealed", seals)
			.param("attachments", files.size())
			.update();
		if (photos != null) {
			this.attachments.attach(photos, files, CaseFiles.of(id));
		}
		return id;
	}

	/**
	 * Notes that a form was handed in.
	 * @return whether it was not before
	 */
	boolean claim(ComplaintId complaint, UUID form, Instant at) {
		return this.jdbc.sql("""
				insert into complaint.form (key, complaint_id, created_at) values (:key, :complaint, :at)
				on conflict (key) do nothing""")
			.param("key", form)
			.param("complaint", complaint.value())
			.param("at", Timestamp.from(at))
			.update() == 1;
	}

	private static @Nullable UUID author(Actor by) {
		AccountId account = by.account();
		return (by.kind() == Actor.Kind.STAFF && account != null) ? account.value() : null;
	}

	private static @Nullable String agency(Actor by) {
		AgencyId agency = by.agency();
		return (agency != null) ? agency.code() : null;
	}

	/** Whether a case with this number of the LAKSA of before was taken over. */
	boolean isTakenOver(String number) {
		return this.jdbc.sql("select exists (select from complaint.entry where kind = 'IMPORTED' and code = ?)")
			.param(number)
			.query(Boolean.class)
			.single();
	}

	/** Seals all that was written so far, because the complaint became secret. */
	void seal(ComplaintId complaint) {
		this.jdbc.sql("select id, text from complaint.entry where complaint_id = ? and text is not null and not sealed")
			.param(complaint.value())
			.query((row, number) -> Map.entry(new EntryId(row.getObject("id", UUID.class)), row.getString("text")))
			.list()
			.forEach((entry) -> replace(entry.getKey(), this.seal.sealEntry(entry.getKey(), entry.getValue()), true));
	}

	private void replace(EntryId id, String text, boolean sealed) {
		this.jdbc.sql("update complaint.entry set text = :text, sealed = :sealed where id = :id")
			.param("text", text)
			.param("sealed", sealed)
			.param("id", id.value())
			.update();
	}

	/**
	 * Takes words out of an entry.
	 * @return what stood there
	 */
	String redact(ComplaintId complaint, EntryId id, String text) {
		Row before = of(complaint).stream().filter((row) -> row.id().equals(id)).findFirst().orElseThrow(NotFound::new);
		String words = before.text();
		if (words == null) {
			throw new NotFound();
		}
		boolean sealed = this.jdbc.sql("select sealed from complaint.entry where id = ?")
			.param(id.value())
			.query(Boolean.class)
			.single();
		String clean = CleanText.of(text);
		Redaction.require(words, clean);
		replace(id, sealed ? this.seal.sealEntry(id, clean) : clean, sealed);
		return words;
	}

	/** Keeps what stood there before words were taken out. */
	void keep(ComplaintId complaint, @Nullable EntryId entry, String before, Instant at) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into complaint.edit (id, complaint_id, entry_id, before, edited_by, edited_at)
				values (:id, :complaint, :entry, :before, :by, :at)""")
			.param("id", id)
			.param("complaint", complaint.value())
			.param("entry", (entry != null) ? entry.value() : null)
			.param("before", this.seal.sealEdit(id, before))
			.param("by", author(this.actor.get()))
			.param("at", Timestamp.from(at))
			.update();
	}

	/** All of a complaint, the oldest first. */
	List<Row> of(ComplaintId complaint) {
		return this.jdbc.sql("select * from complaint.entry where complaint_id = ? order by seq")
			.param(complaint.value())
			.query(this::row)
			.list();
	}

	private Row row(ResultSet row, int number) throws SQLException {
		EntryId id = new EntryId(row.getObject("id", UUID.class));
		@Nullable String text = row.getString("text");
		if (text != null && row.getBoolean("sealed")) {
			text = this.seal.openEntry(id, text);
		}
		return new Row(id, row.getTimestamp("at").toInstant(), EntryKind.valueOf(row.getString("kind")),
				Visibility.valueOf(row.getString("visibility")), row.getString("author_role"), row.getString("agency"),
				row.getString("code"), text, row.getInt("attachments"));
	}

}
