package id.tangerangkota.layanan.identity;

import java.time.Instant;

/**
 * Somebody signed in, or tried.
 *
 * @param succeeded whether they got in
 * @param device such as {@code Chrome di Android}
 */
public record PastSignIn(Instant at, boolean succeeded, String device) {
}
