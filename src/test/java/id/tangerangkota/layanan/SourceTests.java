package id.tangerangkota.layanan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.lang.model.element.Modifier;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules of the house that only the sources show. */
class SourceTests {

	private static final List<CompilationUnitTree> main = Sources.parse(Sources.MAIN);

	private static final Constants constants = new Constants(main);

	/**
	 * A method whose argument of that place becomes SQL; file is where it can be called,
	 * or empty.
	 */
	private record SqlMethod(String file, String name, int arguments, int place) {

	}

	@Test
	void everyPackageSaysWhatItIsForAndIsNullMarked() {
		assertThat(Sources.files(Sources.MAIN, ".java").stream().map(Path::getParent).distinct())
			.allSatisfy((directory) -> {
				assertThat(directory.resolve("package-info.java")).exists();
				assertThat(Sources.read(directory.resolve("package-info.java"))).contains("@NullMarked")
					.containsPattern("(?s)^/\\*\\*.+\\*/");
			});
	}

	@Test
	void everyPackageOfTestsAloneSaysWhatItIsFor() {
		assertThat(Sources.files(Sources.TEST, ".java")
			.stream()
			.map(Path::getParent)
			.distinct()
			.filter((directory) -> Files.notExists(Sources.MAIN.resolve(Sources.TEST.relativize(directory)))))
			.allSatisfy((directory) -> assertThat(directory.resolve("package-info.java")).exists());
	}

