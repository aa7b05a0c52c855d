package id.tangerangkota.layanan.attachment;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import id.tangerangkota.layanan.attachment.AttachmentStore.Part;
import id.tangerangkota.layanan.attachment.AttachmentTable.Original;
import id.tangerangkota.layanan.attachment.AttachmentTable.Row;
import id.tangerangkota.layanan.attachment.RefusedAttachment.Reason;
import id.tangerangkota.layanan.attachment.Workshop.Piece;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.Assert;

/**
 * Takes photos and documents, keeps them and hands them out. An upload hangs on a draft
 * until {@link #attach} gives it to what came of the draft; what nobody attaches is gone
 * after a day. Names of files are neither believed nor kept.
 */
@Component
public class Attachments {

	private static final Logger logger = LoggerFactory.getLogger(Attachments.class);

	private static final Duration ORPHANS_KEPT = Duration.ofHours(24);

	/** As long as words that were taken out. */
	private static final Duration ORIGINALS_KEPT = Duration.ofDays(365);

	private static final int PURGED_AT_ONCE = 100;

	/** SQLSTATE of PostgreSQL. */
	private static final String DISK_FULL = "53100";

	private final AttachmentSettings settings;

	private final Workshop workshop;

	private final AttachmentTable table;

	private final AttachmentStore store;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Attachments(AttachmentSettings settings, Workshop workshop, AttachmentTable table, AttachmentStore store,
			TransactionTemplate transaction, Clock clock) {
		this.settings = settings;
		this.workshop = workshop;
		this.table = table;
		this.store = store;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Keeps an upload. The same file sent again to the same owner is the attachment that
	 * is there already, also when that was redacted. To be called outside of a
	 * transaction: reading and decoding take their time.
	 * @param owner usually a draft
	 * @param content read to its end or up to the limit; not closed
	 * @throws RefusedAttachment for what is not taken; nothing is kept then
	 * @throws id.tangerangkota.layanan.web.Overload if too many wait for theirs
	 */
	public StoredAttachment store(AttachmentOwner owner, InputStream content, UploadOptions options) {
		assertNoTransaction();
		try (Spool file = Spool.of(content, this.settings.maxSize().toBytes())) {
			Optional<Row> same = this.table.find(owner, file.sha256());
			if (same.isPresent()) {
				return same.get().stored().at(options.place() ? this.workshop.place(file) : null);
			}
			Piece piece = this.workshop.make(file, options.documents());
			AttachmentId id = AttachmentId.random();
			stage(id, piece);
			StoredAttachment stored = written(() -> insert(id, owner, file, piece, options));
			return stored.at(options.place() ? piece.place() : null);
		}
	}

	private StoredAttachment insert(AttachmentId id, AttachmentOwner owner, Spool file, Piece piece,
			UploadOptions options) {
		this.table.lock(owner);
		Optional<Row> same = this.table.find(owner, file.sha256());
		if (same.isPresent()) {
			return same.get().stored();
		}
		if (this.table.of(owner).size() >= options.most()) {
			throw new RefusedAttachment(Reason.TOO_MANY);
		}
		this.table.insert(id, owner, file.sha256(), piece);
		put(id, piece);
		return new StoredAttachment(id, piece.kind(), piece.mediaType(), piece.width(), piece.height(),
				piece.full().length, null);
	}

	private void stage(AttachmentId id, Piece piece) {
		this.store.stage(id, Part.FULL, piece.tag(), piece.full());
		byte @Nullable [] thumbnail = piece.thumbnail();
		if (thumbnail != null) {
			this.store.stage(id, Part.THUMBNAIL, piece.tag(), thumbnail);
		}
	}

	private void put(AttachmentId id, Piece piece) {
		this.store.put(id, Part.FULL, piece.tag(), new ByteArrayInputStream(piece.full()), piece.full().length);
		byte @Nullable [] thumbnail = piece.thumbnail();
		if (thumbnail != null) {
			this.store.put(id, Part.THUMBNAIL, piece.tag(), new ByteArrayInputStream(thumbnail), thumbnail.length);
		}
	}

	/**
	 * Shows another file in the place of an attachment, as after faces were covered. What
	 * was shown before is kept for a year, for audit only. To be called outside of a
	 * transaction.
	 * @param alongside done in the transaction in which that happens, such as writing
	 * down that it did
	 * @throws RefusedAttachment for what is not taken, or if the attachment is gone
	 */
	public StoredAttachment redact(AttachmentId id, InputStream content, Runnable alongside) {
		assertNoTransaction();
		try (Spool file = Spool.of(content, this.settings.maxSize().toBytes())) {
			Piece piece = this.workshop.make(file, true);
			stage(id, piece);
			return written(() -> {
				StoredAttachment redacted = redact(id, piece);
				alongside.run();
				return redacted;
			});
		}
	}

	private StoredAttachment redact(AttachmentId id, Piece piece) {
		Row row = this.table.findForUpdate(id).orElseThrow(() -> new RefusedAttachment(Reason.GONE));
		if (row.stored().kind() != piece.kind()) {
			throw new RefusedAttachment(
					(piece.kind() == AttachmentKind.DOCUMENT) ? Reason.DOCUMENT_NOT_ALLOWED : Reason.UNKNOWN_TYPE);
		}
		Original original = row.original();
		if (original == null) {
			this.store.keepAsOriginal(id);
			original = new Original(row.stored().mediaType(), (int) row.stored().size(), row.tag());
		}
		this.table.redact(id, piece, original);
		put(id, piece);
		return this.table.find(id).orElseThrow().stored();
	}

	/**
	 * Gives uploads of a draft to what came of it, all of them or none. Belongs into the
	 * transaction in which that comes about.
	 * @param draft whose they have to be: an id alone gives nobody a right to a file
	 * @throws RefusedAttachment with {@link Reason#GONE} if one is not there any more
	 */
	@Transactional
	public void attach(AttachmentOwner draft, Collection<AttachmentId> ids, AttachmentOwner owner) {
		Set<AttachmentId> wanted = Set.copyOf(ids);
		if (!wanted.isEmpty() && this.table.attach(draft, wanted, owner) != wanted.size()) {
			throw new RefusedAttachment(Reason.GONE);
		}
	}

	/** Those of an owner, in the order in which they came. */
	@Transactional(readOnly = true)
	public List<StoredAttachment> of(AttachmentOwner owner) {
		return this.table.of(owner);
	}

	/** Those of many owners, of those that have any, by one query. */
	@Transactional(readOnly = true)
	public Map<AttachmentOwner, List<StoredAttachment>> ofAll(Collection<AttachmentOwner> owners) {
		return this.table.ofAll(owners);
	}

	/** To hand it out to somebody who may see it; ask {@link AttachmentAccess} first. */
	@Transactional(readOnly = true)
	public Optional<AttachmentFile> open(AttachmentId id, Rendition rendition) {
		return this.table.find(id).flatMap((row) -> {
			if (rendition == Rendition.FULL) {
				return Optional.of(file(row, row.stored().mediaType(), row.stored().size(), row.tag(), Part.FULL));
			}
			return Optional.ofNullable(row.thumbnailSize())
				.map((size) -> file(row, FileFormat.JPEG.mediaType(), size, row.tag(), Part.THUMBNAIL));
		});
	}

	/**
	 * What was shown before it was redacted. For audit only: the caller records who reads
	 * it and why.
	 */
	@Transactional(readOnly = true)
	public Optional<AttachmentFile> openOriginal(AttachmentId id) {
		return this.table.find(id)
			.flatMap((row) -> Optional.ofNullable(row.original())
				.map((original) -> file(row, original.mediaType(), original.size(), original.tag(), Part.ORIGINAL)));
	}

	private AttachmentFile file(Row row, String mediaType, long size, String tag, Part part) {
		return new AttachmentFile(row.owner(), row.stored().kind(), mediaType, size, tag,
				() -> this.store.open(row.stored().id(), part, tag));
	}

	/** Removes one with its original. Nothing happens if the owner has no such one. */
	@Transactional
	public void remove(AttachmentOwner owner, AttachmentId id) {
		this.store.remove(this.table.delete(owner, id));
	}

	/** Removes all an owner has, with their originals. */
	@Transactional
	public void removeAll(AttachmentOwner owner) {
		this.store.remove(this.table.delete(owner));
	}

	/** What hangs on a draft is in use still: its day begins anew. */
	@Transactional
	public void keep(AttachmentOwner draft) {
		this.table.keep(draft, this.clock.instant());
	}

	/**
	 * Removes what nobody attached within a day, and what was shown before it was
	 * redacted a year ago.
	 * @return how many
	 */
	int purge() {
		Instant now = this.clock.instant();
		return purge(() -> this.table.deleteOrphans(now.minus(ORPHANS_KEPT), PURGED_AT_ONCE), this.store::remove)
				+ purge(() -> this.table.deleteOriginals(now.minus(ORIGINALS_KEPT), PURGED_AT_ONCE),
						this.store::removeOriginals);
	}

	/**
	 * Removes what owners of a kind got before an instant, as where something is kept for
	 * audit for some time only. To be called outside of a transaction.
	 * @return how many
	 */
	public int removeOld(String ownerKind, Instant before) {
		return purge(() -> this.table.deleteOld(ownerKind, before, PURGED_AT_ONCE), this.store::remove);
	}

	private int purge(Supplier<List<AttachmentId>> delete, Consumer<List<AttachmentId>> remove) {
		int purged = 0;
		int batch = 0;
		do {
			batch = this.transaction.execute((status) -> {
				List<AttachmentId> gone = delete.get();
				remove.accept(gone);
				return gone.size();
			});
			purged += batch;
		}
		while (batch == PURGED_AT_ONCE);
		return purged;
	}

	private StoredAttachment written(Supplier<StoredAttachment> work) {
		try {
			return this.transaction.execute((status) -> work.get());
		}
		catch (DataAccessException | TransactionException ex) {
			if (NestedExceptionUtils.getMostSpecificCause(ex) instanceof SQLException cause
					&& DISK_FULL.equals(cause.getSQLState())) {
				logger.error("The database has no room for attachments");
				throw new RefusedAttachment(Reason.NO_ROOM, ex);
			}
			throw ex;
		}
	}

	private static void assertNoTransaction() {
		Assert.state(!TransactionSynchronizationManager.isActualTransactionActive(),
				"Uploads are worked on outside of transactions");
	}

}
