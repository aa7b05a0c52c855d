package id.tangerangkota.layanan.complaint.open;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceNotes;
import id.tangerangkota.layanan.complaint.PublicComplaints;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Says in the catalogue how many complaints about a service are open, of those everybody
 * can read there.
 */
@Component
@Order
class OpenNotes implements ServiceNotes {

	private final PublicComplaints complaints;

	OpenNotes(PublicComplaints complaints) {
		this.complaints = complaints;
	}

	@Override
	public Map<ServiceId, List<Note>> notes(Collection<ServiceId> services) {
		return this.complaints.open(services)
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					(entry) -> List.of(new Note("flag", "complaint.note.open", null, entry.getValue()))));
	}

}
