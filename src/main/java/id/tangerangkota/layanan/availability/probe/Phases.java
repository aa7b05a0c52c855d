package id.tangerangkota.layanan.availability.probe;

/**
 * How long the parts of a check took, in milliseconds; {@link #NONE} for parts it never
 * finished or does not have. With redirects each part is the sum over all hops.
 *
 * @param dns until the name had an address; 0 for addresses
 * @param connect until the connection stood
 * @param tls until the encrypted connection was agreed upon
 * @param firstByte from the request to the first byte of the answer
 * @param total from the start to the end, the body included
 */
public record Phases(int dns, int connect, int tls, int firstByte, int total) {

	/** Not reached. */
	public static final int NONE = -1;

}
