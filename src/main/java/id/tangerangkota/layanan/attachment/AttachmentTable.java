package id.tangerangkota.layanan.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.attachment.Workshop.Piece;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows about attachments, without their bytes. */
@Component
class AttachmentTable {

	private final JdbcClient jdbc;

	private final Clock clock;

	AttachmentTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** A row. */
	record Row(AttachmentOwner owner, StoredAttachment stored, String tag, @Nullable Integer thumbnailSize,
			@Nullable Original original) {
	}

	/** What is kept for audit. */
	record Original(String mediaType, int size, String tag) {
	}

	/** Lets one at a time add to an owner, until the end of the transaction. */
	void lock(AttachmentOwner owner) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('attachment:' || :kind || ':' || :id, 0))")
			.param("kind", owner.kind())
			.param("id", owner.id().toString())
			.query((row, number) -> true)
			.single();
	}

	Optional<Row> find(AttachmentId id) {
		return this.jdbc.sql("select * from attachment.attachment where id = :id")
			.param("id", id.value())
			.query(AttachmentTable::row)
			.optional();
	}

	/** As {@link #find}, and nobody else changes it until the end of the transaction. */
	Optional<Row> findForUpdate(AttachmentId id) {
		return this.jdbc.sql("select * from attachment.attachment where id = :id for update")
			.param("id", id.value())
			.query(AttachmentTable::row)
			.optional();
	}

	Optional<Row> find(AttachmentOwner owner, byte[] sha256) {
		return this.jdbc.sql("""
				select * from attachment.attachment
				where owner_kind = :kind and owner_id = :id and sha256 = :sha256 order by created_at limit 1""")
			.param("kind", owner.kind())
			.param("id", owner.id())
			.param("sha256", sha256)
			.query(AttachmentTable::row)
			.optional();
	}

	List<StoredAttachment> of(AttachmentOwner owner) {
		return this.jdbc.sql("""
				select * from attachment.attachment where owner_kind = :kind and owner_id = :id
				order by created_at, id""")
			.param("kind", owner.kind())
			.param("id", owner.id())
			.query((row, number) -> row(row, number).stored())
			.list();
	}

	void insert(AttachmentId id, AttachmentOwner owner, byte[] sha256, Piece piece) {
		byte @Nullable [] thumbnail = piece.thumbnail();
		this.jdbc.sql("""
				insert into attachment.attachment (id, owner_kind, owner_id, kind, sha256, media_type, size, width,
					height, tag, thumbnail_size, created_at)
				values (:id, :ownerKind, :ownerId, :kind, :sha256, :type, :size, :width, :height, :tag,
					:thumbnailSize, :now)""")
			.param("id", id.value())
			.param("ownerKind", owner.kind())
			.param("ownerId", owner.id())
			.param("kind", piece.kind().name())
			.param("sha256", sha256)
			.param("type", piece.mediaType())
			.param("size", piece.full().length)
			.param("width", piece.width())
			.param("height", piece.height())
			.param("tag", piece.tag())
			.param("thumbnailSize", (thumbnail != null) ? thumbnail.length : null)
			.param("now", time())
			.update();
	}

	/** Shows something else from now on. */
	void redact(AttachmentId id, Piece piece, Original original) {
		byte @Nullable [] thumbnail = piece.thumbnail();
		this.jdbc.sql("""
				update attachment.attachment set media_type = :type, size = :size, width = :width, height = :height,
					tag = :tag, thumbnail_size = :thumbnailSize, original_type = :originalType,
					original_size = :originalSize, original_tag = :originalTag, redacted_at = :now
				where id = :id""")
			.param("type", piece.mediaType())
			.param("size", piece.full().length)
			.param("width", piece.width())
			.param("height", piece.height())
			.param("tag", piece.tag())
			.param("thumbnailSize", (thumbnail != null) ? thumbnail.length : null)
			.param("originalType", original.mediaType())
			.param("originalSize", original.size())
			.param("originalTag", original.tag())
			.param("now", time())
			.param("id", id.value())
			.update();
	}

	Map<AttachmentOwner, List<StoredAttachment>> ofAll(Collection<AttachmentOwner> owners) {
		Set<AttachmentOwner> wanted = Set.copyOf(owners);
		Map<AttachmentOwner, List<StoredAttachment>> found = new HashMap<>();
		this.jdbc.sql("""
				select * from attachment.attachment where owner_kind = any (:kinds) and owner_id = any (:ids)
				order by created_at, id""")
			.param("kinds", wanted.stream().map(AttachmentOwner::kind).distinct().toArray(String[]::new))
			.param("ids", wanted.stream().map(AttachmentOwner::id).toArray(UUID[]::new))
			.query((ResultSet line) -> {
				Row row = row(line, 0);
				if (wanted.contains(row.owner())) {
					found.computeIfAbsent(row.owner(), (owner) -> new ArrayList<>()).add(row.stored());
				}
			});
		return found;
	}

	/** How many were there. */
	int attach(AttachmentOwner draft, Collection<AttachmentId> ids, AttachmentOwner owner) {
		return this.jdbc.sql("""
				update attachment.attachment set owner_kind = :kind, owner_id = :id, attached_at = :now
				where owner_kind = :draftKind and owner_id = :draftId and id in (:ids)""")
			.param("kind", owner.kind())
			.param("id", owner.id())
			.param("now", time())
			.param("draftKind", draft.kind())
			.param("draftId", draft.id())
			.param("ids", ids.stream().map(AttachmentId::value).toList())
			.update();
	}

	List<AttachmentId> delete(AttachmentOwner owner, AttachmentId id) {
		return this.jdbc.sql("""
				delete from attachment.attachment where owner_kind = :kind and owner_id = :ownerId and id = :id
				returning id""")
			.param("kind", owner.kind())
			.param("ownerId", owner.id())
			.param("id", id.value())
			.query((row, number) -> id(row))
			.list();
	}

	List<AttachmentId> delete(AttachmentOwner owner) {
		return this.jdbc
			.sql("delete from attachment.attachment where owner_kind = :kind and owner_id = :id returning id")
			.param("kind", owner.kind())
			.param("id", owner.id())
			.query((row, number) -> id(row))
			.list();
	}

	/** As if the last one had come just now; they stay in their order. */
	void keep(AttachmentOwner owner, Instant now) {
		this.jdbc.sql("""
				update attachment.attachment set created_at = created_at + (cast(:now as timestamptz) - (
					select max(created_at) from attachment.attachment where owner_kind = :kind and owner_id = :id))
				where owner_kind = :kind and owner_id = :id and attached_at is null""")
			.param("kind", owner.kind())
			.param("id", owner.id())
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

	List<AttachmentId> deleteOrphans(Instant before, int most) {
		return this.jdbc.sql("""
				delete from attachment.attachment where id in (
					select id from attachment.attachment where attached_at is null and created_at < :before
					order by created_at limit :most for update skip locked)
				returning id""")
			.param("before", before.atOffset(ZoneOffset.UTC))
			.param("most", most)
			.query((row, number) -> id(row))
			.list();
	}

	List<AttachmentId> deleteOld(String ownerKind, Instant before, int most) {
		return this.jdbc.sql("""
				delete from attachment.attachment where id in (
					select id from attachment.attachment where owner_kind = :kind and attached_at < :before
					limit :most for update skip locked)
				returning id""")
			.param("kind", ownerKind)
			.param("before", before.atOffset(ZoneOffset.UTC))
			.param("most", most)
			.query((row, number) -> id(row))
			.list();
	}

	/** What is shown in their place stays. */
	List<AttachmentId> deleteOriginals(Instant before, int most) {
		return this.jdbc.sql("""
				update attachment.attachment set original_type = null, original_size = null, original_tag = null
				where id in (
					select id from attachment.attachment where original_tag is not null and redacted_at < :before
					order by redacted_at limit :most for update skip locked)
				returning id""")
			.param("before", before.atOffset(ZoneOffset.UTC))
			.param("most", most)
			.query((row, number) -> id(row))
			.list();
	}

	private OffsetDateTime time() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static AttachmentId id(ResultSet row) throws SQLException {
		return new AttachmentId(row.getObject("id", UUID.class));
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		StoredAttachment stored = new StoredAttachment(id(row), AttachmentKind.valueOf(row.getString("kind")),
				row.getString("media_type"), row.getInt("width"), row.getInt("height"), row.getInt("size"), null);
		@Nullable String originalType = row.getString("original_type");
		return new Row(new AttachmentOwner(row.getString("owner_kind"), row.getObject("owner_id", UUID.class)), stored,
				row.getString("tag"), row.getObject("thumbnail_size", Integer.class),
				(originalType != null)
						? new Original(originalType, row.getInt("original_size"), row.getString("original_tag"))
						: null);
	}

}
