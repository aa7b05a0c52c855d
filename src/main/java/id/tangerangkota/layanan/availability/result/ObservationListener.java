package id.tangerangkota.layanan.availability.result;

import java.util.List;

/** Hears of every result. */
public interface ObservationListener {

	/**
	 * Takes a batch, in the transaction that stores its results. Each check's
	 * observations come in the order of their time; none comes twice.
	 * @param observations of one shard, at most 1,000
	 */
	void accept(List<Observation> observations);

}
