package id.tangerangkota.layanan.complaint.open;

import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.CaseAccess;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may see what hangs on a complaint: everybody when it is public, whoever reported
 * it, and the staff who may see the case.
 */
@Component
class PhotoAccess {

	private final JdbcClient jdbc;

	private final CurrentActor actor;

	private final CurrentReporter reporter;

	PhotoAccess(JdbcClient jdbc, CurrentActor actor, CurrentReporter reporter) {
		this.jdbc = jdbc;
		this.actor = actor;
		this.reporter = reporter;
	}

	/**
	 * A complaint, or an entry of its way.
	 *
	 * @param everybody whether everybody may see it
	 * @param staffOnly whether not even its reporter may
	 */
	private record Seen(UUID complaint, int ticketYear, long ticketNumber, boolean everybody, boolean staffOnly,
			boolean supervisory, @Nullable String agency) {
	}

	/** What hangs on the complaint itself. */
	@Transactional(readOnly = true)
	boolean ofComplaint(UUID complaint) {
		return mayOpen(this.jdbc
			.sql("""
					select id as complaint, ticket_year, ticket_number, published_at is not null as everybody, false as staff_only, supervisory, agency
					from complaint.complaint where id = :id""")
			.param("id", complaint)
			.query(Seen.class)
			.optional());
	}

	/** What hangs on an entry. */
	@Transactional(readOnly = true)
	boolean ofEntry(UUID entry) {
		return mayOpen(this.jdbc.sql("""
				select c.id as complaint, c.ticket_year, c.ticket_number,
					c.published_at is not null and e.visibility = 'PUBLIC' as everybody,
					e.visibility = 'STAFF' as staff_only, c.supervisory, c.agency
				from complaint.entry e join complaint.complaint c on c.id = e.complaint_id where e.id = :id""")
			.param("id", entry)
			.query(Seen.class)
			.optional());
	}

	private boolean mayOpen(Optional<Seen> found) {
		return found
			.filter((seen) -> seen.everybody() || maySee(seen, this.actor.get()) || (!seen.staffOnly() && this.reporter
				.reported(new ComplaintId(seen.complaint()), new TicketNumber(seen.ticketYear(), seen.ticketNumber()))))
			.isPresent();
	}

	private static boolean maySee(Seen seen, Actor actor) {
		if (actor.kind() != Actor.Kind.STAFF) {
			return false;
		}
		String agency = seen.agency();
		return CaseAccess.of(actor).permits((agency != null) ? new AgencyId(agency) : null, seen.supervisory());
	}

}
