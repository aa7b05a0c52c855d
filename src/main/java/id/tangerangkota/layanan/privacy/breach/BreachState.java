package id.tangerangkota.layanan.privacy.breach;

import java.util.EnumSet;
import java.util.Set;

/** Where the work on a breach stands. */
public enum BreachState {

	/** Noticed; people and the agency must still be told. The clock runs. */
	OPEN,

	/** The people concerned and the agency were told in writing. */
	NOTIFIED,

	/** Handled and recovered. */
	CLOSED,

	/** It turned out that no personal data were concerned. */
	DISMISSED;

	/** What can follow. */
	Set<BreachState> next() {
		return switch (this) {
			case OPEN -> EnumSet.of(NOTIFIED, DISMISSED);
			case NOTIFIED -> EnumSet.of(CLOSED);
			case CLOSED, DISMISSED -> EnumSet.noneOf(BreachState.class);
		};
	}

	/** Whether somebody still works on it. */
	public boolean isRunning() {
		return !next().isEmpty();
	}

}
