package id.tangerangkota.layanan.complaint.filing;

import java.time.Duration;

import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.identity.Email;
import id.tangerangkota.layanan.throttle.Limit;
import id.tangerangkota.layanan.throttle.Throttle;

import org.springframework.stereotype.Component;

/**
 * Whom to write to about a report. Nobody confirms the address of a report without an
 * account, and each means several mails: so that nobody's mailbox is filled by somebody
 * else, an address is told of a few a day. The others are taken all the same, without it.
 */
@Component
class Mailboxes {

	static final Limit ADDRESS = new Limit("complaint.mail.address", 5, Duration.ofDays(1));

	private final Throttle throttle;

	Mailboxes(Throttle throttle) {
		this.throttle = throttle;
	}

	/**
	 * Counts a report for its address. To be called outside of a transaction.
	 * @return without the address, where that is told of enough already
	 */
	Submission within(Submission submission) {
		String email = submission.reporter().email();
		boolean enough = email != null && counts(submission)
				&& this.throttle.take(ADDRESS, Email.mailbox(email)).isPresent();
		return enough ? submission.withoutEmail() : submission;
	}

	/** Takes a count back of which came no report. */
	void giveBack(Submission submission) {
		String email = submission.reporter().email();
		if (email != null && counts(submission)) {
			this.throttle.giveBack(ADDRESS, Email.mailbox(email));
		}
	}

	/** The officer at a counter sees who gives an address. */
	private static boolean counts(Submission submission) {
		return submission.channel() != Channel.COUNTER;
	}

}
