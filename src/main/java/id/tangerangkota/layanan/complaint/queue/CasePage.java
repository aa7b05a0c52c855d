package id.tangerangkota.layanan.complaint.queue;

import java.util.List;

/**
 * A part of the queue.
 *
 * @param total how many there are, at most {@link CaseQueue#COUNT_LIMIT}
 * @param capped whether there are more
 */
public record CasePage(List<CaseLine> lines, long total, boolean capped) {
}
