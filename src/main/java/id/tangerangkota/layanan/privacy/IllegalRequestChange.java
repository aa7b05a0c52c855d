package id.tangerangkota.layanan.privacy;

/** A request cannot go from the state it is in to another. */
public class IllegalRequestChange extends RuntimeException {

	private static final long serialVersionUID = 1L;

	IllegalRequestChange(RequestId request, RequestState from, RequestState to) {
		super("Request " + request + " cannot go from " + from + " to " + to);
	}

}
