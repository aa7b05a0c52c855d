package id.tangerangkota.layanan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;

/** The files of the project, for rules that byte code cannot show. */
final class Sources {

	static final Path MAIN = Path.of("src", "main", "java");

	static final Path TEST = Path.of("src", "test", "java");

	static final Path RESOURCES = Path.of("src", "main", "resources");

	private Sources() {
	}

	/** The files below a directory whose names end so, in order. */
	static List<Path> files(Path directory, String end) {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter(Files::isRegularFile).filter((file) -> file.toString().endsWith(end)).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The Java files below a directory as the compiler reads them. */
	static List<CompilationUnitTree> parse(Path directory) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
			JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null,
					manager.getJavaFileObjectsFromPaths(files(directory, ".java")));
			return Stream.of(task.parse().iterator())
				.<CompilationUnitTree>mapMulti((units, to) -> units.forEachRemaining(to))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
