package id.tangerangkota.layanan.identity.passkey;

import com.webauthn4j.data.AuthenticationData;
import org.jspecify.annotations.Nullable;

/**
 * What a browser says to sign somebody in, not judged yet.
 *
 * @param credentialId which key it claims to be by
 * @param userHandle whose that key is, null if the authenticator does not say
 * @param data all of it
 */
record Assertion(byte[] credentialId, byte @Nullable [] userHandle, AuthenticationData data) {
}
