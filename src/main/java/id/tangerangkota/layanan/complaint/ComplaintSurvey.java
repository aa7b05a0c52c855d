package id.tangerangkota.layanan.complaint;

import java.util.Optional;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

/**
 * Where reporters are asked how their complaint was handled. Implemented by the module
 * that asks, which knows complaints and not the other way round.
 */
public interface ComplaintSurvey {

	/**
	 * The path of the survey about a complaint that is over; nothing while nobody is
	 * asked. For its reporter alone, once for each end.
	 * @param reopened how often it was opened again before this end
	 * @param agency that handled it, null when none did
	 */
	Optional<String> path(ComplaintId complaint, int reopened, @Nullable ServiceId service, @Nullable AgencyId agency);

}
