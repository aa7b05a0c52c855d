package id.tangerangkota.layanan.complaint.queue;

import java.util.List;

/**
 * A part of the queue.
 *
 * @param total how many there are, at most {@link CaseQueue#COUNT_LIMIT}
 * @param capped whether there are more
 * @param unordered whether these are some of them, not the first: too many hold the words
 * that were looked for
 */
public record CasePage(List<CaseLine> lines, long total, boolean capped, boolean unordered) {

	/** What the tab of this list counts. */
	public TabCount count() {
		return new TabCount(this.capped ? CaseQueue.COUNT_LIMIT + 1 : this.total);
	}

}
