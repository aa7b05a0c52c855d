package id.tangerangkota.layanan.availability.probe;

/** Why a check did not come out as up. The numbers are stored. */
public enum Cause {

	/** The name has no address, or nobody answered for it. */
	DNS(1),

	/** No connection: refused, unreachable, reset before anything was said. */
	CONNECT(2),

	/** The encrypted connection could not be agreed upon. */
	TLS(3),

	/** The certificate could not be read. */
	CERTIFICATE(4),

	/** Not finished within the time limit. */
	TIMEOUT(5),

	/** Another status than expected. */
	STATUS(6),

	/** Text is missing that must be there, or there that must not be. */
	CONTENT(7),

	/** The address belongs to a network the portal must not enter. */
	ADDRESS_REFUSED(8),

	/** Too many redirects, in a circle, or to where checks may not go. */
	REDIRECT(9),

	/** What came was no HTTP, or its headers had no end. */
	PROTOCOL(10),

	/** The connection was cut in the middle of the answer. */
	RESET(11),

	/** The record of the name is not the expected one. */
	RECORD(12),

	/** 401, 403 or 429: it turns checks away. */
	TURNED_AWAY(13),

	/** The canaries could not be reached either: it is the portal's own network. */
	OWN_NETWORK(14),

	/** The node was too busy to begin in time. */
	LATE(15),

	/** No node looked for too long. */
	NOBODY_LOOKED(16),

	/** It is, or leads to, a port that checks do not ask. */
	PORT_REFUSED(17),

	/** The certificate was valid once. */
	CERTIFICATE_EXPIRED(18),

	/** The certificate will be valid. */
	CERTIFICATE_NOT_YET_VALID(19),

	/** The certificate is for other names. */
	CERTIFICATE_WRONG_HOST(20),

	/** Nobody trusted vouches for the certificate, or the chain has a gap. */
	CERTIFICATE_UNTRUSTED(21),

	/** The certificate is valid, for fewer days than wanted: it was up all the same. */
	CERTIFICATE_ENDS(22);

	private final short code;

	Cause(int code) {
		this.code = (short) code;
	}

	/** The number that is stored; none is stored as 0. */
	public short code() {
		return this.code;
	}

	/** Whether the certificate is what is wrong. */
	public boolean isOfCertificate() {
		return switch (this) {
			case CERTIFICATE, CERTIFICATE_EXPIRED, CERTIFICATE_NOT_YET_VALID, CERTIFICATE_WRONG_HOST,
					CERTIFICATE_UNTRUSTED ->
				true;
			default -> false;
		};
	}

	/** The cause with this number. */
	public static Cause of(int code) {
		for (Cause cause : values()) {
			if (cause.code == code) {
				return cause;
			}
		}
		throw new IllegalArgumentException("No cause " + code);
	}

}
