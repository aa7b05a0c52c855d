package id.tangerangkota.layanan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.VariableTree;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the guard of SQL takes for text of the sources, and what it refuses. */
class ConstantsTests {

	private static final String HELPER = """
			class Conditions {
				static String own(boolean mine) { return mine ? OWN : and() + " or false"; }
				static String and() { return " and "; }
				static String branches(int number) {
					if (number > 1) { return MANY; }
					java.util.function.Supplier<String> other = () -> { return input; };
					return switch (number) { case 1 -> ONE; default -> own(true); };
				}
				static String again(int number) { return (number > 0) ? AND + again(number - 1) : NONE; }
				static String half(String input) { if (input == null) { return NONE; } return AND + input; }
				static String through(String input) { return half(input); }
				static String overloaded(int number) { return ONE; }
				static String overloaded(String input) { return input; }
				static String chosen(int number) { return switch (number) { case 1 -> ONE; default -> input; }; }
				static String thrown(String input) { throw new IllegalStateException(input); }
				String instance() { return ONE; }
			}""";

	@TempDir
	Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "\"select 1\"", "SELECT + Some.WHERE", "mine ? SELECT : (OTHER)",
			"SELECT.formatted(TABLE).strip()", "switch (x) { case 1 -> ONE; default -> OTHER; }",
			"SELECT + local(input)", "SELECT + Conditions.own(mine) + Conditions.and()", "Conditions.branches(input)",
			"Conditions.again(input)" })
	void isWhatStandsInTheSources(String expression) throws IOException {
		assertThat(isConstant(expression)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "input", "SELECT + input", "mine ? SELECT : input", "SELECT.formatted(input)",
			"switch (x) { case 1 -> ONE; default -> input; }", "switch (x) { default: yield input; }",
			"switch (x) { default -> { yield input; } }", "passed(input)", "instance()", "unknown()",
			"Conditions.half(input)", "Conditions.through(input)", "Conditions.overloaded(input)",
			"Conditions.chosen(input)", "Conditions.thrown(input)", "Conditions.instance()", "Conditions.unknown()",
			"Unknown.own(mine)", "conditions.get().own(mine)", "Conditions.own()", "SELECT + Conditions.half(ONE)" })
	void isNothingThatCanComeIn(String expression) throws IOException {
		assertThat(isConstant(expression)).isFalse();
	}

	private boolean isConstant(String expression) throws IOException {
		Files.writeString(this.directory.resolve("Conditions.java"), HELPER);
		Files.writeString(this.directory.resolve("Asks.java"), """
				class Asks {
					String sql = %s;
					private static String local(String input) { return input.isEmpty() ? NONE : Conditions.and(); }
					private static String passed(String input) { return input; }
					private String instance() { return NONE; }
				}""".formatted(expression));
		List<CompilationUnitTree> units = Sources.parse(this.directory);
		CompilationUnitTree asks = units.getFirst();
		VariableTree sql = (VariableTree) ((ClassTree) asks.getTypeDecls().getFirst()).getMembers().getFirst();
		return new Constants(units).isConstant(asks, sql.getInitializer());
	}

}
