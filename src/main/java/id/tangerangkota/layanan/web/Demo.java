package id.tangerangkota.layanan.web;

/**
 * Whether this portal only shows how it would be: its past is made up and its services
 * are simulated. Whoever shows or hands out such data says so.
 *
 * @param on true in the profile {@code demo} alone
 */
public record Demo(boolean on) {

	/** The profile that makes a portal a demo. */
	public static final String PROFILE = "demo";

	/** What a file is called, which says by its name that what it holds is made up. */
	public String named(String file) {
		return this.on ? PROFILE + "-" + file : file;
	}

}
