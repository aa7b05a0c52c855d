package id.tangerangkota.layanan.availability.result;

import java.time.Instant;

/**
 * A shard this process looks at.
 *
 * @param fence number of the lease: whoever holds a greater one came later
 * @param coveredUntil up to when the one before had looked
 */
record Lease(int shard, long fence, Instant coveredUntil) {
}
