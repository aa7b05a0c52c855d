package id.tangerangkota.layanan.notification;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import org.jspecify.annotations.Nullable;

import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/**
 * Why a mail did not go.
 *
 * @param reason for the log: type and code, for the texts of mail servers repeat
 * addresses
 */
record MailFailure(Scope scope, String reason) {

	/**
	 * A permanent no (RFC 5321, 4.2.1), except 552: the mailbox is full. The enhanced
	 * codes 5.7 (RFC 3463) are about the sender: relaying denied, authentication missing.
	 * The city can mend those, so they are not final. Read from the text, because the
	 * classes that hold the code belong to one implementation of Jakarta Mail.
	 */
	private static final Pattern FINAL = Pattern.compile("^5(?!52)\\d\\d(?![ -]5\\.7\\.)");

	private static final Pattern CODE = Pattern.compile("^[245]\\d\\d(?=[ -])");

	/** As the staff see it. */
	Failure failure() {
		Trouble trouble = switch (this.scope) {
			case SERVER -> Trouble.MAIL_SERVER_AWAY;
			case RECEIVER -> Trouble.NO_SUCH_RECEIVER;
			case NONE, MESSAGE, RECEIVER_AWAY -> Trouble.NOT_TAKEN;
		};
		return new Failure(this.scope, trouble, this.reason);
	}

	static MailFailure of(Exception failure) {
		Exception cause = cause(failure);
		return new MailFailure(scope(failure, cause), reason(cause));
	}

	private static Exception cause(Exception failure) {
		if (failure instanceof MailSendException send && send.getMessageExceptions().length > 0) {
			return send.getMessageExceptions()[0];
		}
		return failure;
	}

	private static Scope scope(Exception failure, Exception cause) {
		if (refusesReceiver(cause)) {
			return Scope.RECEIVER;
		}
		if (failure instanceof MailSendException send) {
			// Only closing the connection failed.
			if (send.getFailedMessages().isEmpty()) {
				return Scope.NONE;
			}
			// What failed for the message alone may fail at the goodbye once more.
			return (send.getCause() == cause) ? Scope.SERVER : Scope.MESSAGE;
		}
		return (failure instanceof MailAuthenticationException) ? Scope.SERVER : Scope.MESSAGE;
	}

	private static boolean refusesReceiver(Exception failure) {
		if (failure instanceof AddressException) {
			return true;
		}
		if (!(failure instanceof SendFailedException refused) || refused.getInvalidAddresses() == null
				|| refused.getInvalidAddresses().length == 0) {
			return false;
		}
		// The server's words about the receiver stand further down the chain.
		for (Exception next = refused.getNextException(); next != null; next = next(next)) {
			if (next.getMessage() != null && FINAL.matcher(next.getMessage()).find()) {
				return true;
			}
		}
		return false;
	}

	private static @Nullable Exception next(Exception failure) {
		return (failure instanceof MessagingException messaging) ? messaging.getNextException() : null;
	}

	private static String reason(Exception failure) {
		StringBuilder reason = new StringBuilder(failure.getClass().getSimpleName());
		for (Exception next = failure; next != null; next = next(next)) {
			Matcher code = CODE.matcher((next.getMessage() != null) ? next.getMessage() : "");
			if (code.find()) {
				return reason.append(' ').append(code.group()).toString();
			}
		}
		return reason.toString();
	}

}
