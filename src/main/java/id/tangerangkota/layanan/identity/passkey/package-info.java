/**
 * Passkeys: signing in with a phone's or a computer's own lock (WebAuthn). A package of
 * its own because it knows keys and signatures, and nothing of passwords or pages.
 */
@NullMarked
package id.tangerangkota.layanan.identity.passkey;

import org.jspecify.annotations.NullMarked;
