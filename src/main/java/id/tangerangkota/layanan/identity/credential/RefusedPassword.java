package id.tangerangkota.layanan.identity.credential;

/** A new password cannot be taken. */
public class RefusedPassword extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final PasswordPolicy.Reason reason;

	public RefusedPassword(PasswordPolicy.Reason reason) {
		super("Password refused: " + reason, null, false, false);
		this.reason = reason;
	}

	public PasswordPolicy.Reason reason() {
		return this.reason;
	}

}
