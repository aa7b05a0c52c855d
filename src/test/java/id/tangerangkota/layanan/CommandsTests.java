package id.tangerangkota.layanan;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

import static org.assertj.core.api.Assertions.assertThat;

class CommandsTests {

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	@ParameterizedTest
	@CsvSource({ "catalog,true", "-h,true", "--help,true", "--version,true", "--server.port=8081,false" })
	void takesWhatIsNoPropertyForACommand(String argument, boolean command) {
		assertThat(Commands.areAsked(argument)).isEqualTo(command);
	}

	@Test
	void startsThePortalWithoutArguments() {
		assertThat(Commands.areAsked()).isFalse();
	}

	@Test
	void runsACommandThatIsAMethod() {
		assertThat(execute(false, this::beans, "trial", "greet", "Tangerang")).isZero();
		assertThat(this.out).hasToString("Halo Tangerang" + System.lineSeparator());
	}

	@Test
	void runsASubCommandThatIsABean() {
		assertThat(execute(false, this::beans, "trial", "add", "--to", "2", "3")).isZero();
		assertThat(this.out).hasToString("5" + System.lineSeparator());
	}

	@Test
	void answersAFailureWithOneAndOneLine() {
		assertThat(execute(false, this::beans, "trial", "fail")).isOne();
		assertThat(this.err).hasToString("The file is empty" + System.lineSeparator());
	}

	@Test
	void saysWhatToDoAboutAFailureWhenItIsKnown() {
		assertThat(execute(false, () -> {
			throw new FailureAnalyzedException("The keys are missing.", "Run: keys init");
		}, "trial", "greet", "Tangerang")).isOne();
		assertThat(this.err.toString().lines()).containsExactly("The keys are missing.", "Run: keys init");
	}

	@Test
	void showsTheStackTraceWhenDebugging() {
		assertThat(execute(true, this::beans, "trial", "fail")).isOne();
		assertThat(this.err.toString()).contains("at " + Trial.class.getName());
	}

	@Test
	void answersAFailedStartWithOneAndOneLine() {
		assertThat(execute(false, CommandsTests::failToStart, "trial", "greet", "Tangerang")).isOne();
		assertThat(this.err).hasToString("The directory is in use." + System.lineSeparator());
	}

	@Test
	void answersAnUnknownCommandWithTwoAndStartsNothing() {
		assertThat(execute(false, CommandsTests::failToStart, "trail")).isEqualTo(2);
		assertThat(this.err.toString()).contains("trail").contains("layanan trial");
	}

	@Test
	void listsOnlyTopLevelCommandsAndStartsNothing() {
		assertThat(execute(false, CommandsTests::failToStart, "--help")).isZero();
		assertThat(this.out.toString()).contains("trial  For this test.").doesNotContain("add");
	}

	@Test
	void answersAMissingSubCommandWithTwo() {
		assertThat(execute(false, this::beans, "trial")).isEqualTo(2);
	}

	private int execute(boolean debug, Supplier<BeanFactory> beans, String... args) {
		CommandLine commandLine = Commands.top()
			.setOut(new PrintWriter(this.out, true))
			.setErr(new PrintWriter(this.err, true));
		return new Commands(List.of(Add.class, Trial.class), beans, debug).execute(commandLine, args);
	}

	private BeanFactory beans() {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("trial", new Trial());
		beans.addBean("add", new Add());
		return beans;
	}

	private static BeanFactory failToStart() {
		throw new IllegalStateException("Wrapped", new IllegalStateException("The directory is in use.\nAnd more."));
	}

	@Command(name = "trial", description = "For this test.", subcommands = Add.class)
	static class Trial {

		@Spec
		private CommandSpec spec;

		@Command
		void greet(@Parameters String name) {
			this.spec.commandLine().getOut().println("Halo " + name);
		}

		@Command
		void fail() {
			throw new IllegalStateException("Import failed", new IllegalArgumentException("The file is empty"));
		}

	}

	@Command(name = "add")
	static class Add implements Callable<Integer> {

		@Spec
		private CommandSpec spec;

		@Option(names = "--to")
		private int left;

		@Parameters
		private int right;

		@Override
		public Integer call() {
			this.spec.commandLine().getOut().println(this.left + this.right);
			return 0;
		}

	}

}
