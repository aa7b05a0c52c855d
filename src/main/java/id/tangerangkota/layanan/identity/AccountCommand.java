package id.tangerangkota.layanan.identity;

import id.tangerangkota.layanan.command.ConsoleCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import org.springframework.stereotype.Component;

/** {@code account …} on the command line: whoever holds the machine lets the first in. */
@Component
@Command(name = "account", description = "Lets administrators in.", synopsisSubcommandLabel = "COMMAND",
		mixinStandardHelpOptions = true)
class AccountCommand extends ConsoleCommand {

	private final StaffDesk staff;

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
		if (!Email.isValid(email)) {
			err().println("--email is an e-mail address");
			return CommandLine.ExitCode.USAGE;
		}
		try {
			Email address = new Email(email);
			out().println(
					again ? this.staff.inviteAdministratorAgain(address) : this.staff.inviteAdministrator(address));
			return CommandLine.ExitCode.OK;
		}
		catch (StaffRefused ex) {
			err().println(
					"This address belongs to the staff already. With --again it starts anew, without password and factor.");
			return CommandLine.ExitCode.SOFTWARE;
		}
	}

}
