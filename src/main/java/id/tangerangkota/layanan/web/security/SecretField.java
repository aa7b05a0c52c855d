package id.tangerangkota.layanan.web.security;

import java.util.List;

/**
 * A field whose content is never written into a page. A module whose forms have more of
 * them contributes beans of this type.
 *
 * @param name of the field
 * @param kind what stands in it
 * @param label key of the text beside it
 */
public record SecretField(String name, Kind kind, String label) {

	/** What stands in a field. */
	public enum Kind {

		/** The password somebody has. */
		CURRENT_PASSWORD("current-password"),

		/** A password somebody chooses. */
		NEW_PASSWORD("new-password"),

		/** A code that works once. */
		CODE("one-time-code");

		private final String autocomplete;

		Kind(String autocomplete) {
			this.autocomplete = autocomplete;
		}

		/** The token password managers look for. */
		public String autocomplete() {
			return this.autocomplete;
		}

	}

	private static final String PASSWORD = "sandi";

	static final List<SecretField> KNOWN = List.of(
			new SecretField(PASSWORD, Kind.CURRENT_PASSWORD, "web.resend.password"),
			new SecretField("sandi-lama", Kind.CURRENT_PASSWORD, "web.resend.password.old"),
			new SecretField("sandi-baru", Kind.NEW_PASSWORD, "web.resend.password.new"),
			new SecretField("kode", Kind.CODE, "web.resend.code"));

	public boolean isPassword() {
		return this.kind != Kind.CODE;
	}

	/** Whether it must be one, although nobody has said so. */
	static boolean isNamedLikeAPassword(String name) {
		return name.startsWith(PASSWORD);
	}

	static SecretField password(String name) {
		return new SecretField(name, Kind.CURRENT_PASSWORD, "web.resend.password");
	}

}
