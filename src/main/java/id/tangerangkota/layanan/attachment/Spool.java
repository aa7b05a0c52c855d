package id.tangerangkota.layanan.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import id.tangerangkota.layanan.attachment.RefusedAttachment.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An upload on disk, so that however many send at once and however slowly, memory is
 * taken only by those that are worked on.
 */
final class Spool implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Spool.class);

	private static final int BUFFER = 16 << 10;

	private final Path file;

	private final byte[] sha256;

	private Spool(Path file, byte[] sha256) {
		this.file = file;
		this.sha256 = sha256;
	}

	/**
	 * Takes it in.
	 * @param most bytes; reading ends where there are more
	 * @throws RefusedAttachment if it is empty, too large, cut off, or there is no room
	 */
	static Spool of(InputStream content, long most) {
		return of(content, most, create());
	}

	/** As above, into this file. */
	static Spool of(InputStream content, long most, Path file) {
		try {
			MessageDigest digest = newSha256();
			long size = copy(new DigestInputStream(content, digest), file, most);
			if (size == 0) {
				throw new RefusedAttachment(Reason.EMPTY);
			}
			return new Spool(file, digest.digest());
		}
		catch (RuntimeException ex) {
			delete(file);
			throw ex;
		}
	}

	static MessageDigest newSha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Path create() {
		try {
			return Files.createTempFile("attachment-", ".part");
		}
		catch (IOException ex) {
			throw noRoom(ex);
		}
	}

	private static long copy(InputStream content, Path file, long most) {
		try (OutputStream output = Files.newOutputStream(file)) {
			byte[] buffer = new byte[BUFFER];
			long size = 0;
			for (int count = read(content, buffer); count >= 0; count = read(content, buffer)) {
				size += count;
				if (size > most) {
					throw new RefusedAttachment(Reason.TOO_LARGE);
				}
				output.write(buffer, 0, count);
			}
			return size;
		}
		catch (IOException ex) {
			throw noRoom(ex);
		}
	}

	private static int read(InputStream content, byte[] buffer) {
		try {
			return content.read(buffer);
		}
		catch (IOException ex) {
			throw new RefusedAttachment(Reason.CUT_OFF, ex);
		}
	}

	private static RefusedAttachment noRoom(IOException ex) {
		logger.error("Uploads cannot be written to the directory of temporary files: {}", ex.toString());
		return new RefusedAttachment(Reason.NO_ROOM, ex);
	}

	byte[] sha256() {
		return this.sha256;
	}

	byte[] bytes() {
		try {
			return Files.readAllBytes(this.file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		delete(this.file);
	}

	private static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			logger.warn("A temporary file stays behind: {}", ex.toString());
		}
	}

}
