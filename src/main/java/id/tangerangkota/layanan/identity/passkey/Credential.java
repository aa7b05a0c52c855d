package id.tangerangkota.layanan.identity.passkey;

import java.util.List;

/**
 * What the portal knows of an authenticator's key.
 *
 * @param id as the authenticator names it
 * @param attested the binary form of the attested credential data, with the public key
 * @param signCount the signature counter last seen
 * @param backupEligible whether it may be copied to other devices
 * @param transports how browsers reach the authenticator
 */
record Credential(byte[] id, byte[] attested, long signCount, boolean backupEligible, List<String> transports) {
}
