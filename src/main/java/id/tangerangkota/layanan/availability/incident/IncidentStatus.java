package id.tangerangkota.layanan.availability.incident;

import java.util.EnumSet;
import java.util.Set;

/** Where the work on an incident stands. The names are stored. */
public enum IncidentStatus {

	/** Noticed; nobody has said yet what it is. */
	INVESTIGATING,

	/** Somebody knows what it is and works on it. */
	IDENTIFIED,

	/** It should be over, and somebody watches whether it is. */
	WATCHING,

	/** Over. */
	RESOLVED,

	/** Nobody looks any more: no check does, or announced work began. It may go on. */
	UNWATCHED,

	/** There was nothing: a suspicion that was not confirmed. */
	DISMISSED;

	/** What can follow. */
	Set<IncidentStatus> next() {
		return switch (this) {
			case INVESTIGATING -> EnumSet.of(IDENTIFIED, WATCHING, RESOLVED, UNWATCHED, DISMISSED);
			case IDENTIFIED -> EnumSet.of(INVESTIGATING, WATCHING, RESOLVED, UNWATCHED);
			case WATCHING -> EnumSet.of(INVESTIGATING, IDENTIFIED, RESOLVED, UNWATCHED);
			case RESOLVED, UNWATCHED, DISMISSED -> EnumSet.noneOf(IncidentStatus.class);
		};
	}

	/** Whether it still goes on. */
	public boolean isOpen() {
		return !next().isEmpty();
	}

}
