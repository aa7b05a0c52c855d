package id.tangerangkota.layanan.vault;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import id.tangerangkota.layanan.command.ConsoleCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

import org.springframework.stereotype.Component;

/** {@code keys …} on the command line. Never shows a key, only names. */
@Component
@Command(name = "keys", description = "Makes, lists and changes the keys.", synopsisSubcommandLabel = "COMMAND",
		mixinStandardHelpOptions = true)
class KeysCommand extends ConsoleCommand {

	private final KeyFiles files;

	private final KeyRegister register;

	private final KeyGuard guard;

	private final KeyRotation rotation;

	KeysCommand(KeyFiles files, KeyRegister register, KeyGuard guard, KeyRotation rotation) {
		this.files = files;
		this.register = register;
		this.guard = guard;
		this.rotation = rotation;
	}

	@Command(description = "Makes the keys that are missing. Run it once, before the first start.")
	int init() {
		SortedSet<KeyId> before = new TreeSet<>(this.files.list());
		List<Key> keys = this.guard.init();
		for (Key key : keys) {
			out().println(before.contains(key.id()) ? "%s was there".formatted(key) : "%s is made".formatted(key));
		}
		out().printf("The keys are in %s. Back them up apart from the data: without them what is encrypted is lost.%n",
				this.files.directory());
		return CommandLine.ExitCode.OK;
	}

	@Command(description = "Lists the keys of this machine and of the database, without their values.")
	int list() {
		List<KnownKey> known = this.register.list();
		SortedSet<KeyId> present = this.files.list();
		SortedSet<KeyId> all = new TreeSet<>(present);
		known.forEach((key) -> all.add(key.id()));
		boolean complete = true;
		for (KeyId id : all) {
			boolean here = present.contains(id);
			Optional<KnownKey> one = known.stream().filter((key) -> key.id().equals(id)).findAny();
			boolean foreign = here && one.isPresent() && !one.get().is(this.files.read(id));
			boolean lost = !here && one.filter(KnownKey::isNeeded).isPresent();
			complete &= !foreign && !lost;
			out().printf("%-16s  %-8s  %s%n", id, state(id, one, known), foreign ? "ANOTHER KEY IN ITS FILE"
					: lost ? "FILE MISSING" : here ? "file here" : "no file needed");
		}
		out().printf("The keys are in %s.%n", this.files.directory());
		return complete ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
	}

	private static String state(KeyId id, Optional<KnownKey> key, List<KnownKey> all) {
		if (key.filter(KnownKey::retired).isPresent()) {
			return "retired";
		}
		boolean superseded = all.stream().anyMatch((other) -> other.active() && other.id().isNewerThan(id));
		if (superseded) {
			return "old";
		}
		return key.filter(KnownKey::active).isPresent() ? "active" : "waiting";
	}

	@Command(description = { "Brings new keys into use and makes every row anew with them, while the portal runs.",
			"Interrupted, it goes on where it was when it is run again." })
	int rotate(@Option(names = "--purpose", split = ",", paramLabel = "PURPOSE",
			description = "data, index or signature; data and index when not given.") @Nullable List<String> names,
			@Option(names = "--prepare",
					description = "Only makes the files, to be copied to nodes that do not share the directory.") boolean prepare)
			throws InterruptedException {
		Set<KeyPurpose> purposes = purposes((names != null) ? names : List.of("data", "index"));
		if (prepare) {
			this.rotation.prepare(purposes, this::tell);
			out().println("Copy the files to every node, then run: keys rotate");
			return CommandLine.ExitCode.OK;
		}
		if (this.rotation.rotate(purposes, this::tell)) {
			out().println("Done. Keep the old files: earlier backups of the data need them.");
			return CommandLine.ExitCode.OK;
		}
		err().println("The rotation is not finished.");
		return CommandLine.ExitCode.SOFTWARE;
	}

	@Command(description = "Lets the file of a key be taken away that no row needs any more.")
	int retire(@Parameters(paramLabel = "KEY", description = "Such as data-1.") String name) {
		KeyId id = KeyId.find(name)
			.orElseThrow(() -> new ParameterException(commandLine(), name + " is not the name of a key"));
		Optional<String> obstacle = this.rotation.retire(id);
		obstacle.ifPresentOrElse((text) -> err().println(text), () -> out()
			.printf("%s is retired. Its file may go from every node, and stays with the backups that need it.%n", id));
		return obstacle.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
	}

	private Set<KeyPurpose> purposes(List<String> names) {
		Set<KeyPurpose> purposes = EnumSet.noneOf(KeyPurpose.class);
		for (String name : names) {
			purposes.add(KeyPurpose.find(name)
				.orElseThrow(() -> new ParameterException(commandLine(), "--purpose is data, index or signature")));
		}
		return purposes;
	}

	private void tell(String line) {
		out().println(line);
		out().flush();
	}

}
