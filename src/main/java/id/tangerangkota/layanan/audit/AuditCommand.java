package id.tangerangkota.layanan.audit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import id.tangerangkota.layanan.command.ConsoleCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.springframework.stereotype.Component;

/** {@code audit …} on the command line. */
@Component
@Command(name = "audit", description = "Proves that nobody changed the audit trail.",
		synopsisSubcommandLabel = "COMMAND", mixinStandardHelpOptions = true)
class AuditCommand extends ConsoleCommand {

	private final AuditChecks checks;

	private final Anchors anchors;

	AuditCommand(AuditChecks checks, Anchors anchors) {
		this.checks = checks;
		this.anchors = anchors;
	}

	@Command(description = "Recomputes every chain. Names the first row that is wrong, and ends with 1 then.")
	int verify(
			@Option(names = "--anchors", paramLabel = "FILE",
					description = "Anchors kept off the server, as audit anchor writes them.") @Nullable Path file)
			throws IOException {
		List<Anchor> kept;
		try {
			kept = (file != null) ? AnchorFile.read(file) : List.of();
		}
		catch (NoSuchFileException ex) {
			err().println("There is no file " + file);
			return CommandLine.ExitCode.USAGE;
		}
		catch (IllegalArgumentException ex) {
			err().println(file + ": " + ex.getMessage());
			return CommandLine.ExitCode.USAGE;
		}
		AuditVerifier.Outcome outcome = this.checks.run(kept);
		if (!outcome.problems().isEmpty()) {
			outcome.problems().forEach((problem) -> err().println(problem));
			return CommandLine.ExitCode.SOFTWARE;
		}
		out().printf("%d rows and %d anchors of the file hold.%n", outcome.entries(), kept.size());
		return CommandLine.ExitCode.OK;
	}

	@Command(description = "Writes the signed ends of all chains, one in a line. Keep them off this server.")
	int anchor(
			@Parameters(paramLabel = "FILE", arity = "0..1",
					description = "Where to add them; without it to the screen.") @Nullable Path file)
			throws IOException {
		List<Anchor> current = this.anchors.current();
		if (file == null) {
			AnchorFile.write(current, out());
			return CommandLine.ExitCode.OK;
		}
		try (PrintWriter writer = new PrintWriter(
				Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
			AnchorFile.write(current, writer);
			if (writer.checkError()) {
				throw new IOException("Cannot write " + file);
			}
		}
		return CommandLine.ExitCode.OK;
	}

}