	@Test
	void nothingSleeps() {
		List<String> found = new ArrayList<>();
		List<CompilationUnitTree> units = new ArrayList<>(main);
		units.addAll(Sources.parse(Sources.TEST));
		for (CompilationUnitTree unit : units) {
			new TreeScanner<Void, Void>() {

				@Override
				public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
					if ("Thread.sleep".equals(call.getMethodSelect().toString())
							|| call.getMethodSelect().toString().endsWith(".waitForTimeout")) {
						found.add(place(unit, call));
					}
					return super.visitMethodInvocation(call, nothing);
				}

			}.scan(unit, null);
		}
		assertThat(found).as("wait for what should happen (Scenario, Awaitility), not for time to pass").isEmpty();
	}

	/**
	 * SQL is put together from {@link Constants} only; a method that takes SQL gets the
	 * same.
	 */
	@Test
	void sqlIsWrittenInOnePiece() {
		List<String> found = new ArrayList<>();
		Deque<SqlMethod> open = new ArrayDeque<>(List.of(new SqlMethod("", "sql", 1, 0)));
		Set<SqlMethod> seen = new HashSet<>(open);
		while (!open.isEmpty()) {
			SqlMethod method = open.pop();
			for (CompilationUnitTree unit : main) {
				new SqlScanner(unit, method, found, (more) -> {
					if (seen.add(more)) {
						open.add(more);
					}
				}).scan(unit, null);
			}
		}
		assertThat(found).as("values belong into parameters").isEmpty();
	}

	@Test
	void viewNamesAreLiterals() {
		List<String> found = new ArrayList<>();
		for (CompilationUnitTree unit : main) {
			new ViewScanner(unit, found).scan(unit, null);
		}
		assertThat(found).as("a view name put together from input would run templates of its choice").isEmpty();
	}

	private static String place(CompilationUnitTree unit, Tree tree) {
		return Path.of(unit.getSourceFile().getName()).getFileName() + ": " + tree;
	}

	/** Finds the calls of one method that takes SQL. */
	private static final class SqlScanner extends TreeScanner<Void, Void> {

		private final CompilationUnitTree unit;

		private final SqlMethod method;

		private final List<String> found;

		private final Consumer<SqlMethod> more;

		private final Deque<MethodTree> methods = new ArrayDeque<>();

		SqlScanner(CompilationUnitTree unit, SqlMethod method, List<String> found, Consumer<SqlMethod> more) {
			this.unit = unit;
			this.method = method;
			this.found = found;
			this.more = more;
		}

		@Override
		public Void visitMethod(MethodTree node, Void nothing) {
			this.methods.push(node);
			super.visitMethod(node, nothing);
			this.methods.pop();
			return null;
		}

		@Override
		public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
			String name = (call.getMethodSelect() instanceof MemberSelectTree member)
					? member.getIdentifier().toString() : call.getMethodSelect().toString();
			boolean reachable = this.method.file().isEmpty() || this.method.file().equals(file());
			if (reachable && name.equals(this.method.name()) && call.getArguments().size() == this.method.arguments()) {
				ExpressionTree sql = call.getArguments().get(this.method.place());
				if (!constants.isConstant(this.unit, sql) && !isParameter(sql)) {
					this.found.add(place(this.unit, call));
				}
			}
			return super.visitMethodInvocation(call, nothing);
		}

		private String file() {
			return this.unit.getSourceFile().getName();
		}

		private boolean isParameter(ExpressionTree sql) {
			MethodTree enclosing = this.methods.peek();
			if (enclosing == null || !(sql instanceof IdentifierTree)) {
				return false;
			}
			for (int place = 0; place < enclosing.getParameters().size(); place++) {
				VariableTree parameter = enclosing.getParameters().get(place);
				if (parameter.getName().contentEquals(sql.toString())) {
					boolean isPrivate = enclosing.getModifiers().getFlags().contains(Modifier.PRIVATE);
					this.more.accept(new SqlMethod(isPrivate ? file() : "", enclosing.getName().toString(),
							enclosing.getParameters().size(), place));
					return true;
				}
			}
			return false;
		}

	}

	/**
	 * Finds what the handler methods of controllers return, by themselves or through
	 * others.
	 */
	private static final class ViewScanner extends TreeScanner<Void, Void> {

		private static final Set<String> MAPPINGS = Set.of("RequestMapping", "GetMapping", "PostMapping", "PutMapping",
				"DeleteMapping", "PatchMapping", "ExceptionHandler");

		private final CompilationUnitTree unit;

		private final List<String> found;

		ViewScanner(CompilationUnitTree unit, List<String> found) {
			this.unit = unit;
			this.found = found;
		}

		@Override
		public Void visitClass(ClassTree type, Void nothing) {
			List<String> annotations = annotations(type.getModifiers());
			if (!annotations.contains("ResponseBody")
					&& annotations.stream().noneMatch((name) -> name.startsWith("Rest"))) {
				methods(type).filter(ViewScanner::isHandler).forEach((method) -> check(type, method, new HashSet<>()));
			}
			return super.visitClass(type, nothing);
		}

		private static boolean isHandler(MethodTree method) {
			List<String> annotations = annotations(method.getModifiers());
			return annotations.stream().anyMatch(MAPPINGS::contains) && !annotations.contains("ResponseBody");
		}

		private static Stream<MethodTree> methods(ClassTree type) {
			return type.getMembers()
				.stream()
				.filter(MethodTree.class::isInstance)
				.map(MethodTree.class::cast)
				.filter((method) -> method.getReturnType() != null
						&& "String".equals(method.getReturnType().toString()));
		}

		private static List<String> annotations(ModifiersTree modifiers) {
			return modifiers.getAnnotations()
				.stream()
				.map((annotation) -> annotation.getAnnotationType().toString())
				.toList();
		}

		private void check(ClassTree type, MethodTree method, Set<MethodTree> seen) {
			if (!seen.add(method)) {
				return;
			}
			new TreeScanner<Void, Void>() {

				@Override
				public Void visitReturn(ReturnTree result, Void nothing) {
					List<MethodTree> called = (result.getExpression() instanceof MethodInvocationTree call)
							? methods(type)
								.filter((other) -> call.getMethodSelect().toString().equals(other.getName().toString()))
								.toList()
							: List.of();
					called.forEach((other) -> check(type, other, seen));
					if (called.isEmpty() && !constants.isConstant(ViewScanner.this.unit, result.getExpression())) {
						ViewScanner.this.found.add(place(ViewScanner.this.unit, result));
					}
					return null;
				}

				@Override
				public Void visitLambdaExpression(LambdaExpressionTree lambda, Void nothing) {
					return null;
				}

				@Override
				public Void visitClass(ClassTree inner, Void nothing) {
					return null;
				}

			}.scan(method.getBody(), null);
		}

	}

}
