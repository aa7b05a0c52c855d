package id.tangerangkota.layanan.availability;

import id.tangerangkota.layanan.catalog.ServiceId;

/** What goes wrong now and waits for somebody of the staff. */
public interface OpenIncidents {

	/** How many at a service nobody has taken up yet, of any kind. */
	int unacknowledged(ServiceId service);

}
