package id.tangerangkota.layanan.catalog;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A website, an Android or an iOS app of a service.
 *
 * @param address where it is, null when unknown; link it only if {@link #linkable()}
 * @param fallbackAddress where to send people while the address is not verified
 */
public record ListingSummary(Platform platform, @Nullable String address, Verification verification,
		@Nullable LocalDate verifiedOn, @Nullable String verifiedBy, @Nullable String evidence,
		@Nullable String fallbackAddress) {

	/** Whether people may be sent to the address. */
	public boolean linkable() {
		return this.address != null && this.verification.isLinkable();
	}

	/** The address as people read it: without scheme and closing slash. */
	public @Nullable String host() {
		return readable(this.address);
	}

	/** The fallback address as people read it. */
	public @Nullable String fallbackHost() {
		return readable(this.fallbackAddress);
	}

	private static @Nullable String readable(@Nullable String address) {
		return (address != null) ? address.replaceFirst("^https?://", "").replaceFirst("/$", "") : null;
	}

}
