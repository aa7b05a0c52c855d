package id.tangerangkota.layanan.identity.web;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody goes after signing in: only to pages of this portal, and none that would
 * sign them out or in again.
 */
final class ReturnPath {

	/** The parameter that carries it. */
	static final String PARAMETER = "lanjut";

	private static final int LONGEST = 500;

	/** No host, no backslash, nothing encoded in the path, no control characters. */
	private static final Pattern OWN = Pattern.compile("/(?!/)[A-Za-z0-9._~/-]*(?:\\?[A-Za-z0-9._~/=&%+-]*)?");

	private static final Pattern DOORS = Pattern
		.compile("/(?:masuk|keluar|daftar|lupa-sandi|petugas/masuk|petugas/undangan|konfirmasi-email)(?:[/?].*)?");

	private ReturnPath() {
	}

	static Optional<String> of(@Nullable String typed) {
		return Optional.ofNullable(typed)
			.filter((path) -> path.length() <= LONGEST && OWN.matcher(path).matches() && !path.contains("//")
					&& !path.contains("/../") && !DOORS.matcher(path).matches());
	}

}
