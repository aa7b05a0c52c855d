package id.tangerangkota.layanan.identity;

import org.jspecify.annotations.Nullable;

/**
 * Where a try to sign in comes from.
 *
 * @param address of the client, as the trusted proxy reports it
 * @param deviceToken what the device was given when somebody last signed in on it
 * @param device such as {@code Chrome di Android}
 */
public record SignInAttempt(String address, @Nullable String deviceToken, String device) {
}
