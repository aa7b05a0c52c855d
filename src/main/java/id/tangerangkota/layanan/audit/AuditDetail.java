package id.tangerangkota.layanan.audit;

import org.jspecify.annotations.Nullable;

/**
 * A row with those beside it in its chain.
 *
 * @param before the row before, null for the first and where it is missing
 * @param after the row after, null for the last and where it is missing
 * @param intact whether the hash fits the content and the row before
 */
public record AuditDetail(AuditRecord record, @Nullable AuditRecord before, @Nullable AuditRecord after,
		boolean intact) {
}
