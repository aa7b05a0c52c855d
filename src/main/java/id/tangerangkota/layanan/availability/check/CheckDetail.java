package id.tangerangkota.layanan.availability.check;

import java.time.Instant;

import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

/**
 * A check as it is.
 *
 * @param platform the listing it looks at
 * @param agency code of the agency, null when unknown
 * @param byDefault whether it came from the catalogue, not from an administrator
 * @param edited whether target or mode differ from what the catalogue says
 * @param gone whether the catalogue no longer has what it looks at
 * @param vouched whether two people vouched for its address in an inner network
 * @param pause null when it is not paused
 * @param askedAt when somebody last asked to check at once, null when nobody did
 * @param version to be given back with an edit
 */
public record CheckDetail(int id, ServiceId service, Platform platform, @Nullable String agency, CheckSpec spec,
		boolean byDefault, boolean edited, boolean gone, boolean vouched, @Nullable CheckPause pause,
		@Nullable Instant askedAt, int version) {

	/** Whether its results say something about the service. */
	boolean counts(boolean inside) {
		return this.pause == null && wouldCount(inside);
	}

	/** Whether they would if nobody had paused it. */
	boolean wouldCount(boolean inside) {
		return !this.gone && this.spec.mode().counts(inside) && !needsVouching();
	}

	/** Whether it waits for people to vouch for its address in an inner network. */
	public boolean needsVouching() {
		return this.spec.mode() == CheckMode.INTERNAL && !this.vouched;
	}

}
