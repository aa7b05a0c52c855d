package id.tangerangkota.layanan.catalog.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.IllegalServiceChange;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceUsage;
import id.tangerangkota.layanan.command.ConsoleCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.springframework.stereotype.Component;

/** {@code catalog …} on the command line. */
@Component
@Command(name = "catalog", description = "Reads and changes the catalogue of services.",
		synopsisSubcommandLabel = "COMMAND", mixinStandardHelpOptions = true)
class CatalogCommand extends ConsoleCommand {

	private static final int UNANSWERED = 50;

	private final CatalogImport importer;

	private final CatalogExport exporter;

	private final CatalogDesk desk;

	private final ServiceUsage usage;

	CatalogCommand(CatalogImport importer, CatalogExport exporter, CatalogDesk desk, ServiceUsage usage) {
		this.importer = importer;
		this.exporter = exporter;
		this.desk = desk;
		this.usage = usage;
	}

	@Command(name = "import", description = "Takes over a CSV file of services: all rows or, when one is wrong, none.")
	int importFile(
			@Parameters(paramLabel = "FILE.csv", description = "The columns are in docs/catalog-csv.md.") Path file,
			@Option(names = "--dry-run", description = "Only check the file.") boolean dryRun) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			CatalogImport.Outcome outcome = this.importer.run(in, dryRun);
			if (!outcome.problems().isEmpty()) {
				outcome.problems().forEach((problem) -> err().println(problem));
				err().printf("%d problems in %d rows. Nothing was changed.%n", outcome.problems().size(),
						outcome.rows());
				return CommandLine.ExitCode.SOFTWARE;
			}
			out().printf(dryRun ? "%d rows are fine. Nothing was changed.%n" : "%d rows read, %d services changed.%n",
					outcome.rows(), outcome.changed());
			return CommandLine.ExitCode.OK;
		}
		catch (NoSuchFileException ex) {
			err().println("There is no file " + file);
			return CommandLine.ExitCode.SOFTWARE;
		}
	}

	@Command(name = "export", description = "Writes all services as a CSV file that import takes back.")
	int exportFile(@Parameters(paramLabel = "FILE.csv", arity = "0..1",
			description = "Where to; without it to the screen.") @Nullable Path file) throws IOException {
		if (file == null) {
			this.exporter.write(out());
			out().flush();
		}
		else {
			try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
				this.exporter.write(writer);
			}
		}
		return CommandLine.ExitCode.OK;
	}

	@Command(description = "Records that somebody opened an address today and vouches for it.")
	int verify(@Parameters(paramLabel = "SLUG") String slug,
			@Option(names = "--platform", defaultValue = "web", description = "web, android or ios") String platform,
			@Option(names = "--by", required = true,
					description = "The office or role; the public reads it.") String by) {
		Platform on;
		try {
			on = Platform.valueOf(platform.toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException ex) {
			err().println("--platform is web, android or ios");
			return CommandLine.ExitCode.USAGE;
		}
		return change(() -> this.desk.verify(slug, on, by), slug + " is verified.");
	}

	@Command(description = "Records that another service does this one's work.")
	int replace(@Parameters(paramLabel = "SLUG") String slug, @Parameters(paramLabel = "BY-SLUG") String bySlug) {
		return change(() -> this.desk.replace(slug, bySlug), slug + " is replaced by " + bySlug + ".");
	}

	@Command(description = "Records that a service is closed for good.")
	int retire(@Parameters(paramLabel = "SLUG") String slug) {
		return change(() -> this.desk.retire(slug), slug + " is retired.");
	}

	@Command(description = "Words of the last 30 days that at least five searches asked for and nothing was found.")
	int unanswered() {
		this.usage.unanswered(UNANSWERED).forEach((word) -> out().printf("%6d  %s%n", word.asked(), word.word()));
		return CommandLine.ExitCode.OK;
	}

	private int change(Runnable change, String done) {
		try {
			change.run();
			out().println(done);
			return CommandLine.ExitCode.OK;
		}
		catch (IllegalServiceChange ex) {
			err().println(ex.getMessage());
			return CommandLine.ExitCode.SOFTWARE;
		}
	}

}
