package id.tangerangkota.layanan.availability.incident;

import java.util.EnumSet;
import java.util.Set;

/** What an incident is about. The names are stored. */
public enum IncidentKind {

	/** Services are down, all for one reason. */
	OUTAGE,

	/** A certificate ends soon. For the staff: people are not concerned yet. */
	CERTIFICATE,

	/**
	 * Several people say that a service is down, and checks find it up. For the staff.
	 */
	SUSPECTED;

	/** Whether everybody may see incidents of this kind. */
	public boolean isPublic() {
		return this == OUTAGE;
	}

	/** The kinds that everybody may see. */
	public static Set<IncidentKind> forEverybody() {
		return EnumSet.of(OUTAGE);
	}

	/** All kinds. */
	public static Set<IncidentKind> forStaff() {
		return EnumSet.allOf(IncidentKind.class);
	}

}
