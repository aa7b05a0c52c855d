package id.tangerangkota.layanan.survey;

import java.util.UUID;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintId;
import org.jspecify.annotations.Nullable;

/**
 * Makes links by which somebody can answer once about something that happened. Whoever
 * asks hands the link to nobody but the person it concerns.
 */
public interface SurveyInvitations {

	/**
	 * The path of the survey after a complaint was closed or rejected; the same each time
	 * it is asked for, and another one after each end.
	 * @param reopened how often it was opened again before this end
	 * @param service null where the complaint is about none
	 * @param agency that handled it
	 */
	String afterComplaint(ComplaintId complaint, int reopened, @Nullable ServiceId service, AgencyId agency);

	/**
	 * The path of the survey after an outage, for one of those who followed it.
	 * @param follower as {@code OutageFollowers} knows them
	 */
	String afterOutage(OutageId outage, ServiceId service, UUID follower);

}
