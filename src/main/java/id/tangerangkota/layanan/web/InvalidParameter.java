package id.tangerangkota.layanan.web;

/** A parameter has a value it cannot have. */
public class InvalidParameter extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String parameter;

	/**
	 * Refuses a parameter.
	 * @param reason in English, for programmers; never what was typed
	 */
	public InvalidParameter(String parameter, String reason) {
		super(parameter + ": " + reason);
		this.parameter = parameter;
	}

	public String parameter() {
		return this.parameter;
	}

}
