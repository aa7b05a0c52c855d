package id.tangerangkota.layanan.complaint.casework;

import java.util.List;
import java.util.Optional;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.TrackingCode;
import org.jspecify.annotations.Nullable;

/**
 * What whoever reported something does about it. A {@link Key} proves who asks: the
 * account it was filed with, or the tracking code.
 */
public class CitizenDesk {

	/** What opens a complaint. Made by this desk only. */
	public record Key(ComplaintId complaint, TicketNumber ticket, @Nullable AccountId account) {
	}

	/**
	 * With ticket and code; to be throttled by the caller. Nothing for a wrong pair, no
	 * matter what was wrong.
	 */
	public Optional<Key> open(TicketNumber ticket, TrackingCode code) {
		throw new UnsupportedOperationException();
	}

	/** With the account it was filed with. */
	public Optional<Key> open(TicketNumber ticket, AccountId account) {
		throw new UnsupportedOperationException();
	}

	/** The complaint as its reporter sees it, with its whole way. */
	public ReporterView view(Key key) {
		throw new UnsupportedOperationException();
	}

	/** The complaints of an account, the newest first. */
	public List<ReporterView.Row> mine(AccountId account, int page, int size) {
		throw new UnsupportedOperationException();
	}

	public long countMine(AccountId account) {
		throw new UnsupportedOperationException();
	}

	/** Answers a question, or adds something. Clocks go on. */
	public void reply(Key key, CaseDesk.Words words) {
		throw new UnsupportedOperationException();
	}

	/** It is solved: closes it. */
	public void confirm(Key key) {
		throw new UnsupportedOperationException();
	}

	/**
	 * It is not: within ten working days, by whoever rejected or resolved it not again.
	 */
	public void reopen(Key key, String reason) {
		throw new UnsupportedOperationException();
	}

	/**
	 * How good it was, also of rejected ones. "Not solved" reopens it where that is still
	 * possible.
	 * @param rating 1 to 5
	 */
	public void rate(Key key, int rating, boolean solved, @Nullable String words) {
		throw new UnsupportedOperationException();
	}

	/** Takes it back before anybody began. */
	public void withdraw(Key key) {
		throw new UnsupportedOperationException();
	}

	/** Takes words out of what was written. */
	public void redact(Key key, String subject, String text) {
		throw new UnsupportedOperationException();
	}

	/** Hides the name from now on, also from the staff. */
	public void becomeAnonymous(Key key) {
		throw new UnsupportedOperationException();
	}

}
