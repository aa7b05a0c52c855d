package id.tangerangkota.layanan.command;

import java.io.PrintWriter;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command with sub-commands that write to the console it was started from. */
public abstract class ConsoleCommand {

	@Spec
	private @Nullable CommandSpec spec;

	/** Where answers go. */
	protected final PrintWriter out() {
		return commandLine().getOut();
	}

	/** Where it says what is wrong. */
	protected final PrintWriter err() {
		return commandLine().getErr();
	}

	/** The line it was started by. */
	protected final CommandLine commandLine() {
		CommandSpec current = this.spec;
		if (current == null) {
			throw new IllegalStateException("The command runs on a command line only");
		}
		return current.commandLine();
	}

}
