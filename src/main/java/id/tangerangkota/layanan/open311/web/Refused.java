package id.tangerangkota.layanan.open311.web;

import java.util.List;

/** A call cannot be answered, for one or several reasons that its sender is told. */
class Refused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int status;

	private final transient List<Fault> faults;

	/**
	 * What is wrong.
	 *
	 * @param key of its text
	 * @param arguments of the text
	 */
	record Fault(String key, Object... arguments) {
	}

	private Refused(int status, List<Fault> faults) {
		super("Refused with " + status, null, false, false);
		this.status = status;
		this.faults = List.copyOf(faults);
	}

	/** There is no such thing. */
	static Refused notFound(String key, Object... arguments) {
		return new Refused(404, List.of(new Fault(key, arguments)));
	}

	/** The key is missing, or no good. */
	static Refused key(String key) {
		return new Refused(403, List.of(new Fault(key)));
	}

	/** Something was sent that makes no sense, or was not sent. */
	static Refused invalid(String key, Object... arguments) {
		return invalid(List.of(new Fault(key, arguments)));
	}

	static Refused invalid(List<Fault> faults) {
		return new Refused(400, faults);
	}

	int status() {
		return this.status;
	}

	List<Fault> faults() {
		return this.faults;
	}

}
