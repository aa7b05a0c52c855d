package id.tangerangkota.layanan.complaint.web.follow;

import java.time.Duration;
import java.util.Map;

import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.throttle.AddressPrefix;
import id.tangerangkota.layanan.throttle.Limit;
import id.tangerangkota.layanan.throttle.Throttle;
import id.tangerangkota.layanan.web.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/**
 * How much may be added to reports: to each, whatever device it comes from, and out of
 * one network to all of them, so that nobody reports a lot to write a lot.
 */
@Component
class ReplyLimits {

	static final Limit REPLY = new Limit("complaint.reply.complaint", 20, Duration.ofDays(1));

	private static final Limit REPLY_NETWORK = new Limit("complaint.reply.network", 1000, Duration.ofHours(1));

	/** Of as many as one reply may have, some are sent again after a cut. */
	static final Limit PHOTO = new Limit("complaint.reply.photo", 40, Duration.ofDays(1));

	private static final Limit PHOTO_NETWORK = new Limit("complaint.reply.photo-network", 2000, Duration.ofHours(1));

	private final Throttle throttle;

	ReplyLimits(Throttle throttle) {
		this.throttle = throttle;
	}

	/**
	 * Takes a try to add words.
	 * @throws TooManyTries with the time until the next
	 */
	void takeReply(HttpServletRequest request, ComplaintId complaint) {
		take(request, REPLY_NETWORK, complaint, REPLY);
	}

	/**
	 * Takes a try to add a photo.
	 * @throws TooManyTries with the time until the next
	 */
	void takePhoto(HttpServletRequest request, ComplaintId complaint) {
		take(request, PHOTO_NETWORK, complaint, PHOTO);
	}

	private void take(HttpServletRequest request, Limit ofNetwork, ComplaintId complaint, Limit ofComplaint) {
		Map<Limit, String> limits = Map.of(ofComplaint, complaint.toString(), ofNetwork,
				AddressPrefix.of(request.getRemoteAddr()));
		this.throttle.take(limits).ifPresent((wait) -> {
			throw new TooManyTries(wait);
		});
	}

}
