package id.tangerangkota.layanan.availability.probe;

import java.net.InetAddress;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What came of a check.
 *
 * @param planned when it should have started
 * @param lagMillis how much later it did
 * @param cause null when the outcome is {@link Outcome#UP} or {@link Outcome#SLOW},
 * unless {@link Cause#CERTIFICATE_ENDS}
 * @param status of HTTP, 0 where there is none
 * @param certificate of several hops the one that is not valid, or else the one that ends
 * first; null when there was none
 * @param address the last one asked, null when it came to none
 * @param title of the page if the target wanted it, null where there is none
 */
public record Result(Instant planned, int lagMillis, Outcome outcome, @Nullable Cause cause, int status, Phases phases,
		@Nullable CertificateFinding certificate, @Nullable InetAddress address, @Nullable String title) {
}
