package id.tangerangkota.layanan.complaint.queue;

/**
 * How many cases a tab has.
 *
 * @param number at most {@link CaseQueue#COUNT_LIMIT}
 */
public record TabCount(long number) {

	public boolean isCapped() {
		return this.number > CaseQueue.COUNT_LIMIT;
	}

}
