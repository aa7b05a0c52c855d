package id.tangerangkota.layanan.availability.result;

/** Ties a run to its writer. */
final class ShardResults implements ShardRun.Results {

	@SuppressWarnings("NullAway.Init")
	ShardRun run;

	@SuppressWarnings("NullAway.Init")
	ResultWriter writer;

	private final LossGaps gaps = new LossGaps();

	@Override
	public synchronized void take(Finding finding) {
		if (this.writer.offer(this.gaps.told(finding, this.run.interval(finding.check())))) {
			this.gaps.found(finding.check());
		}
		else {
			this.gaps.lost(finding);
		}
	}

}
