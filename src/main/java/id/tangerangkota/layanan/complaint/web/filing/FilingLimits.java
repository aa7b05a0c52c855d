package id.tangerangkota.layanan.complaint.web.filing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.complaint.filing.Supporters;
import id.tangerangkota.layanan.throttle.AddressPrefix;
import id.tangerangkota.layanan.throttle.Limit;
import id.tangerangkota.layanan.throttle.Throttle;
import id.tangerangkota.layanan.web.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * How much one may report. A whole street can share one address, and a flood of true
 * reports comes when it is under water: an account is counted by itself, a stranger by
 * their device, and the network only so that nobody is a thousand devices.
 */
@Component
class FilingLimits {

	/** An officer at a counter files for others all day. */
	private static final Limit ACCOUNT = new Limit("complaint.file.account", 10, Duration.ofHours(12));

	private static final Limit OFFICER = new Limit("complaint.file.officer", 200, Duration.ofHours(8));

	/** One device about one thing, where nobody is signed in. */
	private static final Limit DEVICE_AND_THING = new Limit("complaint.file.thing", 3, Duration.ofHours(1));

	private static final Limit DEVICE = new Limit("complaint.file.device", 30, Duration.ofHours(1));

	/** Much higher: phones of a whole quarter come out of a few addresses. */
	private static final Limit NETWORK_AND_THING = new Limit("complaint.file.network-thing", 100, Duration.ofHours(1));

	private static final Limit NETWORK = new Limit("complaint.file.network", 1000, Duration.ofHours(1));

	private static final Limit UPLOAD = new Limit("complaint.upload.device", 150, Duration.ofHours(1));

	private static final Limit UPLOAD_NETWORK = new Limit("complaint.upload.network", 2000, Duration.ofHours(1));

	private static final Limit SUPPORT = new Limit("complaint.support.device", 30, Duration.ofHours(1));

	private static final Limit SUPPORT_NETWORK = new Limit("complaint.support.form-network", 300, Duration.ofHours(1));

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
		return take(limits(request, draft));
	}

	private Map<Limit, String> limits(HttpServletRequest request, Draft draft) {
		Actor who = this.actor.get();
		if (who.kind() == Actor.Kind.STAFF) {
			return Map.of(OFFICER, who.requireAccount().toString());
		}
		if (who.account() != null) {
			return Map.of(ACCOUNT, who.account().toString());
		}
		String network = AddressPrefix.of(request.getRemoteAddr());
		Map<Limit, String> limits = new LinkedHashMap<>();
		limits.put(DEVICE_AND_THING, device(request) + ' ' + thing(draft));
		limits.put(DEVICE, device(request));
		limits.put(NETWORK_AND_THING, network + ' ' + thing(draft));
		limits.put(NETWORK, network);
		return limits;
	}

	/** All or none. */
	private Runnable take(Map<Limit, String> limits) {
		this.throttle.take(limits).ifPresent((wait) -> {
			throw new TooManyTries(wait);
		});
		return () -> this.throttle.giveBack(limits);
	}

	void takeUpload(HttpServletRequest request) {
		take(request, UPLOAD, UPLOAD_NETWORK);
	}

	void takeSupport(HttpServletRequest request) {
		take(request, SUPPORT, SUPPORT_NETWORK);
	}

	private void take(HttpServletRequest request, Limit ofDevice, Limit ofNetwork) {
		Map<Limit, String> limits = new LinkedHashMap<>();
		limits.put(ofDevice, device(request));
		limits.put(ofNetwork, AddressPrefix.of(request.getRemoteAddr()));
		take(limits);
	}

	/**
	 * The session of the form. What a browser says about itself is the same on millions
	 * of phones; whoever throws the session away meets the limit of their network.
	 */
	private static String device(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null) ? session.getId() : visitor(request);
	}

	/**
	 * As precisely as strangers are told apart without a session; it is only compared.
	 */
	static String visitor(HttpServletRequest request) {
		return Supporters.visitor(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
	}

	private static String thing(Draft draft) {
		Draft.@Nullable Concern concern = draft.concern();
		if (concern != null && concern.service() != null) {
			return concern.service().toString();
		}
		return (draft.place() != null) ? draft.category() + " " + draft.place().subDistrict()
				: String.valueOf(draft.category());
	}

}
