package id.tangerangkota.layanan.survey;

import java.time.Instant;

import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody answered. Published inside of the transaction that stores it.
 *
 * @param service null when it is about no single service
 * @param complaint the one it was about, null on other occasions
 * @param rating the answer to the one short question, null when that was not answered
 * @param solved whether the complaint was really solved, null when that was not answered
 */
public record SurveyAnswered(Occasion occasion, @Nullable ServiceId service, @Nullable ComplaintId complaint,
		@Nullable Integer rating, @Nullable Boolean solved, Instant at) {
}
