package id.tangerangkota.layanan.availability.probe;

import java.time.Instant;

/**
 * What a certificate is worth for the host that showed it.
 *
 * @param fingerprint SHA-256 of the certificate in lower-case hexadecimal
 * @param expires end of its validity
 */
public record CertificateFinding(String fingerprint, Instant expires, Verdict verdict) {

	/** Whether browsers would accept it. */
	public enum Verdict {

		/** Somebody trusted vouches for it and for this host. */
		VALID,

		/** It was valid once. */
		EXPIRED,

		/** It will be valid. */
		NOT_YET_VALID,

		/** It is for other names. */
		WRONG_HOST,

		/** Nobody trusted vouches for it, or the chain has a gap. */
		UNTRUSTED

	}

}
