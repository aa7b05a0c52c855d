package id.tangerangkota.layanan.complaint.web.filing;

import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.complaint.filing.Drafts;
import id.tangerangkota.layanan.complaint.web.SealedAttributes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Knows which draft belongs to whoever asks. A form shown again after its session was
 * over brings the key of its draft along.
 */
@Component
class FilingSession {

	static final String PATH = "/pengaduan/baru";

	static final String COUNTER = "/petugas/pengaduan/baru";

	/** The parameter that carries the key. */
	static final String KEY = "kunci";

	private static final String DRAFT = "pengaduan";

	private static final String DRAFT_AT_COUNTER = "pengaduan-loket";

	private static final String FROM_PHONE = "pengaduan-luring";

	private static final String SENT = "pengaduan-terkirim";

	private final Drafts drafts;

	private final SealedAttributes attributes;

	FilingSession(Drafts drafts, SealedAttributes attributes) {
		this.attributes = attributes;
		this.drafts = drafts;
	}

	static boolean isAtCounter(HttpServletRequest request) {
		return request.getRequestURI().startsWith(COUNTER);
	}

	/** The beginning of the addresses of all questions. */
	static String base(HttpServletRequest request) {
		return isAtCounter(request) ? COUNTER : PATH;
	}

	Optional<Draft> draft(HttpServletRequest request) {
		Channel channel = channel(request);
		Optional<Draft> own = key(request, attribute(request)).flatMap(this.drafts::find);
		if (own.isEmpty() && request.getMethod().equals("POST")) {
			own = typedKey(request).flatMap(this.drafts::find);
			own.ifPresent((draft) -> request.getSession().setAttribute(attribute(request), draft.key().toString()));
		}
		return own.filter((draft) -> draft.channel() == channel);
	}

	Draft begin(HttpServletRequest request) {
		return this.drafts.begin(channel(request));
	}

	/** Keeps it, and that it is whoever asks who has it. */
	Draft save(HttpServletRequest request, Draft draft) {
		this.drafts.save(draft);
		request.getSession().setAttribute(attribute(request), draft.key().toString());
		return draft;
	}

	/** Lets go of one that somebody else's complaint, or an outage, made needless. */
	void settle(HttpServletRequest request, Draft draft) {
		this.drafts.settle(draft);
		request.getSession().removeAttribute(attribute(request));
	}

	/** Takes it back from whoever asks. */
	void discard(HttpServletRequest request, Draft draft) {
		this.drafts.discard(draft);
		request.getSession().removeAttribute(attribute(request));
	}

	/**
	 * Forgets a draft that became a complaint; the way back leads to its receipt. What a
	 * phone sent as a whole was none.
	 */
	void isSent(HttpServletRequest request, UUID key) {
		HttpSession session = request.getSession();
		if (key(request, attribute(request)).filter(key::equals).isPresent()) {
			this.drafts.remove(key);
			session.removeAttribute(attribute(request));
		}
		if (key(request, FROM_PHONE).filter(key::equals).isPresent()) {
			session.removeAttribute(FROM_PHONE);
		}
		// From now on it is the key of a complaint.
		this.attributes.put(session, SENT, key.toString());
	}

	Optional<UUID> sent(HttpServletRequest request) {
		return this.attributes.get(request, SENT).flatMap(FilingSession::parse);
	}

	/** Photos of a draft that a phone kept come before the draft itself. */
	void comesFromPhone(HttpServletRequest request, UUID key) {
		request.getSession().setAttribute(FROM_PHONE, key.toString());
	}

	/** Whether it is the key of a draft of whoever asks. */
	boolean holds(HttpServletRequest request, UUID key) {
		return Optional.of(key).equals(key(request, DRAFT)) || Optional.of(key).equals(key(request, DRAFT_AT_COUNTER))
				|| Optional.of(key).equals(key(request, FROM_PHONE));
	}

	static Optional<UUID> typedKey(HttpServletRequest request) {
		return parse(request.getParameter(KEY));
	}

	private static Optional<UUID> key(HttpServletRequest request, String attribute) {
		HttpSession session = request.getSession(false);
		return (session != null && session.getAttribute(attribute) instanceof String text) ? parse(text)
				: Optional.empty();
	}

	private static Optional<UUID> parse(@Nullable String text) {
		try {
			return Optional.ofNullable(text).map(UUID::fromString);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static Channel channel(HttpServletRequest request) {
		return isAtCounter(request) ? Channel.COUNTER : Channel.WEB;
	}

	private static String attribute(HttpServletRequest request) {
		return isAtCounter(request) ? DRAFT_AT_COUNTER : DRAFT;
	}

}
