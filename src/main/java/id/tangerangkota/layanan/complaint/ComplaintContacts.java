package id.tangerangkota.layanan.complaint;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

/** Whom to tell about a complaint; for the module that tells people. */
public interface ComplaintContacts {

	/**
	 * What a message may say about a complaint, and to whom.
	 *
	 * @param reporter who reported it, first, then who supports it as long as everybody
	 * may see it; empty when nobody wants to know
	 * @param agency who has it
	 * @param officer whose case it is
	 * @param supervisory whether only the inspectors may know
	 * @param service what it is about
	 * @param toJudge whether it is over, and its reporter has not said yet how it was
	 * @param reopened how often it was opened again
	 */
	record Concerned(TicketNumber ticket, ComplaintKind kind, ComplaintStatus status, List<Contact> reporter,
			@Nullable AgencyId agency, @Nullable AccountId officer, boolean supervisory, @Nullable ServiceId service,
			boolean toJudge, int reopened) {
	}

	/**
	 * Somebody who wants to know: an account, or an address that was given for this
	 * complaint only.
	 *
	 * @param supporter whether somebody else reported it
	 */
	record Contact(@Nullable AccountId account, @Nullable String email, Language language, boolean supporter) {

		@Override
		public String toString() {
			return "Contact";
		}

	}

	/** The numbers of complaints, of those that are there. */
	Map<ComplaintId, TicketNumber> tickets(Collection<ComplaintId> complaints);

	/**
	 * Forgets the e-mail address of a reporter without an account, who wants no more
	 * mails.
	 */
	void forgetEmail(ComplaintId complaint);

	/** Nothing when the complaint is not there any more. */
	Optional<Concerned> of(ComplaintId complaint);

}
