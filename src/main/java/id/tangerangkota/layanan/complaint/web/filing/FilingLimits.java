package id.tangerangkota.layanan.complaint.web.filing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.throttle.AddressPrefix;
import id.tangerangkota.layanan.throttle.Limit;
import id.tangerangkota.layanan.throttle.Throttle;
import id.tangerangkota.layanan.web.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * How much one may report. Never counted by the address alone: a whole street can share
 * one, and a flood of true reports comes when a street is under water.
 */
@Component
class FilingLimits {

	/** An officer at a counter files for others all day. */
	private static final Limit ACCOUNT = new Limit("complaint.file.account", 10, Duration.ofHours(12));

	private static final Limit OFFICER = new Limit("complaint.file.officer", 200, Duration.ofHours(8));

	/** One device about one thing. */
	private static final Limit DEVICE_AND_PLACE = new Limit("complaint.file.place", 3, Duration.ofHours(1));

	/** One kind of device in one network: many people may have the same. */
	private static final Limit DEVICE = new Limit("complaint.file.device", 30, Duration.ofHours(1));

	private static final Limit UPLOAD = new Limit("complaint.upload.device", 150, Duration.ofHours(1));

	private static final Limit SUPPORT = new Limit("complaint.support.device", 30, Duration.ofHours(1));

	private final Throttle throttle;

	private final CurrentActor actor;

	FilingLimits(Throttle throttle, CurrentActor actor) {
		this.throttle = throttle;
		this.actor = actor;
	}

	/**
	 * Takes a try, or none where one of the limits is reached.
	 * @return gives the try back, where nothing came of it
	 * @throws TooManyTries with the time until the next
	 */
	Runnable takeReport(HttpServletRequest request, Draft draft) {
		Map<Limit, String> limits = new LinkedHashMap<>();
		Actor who = this.actor.get();
		if (who.kind() == Actor.Kind.STAFF) {
			limits.put(OFFICER, who.requireAccount().toString());
		}
		else {
			if (who.account() != null) {
				limits.put(ACCOUNT, who.account().toString());
			}
			limits.put(DEVICE_AND_PLACE, visitor(request) + ' ' + place(draft));
			limits.put(DEVICE, visitor(request));
		}
		Map<Limit, String> taken = new LinkedHashMap<>();
		limits.forEach((limit, key) -> {
			Optional<Duration> wait = this.throttle.take(limit, key);
			if (wait.isPresent()) {
				taken.forEach(this.throttle::giveBack);
				throw new TooManyTries(wait.get());
			}
			taken.put(limit, key);
		});
		return () -> taken.forEach(this.throttle::giveBack);
	}

	void takeUpload(HttpServletRequest request) {
		take(UPLOAD, visitor(request));
	}

	void takeSupport(HttpServletRequest request) {
		take(SUPPORT, visitor(request));
	}

	private void take(Limit limit, String key) {
		this.throttle.take(limit, key).ifPresent((wait) -> {
			throw new TooManyTries(wait);
		});
	}

	/** As precisely as strangers are told apart; it is only compared. */
	static String visitor(HttpServletRequest request) {
		return AddressPrefix.of(request.getRemoteAddr()) + ' ' + request.getHeader(HttpHeaders.USER_AGENT);
	}

	private static String place(Draft draft) {
		Draft.@Nullable Concern concern = draft.concern();
		if (concern != null && concern.service() != null) {
			return concern.service().toString();
		}
		return (draft.place() != null) ? draft.category() + " " + draft.place().subDistrict()
				: String.valueOf(draft.category());
	}

}
