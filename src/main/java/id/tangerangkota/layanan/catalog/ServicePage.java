package id.tangerangkota.layanan.catalog;

import java.util.List;

/**
 * One page of a list.
 *
 * @param total how many services there are
 * @param listings how many listings these have
 * @param capped whether both are only lower bounds: counting stops at 1,000, of a search
 * at 300
 */
public record ServicePage(List<ServiceSummary> items, long total, long listings, boolean capped) {
}
