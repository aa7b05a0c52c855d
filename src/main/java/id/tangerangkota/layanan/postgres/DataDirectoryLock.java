package id.tangerangkota.layanan.postgres;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * Keeps two processes from running servers on one data directory. The operating system
 * drops the lock when the process dies, however it dies.
 */
final class DataDirectoryLock implements Closeable {

	/**
	 * Closing any channel of a file drops every lock this process has on it (POSIX), so
	 * the file of a lock held here must not even be opened a second time.
	 */
	private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

	/** Behind the text, because a locked region cannot be read on Windows. */
	private static final long REGION = Long.MAX_VALUE - 1;

	private final Path file;

	/** A field, because a channel nobody refers to is closed, lock and all. */
	private final FileChannel channel;

	private DataDirectoryLock(Path file, FileChannel channel) {
		this.file = file;
		this.channel = channel;
	}

	/** Takes the lock, or nothing when another holds it. */
	static Optional<DataDirectoryLock> tryAcquire(DataDirectory directory) {
		directory.create();
		Path file = directory.lockFile();
		if (!HELD.add(file)) {
			return Optional.empty();
		}
		Optional<DataDirectoryLock> lock = Optional.empty();
		try {
			lock = acquire(file);
			return lock;
		}
		catch (IOException ex) {
			throw new FailureAnalyzedException("The lock file %s cannot be used: %s".formatted(file, ex),
					"Give this user the right to write there, on a file system that knows locks.", ex);
		}
		finally {
			if (lock.isEmpty()) {
				HELD.remove(file);
			}
		}
	}

	private static Optional<DataDirectoryLock> acquire(Path file) throws IOException {
		FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		DataDirectoryLock lock = null;
		try {
			if (channel.tryLock(REGION, 1, false) != null) {
				lock = new DataDirectoryLock(file, channel);
				lock.write(LockHolder.current());
			}
			return Optional.ofNullable(lock);
		}
		finally {
			if (lock == null) {
				channel.close();
			}
		}
	}

	static Optional<LockHolder> holder(DataDirectory directory) {
		if (HELD.contains(directory.lockFile())) {
			return Optional.of(LockHolder.current());
		}
		try {
			return LockHolder.parse(Files.readString(directory.lockFile()));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	void announce(String address) {
		try {
			write(LockHolder.current().at(address));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write " + this.file, ex);
		}
	}

	private void write(LockHolder holder) throws IOException {
		this.channel.truncate(0);
		this.channel.write(ByteBuffer.wrap(holder.format().getBytes(StandardCharsets.UTF_8)), 0);
	}

	@Override
	public void close() throws IOException {
		try (this.channel) {
			this.channel.truncate(0);
		}
		finally {
			HELD.remove(this.file);
		}
	}

}
