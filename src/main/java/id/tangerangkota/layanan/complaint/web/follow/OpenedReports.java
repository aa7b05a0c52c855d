package id.tangerangkota.layanan.complaint.web.follow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.CitizenDesk;
import id.tangerangkota.layanan.complaint.casework.CitizenDesk.Key;
import id.tangerangkota.layanan.complaint.open.CurrentReporter;
import id.tangerangkota.layanan.complaint.web.SealedAttributes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What somebody has shown to be theirs: with a tracking code, for as long as the session
 * lasts, or with the account they are signed in with. The session keeps which complaints
 * were opened and not the codes.
 */
@Component
class OpenedReports implements CurrentReporter {

	private static final String ATTRIBUTE = "laporan-terbuka";

	/** Of several on one device the last ones. */
	private static final int MOST = 10;

	private final CitizenDesk desk;

	private final CurrentActor actor;

	private final SealedAttributes attributes;

	OpenedReports(CitizenDesk desk, CurrentActor actor, SealedAttributes attributes) {
		this.attributes = attributes;
		this.desk = desk;
		this.actor = actor;
	}

	/** A session somebody else may know does not open anything. */
	void open(HttpServletRequest request, Key key) {
		List<Opened> opened = new ArrayList<>(opened(request));
		opened.removeIf((one) -> one.ticket().equals(key.ticket()));
		opened.add(new Opened(key.ticket(), key.complaint()));
		HttpSession session = request.getSession();
		request.changeSessionId();
		store(session, opened.subList(Math.max(0, opened.size() - MOST), opened.size()));
	}

	void close(HttpServletRequest request, TicketNumber ticket) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			store(session, opened(request).stream().filter((one) -> !one.ticket().equals(ticket)).toList());
		}
	}

	private void store(HttpSession session, List<Opened> opened) {
		this.attributes.put(session, ATTRIBUTE, String.join("\n", opened.stream().map(Opened::text).toList()));
	}

	/** What opens it for whoever asks now; nothing for the staff. */
	Optional<Key> key(HttpServletRequest request, TicketNumber ticket) {
		if (isForStaff()) {
			return Optional.empty();
		}
		Optional<Key> opened = opened(request).stream()
			.filter((one) -> one.ticket().equals(ticket))
			.findFirst()
			.map((one) -> new Key(one.complaint(), ticket, null));
		return opened.isPresent() ? opened : ofAccount(ticket);
	}

	/**
	 * What opens the report with a number as typed.
	 * @throws NotOpened for whoever is asked for the code first, whatever the number
	 */
	Key require(HttpServletRequest request, String number) {
		return TicketNumber.parse(number).flatMap((ticket) -> key(request, ticket)).orElseThrow(NotOpened::new);
	}

	/** Whether one of the staff asks, who works on reports at a desk of their own. */
	boolean isForStaff() {
		return this.actor.get().kind() == Actor.Kind.STAFF;
	}

	private Optional<Key> ofAccount(TicketNumber ticket) {
		Actor current = this.actor.get();
		return (current.kind() == Actor.Kind.CITIZEN) ? this.desk.open(ticket, current.requireAccount())
				: Optional.empty();
	}

	/** Whether the tracking code opened it, and not an account. */
	boolean isOpenedByCode(HttpServletRequest request, TicketNumber ticket) {
		return opened(request).stream().anyMatch((one) -> one.ticket().equals(ticket));
	}

	@Override
	public boolean reported(ComplaintId complaint, TicketNumber ticket) {
		return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
				&& key(attributes.getRequest(), ticket).filter((key) -> key.complaint().equals(complaint)).isPresent();
	}

	private List<Opened> opened(HttpServletRequest request) {
		return this.attributes.get(request, ATTRIBUTE)
			.stream()
			.flatMap(String::lines)
			.map(Opened::parse)
			.flatMap(Optional::stream)
			.toList();
	}

	private record Opened(TicketNumber ticket, ComplaintId complaint) {

		static Optional<Opened> parse(String line) {
			String[] parts = line.split(" ", 2);
			return (parts.length == 2)
					? TicketNumber.parse(parts[0])
						.map((ticket) -> new Opened(ticket, new ComplaintId(UUID.fromString(parts[1]))))
					: Optional.empty();
		}

		String text() {
			return this.ticket + " " + this.complaint;
		}

	}

}
