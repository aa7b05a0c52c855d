package id.tangerangkota.layanan.complaint.exchange;

import java.util.Optional;

import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.TicketNumber;

/**
 * The national desk SP4N-LAPOR, to which complaints are referred that another level of
 * government decides on. None is connected: that needs an agreement with the ministry and
 * its keys. Nothing calls it yet: whoever connects one hands over what was referred there
 * (ComplaintReferred), keeps the number it got, and tells the citizen so. Until then the
 * citizen is told how to turn there, and nothing leaves the city.
 */
public interface NationalDesk {

	/** What is handed over: never who reported it. */
	record Handover(TicketNumber ticket, ComplaintKind kind, String subject, String text) {
	}

	/**
	 * Hands a complaint over.
	 * @return the number it has there, nothing when no desk is connected
	 */
	Optional<String> handOver(Handover handover);

}
