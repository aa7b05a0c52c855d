package id.tangerangkota.layanan.complaint.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import id.tangerangkota.layanan.command.ConsoleCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.springframework.stereotype.Component;

/** {@code complaints …} on the command line. */
@Component
@Command(name = "complaints", description = "Takes over complaints of before.", synopsisSubcommandLabel = "COMMAND",
		mixinStandardHelpOptions = true)
class ComplaintsCommand extends ConsoleCommand {

	private final LaksaImport importer;

	ComplaintsCommand(LaksaImport importer) {
		this.importer = importer;
	}

	@Command(name = "import",
			description = "Takes over a CSV file of cases of the old LAKSA: all rows or, when one is wrong, none.")
	int importFile(
			@Parameters(paramLabel = "FILE.csv", description = "The columns are in docs/complaints.md.") Path file,
			@Option(names = "--dry-run", description = "Only check the file.") boolean dryRun) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			LaksaImport.Outcome outcome = this.importer.run(in, dryRun);
			if (!outcome.problems().isEmpty()) {
				outcome.problems().forEach((problem) -> err().println(problem));
				err().printf("%d problems in %d rows. Nothing was taken over.%n", outcome.problems().size(),
						outcome.rows());
				return CommandLine.ExitCode.SOFTWARE;
			}
			out().printf(
					dryRun ? "%d rows are fine. Nothing was taken over.%n" : "%d rows read, %d cases taken over.%n",
					outcome.rows(), outcome.taken());
			return CommandLine.ExitCode.OK;
		}
		catch (NoSuchFileException ex) {
			err().println("There is no file " + file);
			return CommandLine.ExitCode.SOFTWARE;
		}
	}

}
