package id.tangerangkota.layanan.audit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of the trail, the newest first.
 *
 * @param total how many rows the filter finds, at least
 * @param capped whether there are more than that
 * @param newer from where the page of newer rows goes on, null on the first
 * @param older from where the page of older rows goes on, null on the last
 */
public record AuditPage(List<AuditRecord> records, long total, boolean capped, @Nullable AuditCursor newer,
		@Nullable AuditCursor older) {
}
