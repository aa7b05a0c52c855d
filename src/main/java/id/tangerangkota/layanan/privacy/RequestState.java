package id.tangerangkota.layanan.privacy;

import java.util.EnumSet;
import java.util.Set;

/** Where a request about personal data stands. */
public enum RequestState {

	/** Waits for the staff; the clock runs. */
	OPEN,

	/** What was demanded is done. There is a proof of it. */
	DONE,

	/** What was demanded is not done, for one of the reasons the law names. */
	REFUSED;

	/** What can follow. An answer is final: who disagrees files another request. */
	Set<RequestState> next() {
		return (this == OPEN) ? EnumSet.of(DONE, REFUSED) : EnumSet.noneOf(RequestState.class);
	}

}
