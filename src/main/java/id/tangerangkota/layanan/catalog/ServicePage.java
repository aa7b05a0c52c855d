package id.tangerangkota.layanan.catalog;

import java.util.List;

/**
 * One page of a list.
 *
 * @param total how many there are
 * @param capped whether {@code total} is only a lower bound: counting stops at 1,000
 */
public record ServicePage(List<ServiceSummary> items, long total, boolean capped) {
}
