package id.tangerangkota.layanan.availability.demo;

/** What is wrong with a site of the simulated city. */
enum Fault {

	/** Nothing. */
	NONE,

	/** It answers, after more than three seconds. */
	SLOW,

	/** It answers with 500. */
	ERROR,

	/** It takes the question and never answers. */
	HANG,

	/** It hangs up in the middle of its answer. */
	RESET,

	/** Its certificate ended yesterday. */
	EXPIRED_CERTIFICATE,

	/** Nobody trusted vouches for its certificate. */
	UNKNOWN_AUTHORITY,

	/** Its certificate ends within days; nothing is wrong yet. */
	ENDING_CERTIFICATE,

	/** Another page than the site's own. */
	WRONG_CONTENT,

	/** Its name has no address. */
	NO_NAME,

	/** Nothing listens there. */
	NO_SERVER,

	/** It turns checks away with 403. */
	TURNED_AWAY

}
