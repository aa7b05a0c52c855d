package id.tangerangkota.layanan.web;

/** A parameter has a value it cannot have: answered with 400, naming the parameter. */
public class InvalidParameter extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String parameter;

	private final String reason;

	/**
	 * Refuses a parameter.
	 * @param reason in English, shown to programmers; never what was typed
	 */
	public InvalidParameter(String parameter, String reason) {
		super(parameter + ": " + reason);
		this.parameter = parameter;
		this.reason = reason;
	}

	public String parameter() {
		return this.parameter;
	}

	public String reason() {
		return this.reason;
	}

}
