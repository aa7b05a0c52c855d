package id.tangerangkota.layanan.identity.passkey;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param id names it on this portal; not what the authenticator calls it
 * @param label what its owner calls it
 * @param lastUsed when it last signed somebody in, null when it never did
 */
public record Passkey(String id, String label, Instant created, @Nullable Instant lastUsed) {
}
