package id.tangerangkota.layanan.availability.result;

import java.time.Instant;

import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.CertificateFinding;
import id.tangerangkota.layanan.availability.probe.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What states need to know of one result.
 *
 * @param check the check's number
 * @param at the planned start, or for {@link Outcome#BLIND} since when nobody looked
 * @param cause null when it is up
 * @param status of HTTP, 0 where there is none
 * @param totalMillis how long it took
 * @param certificate null when there was none
 * @param address the address asked, null when there was none
 */
public record Observation(int check, Instant at, Outcome outcome, @Nullable Cause cause, int status, int totalMillis,
		@Nullable CertificateFinding certificate, @Nullable String address) {

	/**
	 * Whether the last of several hosts answered: its certificate is among those that
	 * were seen then. Else it is only what the check got to.
	 */
	public boolean cameThrough() {
		return switch (this.outcome) {
			case UP, SLOW, REFUSED -> true;
			case DOWN -> this.cause == Cause.STATUS || this.cause == Cause.CONTENT;
			case VOID, BLIND -> false;
		};
	}

}
