package id.tangerangkota.layanan.postgres;

/** The time that nodes share, which is the database's. */
public interface SharedTime {

	/**
	 * Asks whether this node's clock is near enough to tell the time by. While the
	 * database is away it is what was known last.
	 */
	boolean agrees();

}
