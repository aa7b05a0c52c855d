package id.tangerangkota.layanan.apikey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A program and what its keys are for.
 *
 * @param contact null once nobody needs to be asked any more
 * @param secrets its keys, newest first
 * @param days on which it used them, newest first
 */
public record ApiClientDetail(ApiClientId id, String name, @Nullable String contact, String purpose,
		Set<ApiScope> scopes, int perMinute, @Nullable LocalDate lastDay, ClientState state, Instant issuedAt,
		@Nullable Instant revokedAt, List<Secret> secrets, List<UseDay> days) {

	/**
	 * A key, without what is secret.
	 *
	 * @param validUntil null until a newer one takes its place
	 */
	public record Secret(String prefix, Instant madeAt, @Nullable Instant validUntil) {
	}

	/** How often keys were used on a day. */
	public record UseDay(LocalDate day, long uses) {
	}

	/** Without who is to be asked. */
	@Override
	public String toString() {
		return "ApiClientDetail[" + this.id + "]";
	}

}
