package id.tangerangkota.layanan.complaint.casework;

import org.jspecify.annotations.Nullable;

/**
 * Who reported something, as far as it is known; all of it may be null. Not the e-mail
 * address: the form promises that the staff do not see it.
 *
 * @param nik the last four digits
 */
public record RevealedReporter(@Nullable String name, @Nullable String nik, @Nullable String phone,
		@Nullable String address) {

	/** Nothing of it: it must not get into a log. */
	@Override
	public String toString() {
		return "RevealedReporter";
	}

}
