package id.tangerangkota.layanan.identity;

import org.jspecify.annotations.Nullable;

/**
 * What came of a try to sign in. A refusal says nothing about why.
 *
 * @param signIn null when it was refused
 * @param deviceToken for the device to keep, so that others cannot use up its tries
 * @param first whether the account was never used before
 */
public record SignInResult(@Nullable SignIn signIn, @Nullable String deviceToken, boolean first) {

	static final SignInResult REFUSED = new SignInResult(null, null, false);

}
