package id.tangerangkota.layanan.availability;

/** Why a service is in its state, as far as checks can tell. The names are stored. */
public enum StateReason {

	/** Its name has no address, or nobody answered for it. */
	DNS,

	/** No connection: refused, unreachable, reset before anything was said. */
	CONNECT,

	/** The encrypted connection could not be agreed upon. */
	TLS,

	/** The certificate is expired, for another name, or nobody trusted vouches for it. */
	CERTIFICATE,

	/** It did not answer within the time limit. */
	TIMEOUT,

	/** It answered with an error. */
	STATUS,

	/** Its answer lacks what must be there, or has what must not be there. */
	CONTENT,

	/** Its address belongs to a network the portal must not enter. */
	ADDRESS_REFUSED,

	/** It is, or leads to, a port that checks do not ask. */
	PORT_REFUSED,

	/** Too many redirects, in a circle, or to where checks may not go. */
	REDIRECT,

	/** What came was no HTTP. */
	PROTOCOL,

	/** The connection was cut in the middle of the answer. */
	RESET,

	/** The record of its name is not the expected one. */
	RECORD,

	/** It answers more slowly than it should. */
	SLOW,

	/** Some of its websites and apps cannot be used, others can. */
	PARTLY,

	/** It turns checks away, which says nothing about people. */
	TURNED_AWAY,

	/** The portal's own network failed. */
	OWN_NETWORK,

	/** No node looked for too long. */
	NOBODY_LOOKED,

	/** Checks have begun, and none has come to an end yet. */
	STARTING,

	/**
	 * An administrator lets a check rest. Services do not have it: there it is told in
	 * words.
	 */
	PAUSED

}
