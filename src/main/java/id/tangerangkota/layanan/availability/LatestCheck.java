package id.tangerangkota.layanan.availability;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What came of one check of a service.
 *
 * @param at when it began
 * @param host the name or address that was asked
 * @param outcome the state it would mean if it were confirmed:
 * {@link ServiceState#DEGRADED} is slow, {@link ServiceState#UNKNOWN} says nothing about
 * the service
 * @param cause null when it was up
 * @param status of HTTP, null where there was none
 * @param totalMillis how long it took until the answer or the failure
 */
public record LatestCheck(Instant at, CheckKind kind, String host, ServiceState outcome, @Nullable StateReason cause,
		@Nullable Integer status, int totalMillis) {
}
