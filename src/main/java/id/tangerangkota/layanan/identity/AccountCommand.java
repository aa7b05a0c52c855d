package id.tangerangkota.layanan.identity;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import org.springframework.stereotype.Component;

/** {@code account …} on the command line: whoever holds the machine lets the first in. */
@Component
@Command(name = "account", description = "Lets administrators in.", synopsisSubcommandLabel = "COMMAND",
		mixinStandardHelpOptions = true)
class AccountCommand {

	private final StaffDesk staff;

	@Spec
	private @Nullable CommandSpec spec;

	AccountCommand(StaffDesk staff) {
		this.staff = staff;
	}

	@Command(name = "invite-admin",
			description = "Prints a link, good once and for 24 hours, that makes whoever opens it administrator.")
	int inviteAdministrator(
			@Option(names = "--email", required = true, description = "What they sign in with.") String email,
			@Option(names = "--again",
					description = "If the address belongs to the staff: take its password, second factor and "
							+ "sessions away, so that the link opens it anew.") boolean again) {
		CommandLine line = commandLine();
		if (!Email.isValid(email)) {
			line.getErr().println("--email is an e-mail address");
			return CommandLine.ExitCode.USAGE;
		}
		try {
			Email address = new Email(email);
			line.getOut()
				.println(
						again ? this.staff.inviteAdministratorAgain(address) : this.staff.inviteAdministrator(address));
			return CommandLine.ExitCode.OK;
		}
		catch (StaffRefused ex) {
			line.getErr()
				.println(
						"This address belongs to the staff already. With --again it starts anew, without password and factor.");
			return CommandLine.ExitCode.SOFTWARE;
		}
	}

	private CommandLine commandLine() {
		CommandSpec current = this.spec;
		if (current == null) {
			throw new IllegalStateException("The command runs on a command line only");
		}
		return current.commandLine();
	}

}
