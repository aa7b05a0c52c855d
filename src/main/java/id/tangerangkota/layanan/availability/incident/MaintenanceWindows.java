package id.tangerangkota.layanan.availability.incident;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads announced work. */
public interface MaintenanceWindows {

	/** What goes on now, by its end. */
	List<Maintenance> current();

	/**
	 * What begins in the next 30 days, by its start; of recurring work the next time.
	 */
	List<Maintenance> upcoming();

	/**
	 * What is over, the newest first.
	 * @param page from 1
	 * @param size 1 to 100
	 */
	MaintenancePage past(int page, int size);

	/**
	 * How often people said that some work concerns them while it went on; work of which
	 * nobody did is left out.
	 */
	Map<Maintenance, Integer> affected(Collection<Maintenance> works);

}
