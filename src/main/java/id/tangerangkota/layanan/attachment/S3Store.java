package id.tangerangkota.layanan.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.attachment.AttachmentTable.Original;
import id.tangerangkota.layanan.attachment.AttachmentTable.Row;
import id.tangerangkota.layanan.attachment.RefusedAttachment.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the bytes in an object store. They go there before the transaction that writes
 * about them, under names made of their content, so that nothing is ever overwritten; a
 * row says beforehand that there may be some no row knows of. Whatever then fails, the
 * sweep finds what nobody needs.
 */
class S3Store implements AttachmentStore {

	private static final Logger logger = LoggerFactory.getLogger(S3Store.class);

	/** Longer than any upload and its transaction take. */
	private static final Duration UNSURE = Duration.ofHours(1);

	/** After one that the store did not answer for. */
	private static final Duration AGAIN = Duration.ofMinutes(10);

	private static final int SWEPT_AT_ONCE = 100;

	private static final String THUMBNAIL = ".thumb";

	private final S3Client client;

	private final AttachmentTable table;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	S3Store(S3Client client, AttachmentTable table, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
		this.client = client;
		this.table = table;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	private static String beginning(AttachmentId attachment) {
		return attachment + "/";
	}

	/** What was shown and becomes the original keeps its name. */
	private static String key(AttachmentId attachment, Part part, String tag) {
		return beginning(attachment) + tag + ((part == Part.THUMBNAIL) ? THUMBNAIL : "");
	}

	@Override
	public void stage(AttachmentId attachment, Part part, String tag, byte[] content) {
		isLoose(List.of(attachment), this.clock.instant().plus(UNSURE));
		try {
			this.client.put(key(attachment, part, tag), content);
		}
		catch (IOException ex) {
			logger.error("The object store takes no attachments: {}", ex.toString());
			throw new RefusedAttachment(Reason.NO_ROOM, ex);
		}
	}

	/** It was staged. */
	@Override
	public void put(AttachmentId attachment, Part part, String tag, InputStream content, long size) {
	}

	@Override
	public InputStream open(AttachmentId attachment, Part part, String tag) {
		try {
			return this.client.get(key(attachment, part, tag));
		}
		catch (IOException ex) {
			throw new DataAccessResourceFailureException("The object store gives no attachments", ex);
		}
	}

	/** The row says what it is now. */
	@Override
	public void keepAsOriginal(AttachmentId attachment) {
	}

	/** Not at once: another one may be staged for them at this moment. */
	@Override
	public void removeOriginals(Collection<AttachmentId> attachments) {
		isLoose(attachments, this.clock.instant().plus(UNSURE));
	}

	/** Not before the transaction is through, and also when the store is away now. */
	@Override
	public void remove(Collection<AttachmentId> attachments) {
		isLoose(attachments, this.clock.instant());
	}

	private void isLoose(Collection<AttachmentId> attachments, Instant due) {
		this.jdbc.sql("""
				insert into attachment.loose (attachment_id, due_at)
				select id, :due from unnest(cast(:ids as uuid[])) as id
				on conflict (attachment_id) do update set due_at = excluded.due_at""")
			.param("due", due.atOffset(ZoneOffset.UTC))
			.param("ids", attachments.stream().map(AttachmentId::value).toArray(UUID[]::new))
			.update();
	}

	/**
	 * Removes objects that no row knows of.
	 * @return how many attachments were looked through
	 */
	int sweep() {
		int swept = 0;
		while (swept < SWEPT_AT_ONCE && Boolean.TRUE.equals(this.transaction.execute((status) -> sweepNext()))) {
			swept++;
		}
		return swept;
	}

	/**
	 * Within the transaction that holds its row: nothing is staged for it meanwhile, so
	 * nothing new is taken for something nobody needs. Requests keep to a time limit.
	 */
	private boolean sweepNext() {
		Instant now = this.clock.instant();
		AttachmentId attachment = this.jdbc.sql("""
				select attachment_id from attachment.loose where due_at <= ?
				order by due_at limit 1 for update skip locked""")
			.param(now.atOffset(ZoneOffset.UTC))
			.query((row, number) -> new AttachmentId(row.getObject("attachment_id", UUID.class)))
			.optional()
			.orElse(null);
		if (attachment == null) {
			return false;
		}
		Set<String> needed = needed(attachment);
		try {
			for (String key : this.client.list(beginning(attachment))) {
				if (!needed.contains(key)) {
					this.client.delete(key);
				}
			}
			this.jdbc.sql("delete from attachment.loose where attachment_id = ?").param(attachment.value()).update();
			return true;
		}
		catch (IOException ex) {
			logger.warn("The object store could not be swept: {}", ex.toString());
			isLoose(List.of(attachment), now.plus(AGAIN));
			return false;
		}
	}

	private Set<String> needed(AttachmentId attachment) {
		Set<String> needed = new HashSet<>();
		Row row = this.table.find(attachment).orElse(null);
		if (row != null) {
			needed.add(key(attachment, Part.FULL, row.tag()));
			needed.add(key(attachment, Part.THUMBNAIL, row.tag()));
			Original original = row.original();
			if (original != null) {
				needed.add(key(attachment, Part.ORIGINAL, original.tag()));
			}
		}
		return needed;
	}

}
