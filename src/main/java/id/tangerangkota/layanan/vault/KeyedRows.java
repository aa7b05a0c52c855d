package id.tangerangkota.layanan.vault;

/**
 * Rows that hold values made with keys. A module that stores any implements it, so that
 * {@code keys rotate} can make them anew while the portal runs.
 */
public interface KeyedRows {

	/** The table, for the command's report. */
	String name();

	/**
	 * Makes the values of up to {@code limit} rows anew with the newest keys, in a
	 * transaction of its own, and leaves out rows another one holds.
	 * @return how many rows it renewed; 0 when none is left that it can reach
	 */
	int renew(int limit);

	/** How many rows still hold values made with older keys. */
	long outdated();

}
