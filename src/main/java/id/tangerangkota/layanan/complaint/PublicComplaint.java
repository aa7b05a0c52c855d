package id.tangerangkota.layanan.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.region.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as everybody may see it: neither who reported it nor anything that was not
 * looked at by the coordinator. Confidential ones and those about the conduct of
 * officials are not among them.
 *
 * @param latitude in degrees; near homes it is only roughly where it is
 * @param agency who has it now
 * @param updatedAt of the last thing everybody may see
 * @param dueOn until when it is to be solved, null when no clock runs
 * @param lateSince the promised time of its next step where that is past; an open one can
 * be late with its verification long before it has to be solved
 * @param mergedInto the complaint it goes on as part of
 * @param supporters how many others say the same
 * @param photos how many photos and documents everybody may see
 * @param byPortal whether the portal itself opened it, because checks found an outage
 */
public record PublicComplaint(ComplaintId id, TicketNumber ticket, ComplaintKind kind, String category,
		@Nullable ServiceId service, @Nullable RegionCode subDistrict, @Nullable String address,
		@Nullable Double latitude, @Nullable Double longitude, String subject, String text, ComplaintStatus status,
		@Nullable AgencyId agency, Instant receivedAt, Instant updatedAt, @Nullable LocalDate dueOn,
		@Nullable Instant dueAt, @Nullable Instant lateSince, @Nullable TicketNumber mergedInto, int supporters,
		int photos, boolean byPortal) {

	/** The text as a reader is shown it. */
	public String text(Locale locale) {
		return this.byPortal ? BothLanguages.in(locale, this.text) : this.text;
	}

	/** Whether what was promised next is late; the one meaning of the word everywhere. */
	public boolean overdue() {
		return this.lateSince != null;
	}

	public PublicState state() {
		return this.status.shown();
	}

}
