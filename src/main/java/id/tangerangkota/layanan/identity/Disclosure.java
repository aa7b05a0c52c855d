package id.tangerangkota.layanan.identity;

import java.time.Instant;

import id.tangerangkota.layanan.actor.Role;
import org.jspecify.annotations.Nullable;

/**
 * Staff saw unmasked data of a citizen.
 *
 * @param office code of the agency, null for staff of none
 * @param what such as {@code NIK}
 * @param note what the reason does not say, null when there is no more
 */
public record Disclosure(Instant at, @Nullable String office, Role role, String what, Disclosures.Reason reason,
		@Nullable String note) {
}
