package id.tangerangkota.layanan.complaint;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.attachment.StoredAttachment;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.region.RegionCode;
import org.jspecify.annotations.Nullable;

/** Complaints as everybody may see them. */
public interface PublicComplaints {

	/**
	 * The tag of all kept pages that show complaints; they are dropped when one changes.
	 */
	String PAGES = "complaints";

	/** Counting stops here. */
	int COUNT_LIMIT = 1000;

	/**
	 * A part of a list.
	 *
	 * @param total how many there are, at most {@link #COUNT_LIMIT}
	 * @param capped whether there are more
	 */
	record Page(List<PublicComplaint> complaints, long total, boolean capped) {
	}

	/**
	 * Something everybody may see of the way of a complaint.
	 *
	 * @param key of its text, such as {@code complaint.entry.answered}
	 * @param text what was written, null when nothing was
	 * @param agency who did it, or who it went to
	 */
	record Step(Instant at, String key, @Nullable String text, @Nullable AgencyId agency,
			List<StoredAttachment> attachments) {

		private static final Set<String> BY_PORTAL = Set.of("complaint.entry.outage-ended",
				"complaint.entry.outage-again");

		/** The text as a reader is shown it. */
		public @Nullable String text(Locale locale) {
			return (this.text != null && BY_PORTAL.contains(this.key)) ? BothLanguages.in(locale, this.text)
					: this.text;
		}

	}

	/**
	 * The newest first.
	 * @param page from 1
	 * @param size 1 to 100
	 */
	Page list(PublicFilter filter, int page, int size);

	/** Nothing if there is no such complaint or not everybody may see it. */
	Optional<PublicComplaint> find(TicketNumber ticket);

	/** These, of those everybody may see. */
	List<PublicComplaint> find(Collection<TicketNumber> tickets);

	/** Its way so far, the oldest first. */
	List<Step> steps(ComplaintId complaint);

	/** Those everybody may see that go on as part of this one, the oldest first. */
	List<TicketNumber> merged(ComplaintId complaint);

	/** Photos and documents everybody may see. */
	List<StoredAttachment> attachments(ComplaintId complaint);

	/**
	 * The first photo everybody may see of each of these, of those that have any, in one
	 * query.
	 */
	Map<ComplaintId, AttachmentId> firstPhotos(Collection<ComplaintId> complaints);

	/** How many complaints the filter lets through in each kelurahan. */
	Map<RegionCode, Long> perSubDistrict(PublicFilter filter);

	/** How many are open, of services that have any. */
	Map<ServiceId, Integer> open(Collection<ServiceId> services);

}
