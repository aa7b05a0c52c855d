package id.tangerangkota.layanan.complaint;

import java.time.Instant;

import id.tangerangkota.layanan.calendar.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gets for a complaint; the same however often it is handed in.
 *
 * @param code opens it without an account; whoever filed it through another system has it
 * too
 * @param verification until when the coordinator looks at it
 * @param solution until when it is to be solved
 * @param master the complaint about the same outage it was added to, null else
 * @param mailWithheld whether nobody is written to, because the address is told of enough
 * reports
 */
public record Receipt(ComplaintId complaint, TicketNumber ticket, TrackingCode code, ComplaintKind kind,
		Instant receivedAt, Deadline verification, Deadline solution, @Nullable TicketNumber master,
		boolean mailWithheld) {
}
