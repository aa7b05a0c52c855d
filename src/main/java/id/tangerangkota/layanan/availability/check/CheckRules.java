package id.tangerangkota.layanan.availability.check;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.catalog.ServiceId;

/** Tells how results are to be read. */
public interface CheckRules {

	/** The rules of these checks, of those that exist and count. */
	Map<Integer, CheckRule> rules(Collection<Integer> checks);

	/**
	 * The rules of all checks of a service that count: neither paused nor only explored.
	 */
	List<CheckRule> ofService(ServiceId service);

}
