package id.tangerangkota.layanan.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * The directory of the keys: each a file {@code <purpose>-<number>.key} that holds 32
 * bytes in Base64 and that only its owner may read.
 */
final class KeyFiles {

	private static final String SUFFIX = ".key";

	private static final int LONGEST = 100;

	private static final Set<PosixFilePermission> OF_OTHERS = PosixFilePermissions.fromString("---rwxrwx");

	private static final Set<PosixFilePermission> WRITTEN_BY_OTHERS = PosixFilePermissions.fromString("----w--w-");

	private final SecureRandom random = new SecureRandom();

	private final Path directory;

	KeyFiles(Path directory) {
		this.directory = directory.toAbsolutePath().normalize();
	}

	Path directory() {
		return this.directory;
	}

	/** The keys there are; none when there is no directory. */
	SortedSet<KeyId> list() {
		if (Files.notExists(this.directory)) {
			return Collections.emptySortedSet();
		}
		refuseRights(this.directory, WRITTEN_BY_OTHERS, "Others may write to", "700");
		SortedSet<KeyId> ids = new TreeSet<>();
		try (Stream<Path> files = Files.list(this.directory)) {
			files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(SUFFIX))
				.map(this::id)
				.forEach(ids::add);
		}
		catch (IOException | UncheckedIOException ex) {
			throw new FailureAnalyzedException("The keys in %s cannot be listed: %s".formatted(this.directory, ex),
					"Give this user the right to read the directory.", ex);
		}
		return ids;
	}

	private KeyId id(String name) {
		return KeyId.find(name.substring(0, name.length() - SUFFIX.length()))
			.orElseThrow(() -> new FailureAnalyzedException(
					"%s is not the name of a key.".formatted(this.directory.resolve(name)),
					"Keys are called data-1.key, index-1.key, signature-1.key and so on. Give it its name back,"
							+ " or move it to another place."));
	}

	Key read(KeyId id) {
		Path file = file(id);
		refuseRights(file, OF_OTHERS, "Others may read", "600");
		try {
			byte[] value = Files.size(file) > LONGEST ? new byte[0]
					: Base64.getDecoder().decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
			if (value.length == Key.LENGTH) {
				return new Key(id, value);
			}
		}
		catch (CharacterCodingException | IllegalArgumentException ex) {
			// Its message quotes the file.
		}
		catch (IOException ex) {
			throw new FailureAnalyzedException("The key %s cannot be read: %s".formatted(file, ex),
					"Give this user the right to read it: it belongs to the user that runs the portal, mode 600.", ex);
		}
		throw new FailureAnalyzedException("The file %s holds no key.".formatted(file),
				"A key is one line, 32 random bytes in Base64. Bring the file back from your backup of the keys.");
	}

	private static void refuseRights(Path path, Set<PosixFilePermission> refused, String problem, String mode) {
		PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
		try {
			if (view != null && !Collections.disjoint(view.readAttributes().permissions(), refused)) {
				throw new FailureAnalyzedException("%s %s.".formatted(problem, path),
						"Only the user that runs the portal may: chmod %s %s".formatted(mode, path));
			}
		}
		catch (IOException ex) {
			throw new FailureAnalyzedException("%s cannot be read: %s".formatted(path, ex),
					"Give the keys to the user that runs the portal.", ex);
		}
	}

	/**
	 * Makes a key, unless there is one. The file appears with all its content at once, so
	 * nobody ever reads half a key, and who comes second takes the first one's.
	 */
	Key create(KeyId id) {
		try {
			Files.createDirectories(this.directory, rights("rwx------"));
			Path draft = Files.createTempFile(this.directory, "." + id, ".new", rights("rw-------"));
			try {
				write(draft);
				publish(draft, file(id));
			}
			finally {
				Files.deleteIfExists(draft);
			}
			forceDirectory();
		}
		catch (IOException ex) {
			throw new FailureAnalyzedException("The key %s cannot be made: %s".formatted(file(id), ex),
					"Give this user the right to write there, or make the keys on another machine and copy them.", ex);
		}
		return read(id);
	}

	private void write(Path file) throws IOException {
		byte[] value = new byte[Key.LENGTH];
		this.random.nextBytes(value);
		ByteBuffer line = ByteBuffer
			.wrap((Base64.getEncoder().encodeToString(value) + "\n").getBytes(StandardCharsets.US_ASCII));
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			while (line.hasRemaining()) {
				channel.write(line);
			}
			channel.force(true);
		}
	}

	private static void publish(Path draft, Path file) throws IOException {
		try {
			Files.createLink(file, draft);
		}
		catch (FileAlreadyExistsException ex) {
			// Another process was faster.
		}
		catch (UnsupportedOperationException | FileSystemException ex) {
			// A file system without hard links. Moving replaces nothing either.
			move(draft, file);
		}
	}

	private static void move(Path draft, Path file) throws IOException {
		try {
			Files.move(draft, file);
		}
		catch (FileAlreadyExistsException ex) {
			// Another process was faster.
		}
	}

	/** Values made with the key may be durable in a moment, so its name must be too. */
	private void forceDirectory() {
		try (FileChannel channel = FileChannel.open(this.directory, StandardOpenOption.READ)) {
			channel.force(true);
		}
		catch (IOException ex) {
			// Windows opens no directories, and has no need to.
		}
	}

	private FileAttribute<?>[] rights(String rights) {
		return this.directory.getFileSystem().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights)) }
				: new FileAttribute<?>[0];
	}

	private Path file(KeyId id) {
		return this.directory.resolve(id + SUFFIX);
	}

}
