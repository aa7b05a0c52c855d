package id.tangerangkota.layanan.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import id.tangerangkota.layanan.attachment.RefusedAttachment.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SpoolTests {

	@TempDir
	private Path directory;

	@Test
	void keepsAnUploadUntilItIsClosed() throws IOException {
		Path file = this.directory.resolve("upload");
		try (Spool spool = Spool.of(new ByteArrayInputStream(new byte[] { 1, 2, 3 }), 3, file)) {
			assertThat(spool.bytes()).containsExactly(1, 2, 3);
			assertThat(spool.sha256()).isEqualTo(Spool.newSha256().digest(new byte[] { 1, 2, 3 }));
		}
		assertThat(file).doesNotExist();
	}

	@Test
	void stopsAtTheLimit() {
		assertRefused(new Broken(Long.MAX_VALUE), Reason.TOO_LARGE);
	}

	@Test
	void refusesNothing() {
		assertRefused(InputStream.nullInputStream(), Reason.EMPTY);
	}

	@Test
	void noticesThatTheConnectionBroke() {
		assertRefused(new Broken(700), Reason.CUT_OFF);
	}

	/** As a disk that is full. */
	@Test
	@EnabledOnOs(OS.LINUX)
	void noticesThatThereIsNoRoom() throws IOException {
		Path full = Files.createSymbolicLink(this.directory.resolve("full"), Path.of("/dev/full"));
		assertThatExceptionOfType(RefusedAttachment.class)
			.isThrownBy(() -> Spool.of(new ByteArrayInputStream(new byte[100]), 1000, full))
			.returns(Reason.NO_ROOM, RefusedAttachment::reason);
		assertThat(Files.exists(full)).isFalse();
		assertThat(Path.of("/dev/full")).exists();
	}

	private void assertRefused(InputStream content, Reason reason) {
		Path file = this.directory.resolve("refused");
		assertThatExceptionOfType(RefusedAttachment.class).isThrownBy(() -> Spool.of(content, 1000, file))
			.returns(reason, RefusedAttachment::reason);
		assertThat(file).doesNotExist();
	}

	/** Gives zeros, then ends as connections do. */
	private static final class Broken extends InputStream {

		private long left;

		private Broken(long left) {
			this.left = left;
		}

		@Override
		public int read() throws IOException {
			if (this.left-- <= 0) {
				throw new IOException("Connection reset");
			}
			return 0;
		}

	}

}
