package id.tangerangkota.layanan.complaint.casework;

import java.util.List;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.TicketNumber;
import org.jspecify.annotations.Nullable;

/**
 * What the staff do about complaints. Every verb asks {@link CaseAccess} whether the
 * current actor may, and answers {@code NotFound} where not even reading is allowed. Each
 * takes the version of the case its page showed and is refused
 * ({@link CaseRefused.Reason#CHANGED_MEANWHILE}) when somebody else was faster.
 */
public class CaseDesk {

	/** A case as a page showed it. */
	public record Shown(ComplaintId complaint, int version) {
	}

	/**
	 * What somebody writes.
	 *
	 * @param photos what was uploaded with it, null for none; before and after photos are
	 * told apart by the entry they hang on
	 */
	public record Words(String text, @Nullable AttachmentOwner photos) {
	}

	/**
	 * The coordinator (for the conduct of officials: the inspector) understood it: who is
	 * in charge, under what category, and that everybody may read it unless it is secret.
	 * @param publish false keeps it among the staff though it is not secret
	 */
	public void verify(Shown shown, AgencyId agency, String category, boolean supervisory, boolean publish) {
		throw new UnsupportedOperationException();
	}

	/** Hands many over at once. */
	public int verifyAll(List<Shown> shown, AgencyId agency) {
		throw new UnsupportedOperationException();
	}

	/** Makes it the case of one officer of its agency, null for of nobody. */
	public void assign(Shown shown, @Nullable AccountId officer) {
		throw new UnsupportedOperationException();
	}

	public int assignAll(List<Shown> shown, AccountId officer) {
		throw new UnsupportedOperationException();
	}

	/** To another agency; the clock goes on. */
	public void forward(Shown shown, AgencyId agency, String reason) {
		throw new UnsupportedOperationException();
	}

	/** The agency begins; the officer who says so takes the case. */
	public void start(Shown shown) {
		throw new UnsupportedOperationException();
	}

	/** Something for the citizen, and for everybody where it is public. */
	public void answer(Shown shown, Words words, boolean onlyReporter) {
		throw new UnsupportedOperationException();
	}

	/** Something for the staff. */
	public void note(Shown shown, Words words) {
		throw new UnsupportedOperationException();
	}

	/** Something the citizen is to answer; clocks stand still until then. */
	public void ask(Shown shown, String question) {
		throw new UnsupportedOperationException();
	}

	/** The clock goes on though the citizen did not answer. */
	public void goOn(Shown shown) {
		throw new UnsupportedOperationException();
	}

	/** The work is done. */
	public void resolve(Shown shown, Words words) {
		throw new UnsupportedOperationException();
	}

	/** A coordinator or head who did not do the work saw that it is done. */
	public void confirm(Shown shown) {
		throw new UnsupportedOperationException();
	}

	/** A coordinator saw that it is not done. */
	public void sendBack(Shown shown, String reason) {
		throw new UnsupportedOperationException();
	}

	public void reject(Shown shown, Rejection rejection, String text) {
		throw new UnsupportedOperationException();
	}

	/** It goes on as part of another one. */
	public void merge(Shown shown, TicketNumber into) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Something else in it becomes a complaint of its own, of the same reporter.
	 * @return the new one
	 */
	public TicketNumber split(Shown shown, String subject, String text, String category) {
		throw new UnsupportedOperationException();
	}

	public void refer(Shown shown, Referral to, String text) {
		throw new UnsupportedOperationException();
	}

	/** Seven working days more for a formal request for information, once. */
	public void extend(Shown shown, String reason) {
		throw new UnsupportedOperationException();
	}

	/** Takes words out of what was written; what stood there is kept for audit. */
	public void redact(Shown shown, @Nullable EntryId entry, String subject, String text) {
		throw new UnsupportedOperationException();
	}

	/** Shows it to everybody, or no more. */
	public void publish(Shown shown, boolean everybody) {
		throw new UnsupportedOperationException();
	}

	/** A coordinator looked at one that was closed without anybody confirming. */
	public void sample(Shown shown, boolean wellDone, String note) {
		throw new UnsupportedOperationException();
	}

}
