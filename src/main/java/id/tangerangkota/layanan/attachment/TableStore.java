package id.tangerangkota.layanan.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;

/**
 * Keeps the bytes in PostgreSQL: in one transaction and one backup with the rows about
 * them. They are sent as a stream and read in slices, each by a statement of its own, so
 * that who downloads over a slow line holds no connection.
 */
class TableStore implements AttachmentStore {

	private static final int SLICE = 256 << 10;

	private final JdbcClient jdbc;

	TableStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void put(AttachmentId attachment, Part part, String tag, InputStream content, long size) {
		this.jdbc.sql("""
				insert into attachment.content (attachment_id, part, tag, bytes) values (:id, :part, :tag, :bytes)
				on conflict (attachment_id, part) do update set tag = excluded.tag, bytes = excluded.bytes""")
			.param("id", attachment.value())
			.param("part", part.name())
			.param("tag", tag)
			.param("bytes", new SqlBinaryValue(content, size))
			.update();
	}

	@Override
	public InputStream open(AttachmentId attachment, Part part, String tag) {
		return new Slices(attachment, part, tag);
	}

	private Optional<byte[]> slice(AttachmentId attachment, Part part, String tag, int start) {
		return this.jdbc.sql("""
				select substring(bytes from :start for :length) from attachment.content
				where attachment_id = :id and part = :part and tag = :tag""")
			.param("start", start + 1)
			.param("length", SLICE)
			.param("id", attachment.value())
			.param("part", part.name())
			.param("tag", tag)
			.query((row, number) -> row.getBytes(1))
			.optional();
	}

	@Override
	public void keepAsOriginal(AttachmentId attachment) {
		this.jdbc.sql("update attachment.content set part = 'ORIGINAL' where attachment_id = :id and part = 'FULL'")
			.param("id", attachment.value())
			.update();
	}

	@Override
	public void removeOriginals(Collection<AttachmentId> attachments) {
		if (!attachments.isEmpty()) {
			this.jdbc.sql("delete from attachment.content where attachment_id in (:ids) and part = 'ORIGINAL'")
				.param("ids", attachments.stream().map(AttachmentId::value).toList())
				.update();
		}
	}

	@Override
	public void remove(Collection<AttachmentId> attachments) {
		if (!attachments.isEmpty()) {
			this.jdbc.sql("delete from attachment.content where attachment_id in (:ids)")
				.param("ids", attachments.stream().map(AttachmentId::value).toList())
				.update();
		}
	}

	/** Slice after slice. */
	private final class Slices extends InputStream {

		private final AttachmentId attachment;

		private final Part part;

		private final String tag;

		private byte[] slice = {};

		private int at;

		private int read;

		private boolean ended;

		Slices(AttachmentId attachment, Part part, String tag) {
			this.attachment = attachment;
			this.part = part;
			this.tag = tag;
		}

		@Override
		public int read() throws IOException {
			return fill() ? this.slice[this.at++] & 0xff : -1;
		}

		@Override
		public int read(byte[] into, int start, int length) throws IOException {
			if (length == 0) {
				return 0;
			}
			if (!fill()) {
				return -1;
			}
			int count = Math.min(length, this.slice.length - this.at);
			System.arraycopy(this.slice, this.at, into, start, count);
			this.at += count;
			return count;
		}

		private boolean fill() throws IOException {
			if (this.at == this.slice.length && !this.ended) {
				byte @Nullable [] next = slice(this.attachment, this.part, this.tag, this.read).orElse(null);
				if (next == null) {
					throw new IOException("Attachment " + this.attachment + " was removed or replaced meanwhile");
				}
				this.slice = next;
				this.at = 0;
				this.read += next.length;
				this.ended = next.length < SLICE;
			}
			return this.at < this.slice.length;
		}

	}

}
