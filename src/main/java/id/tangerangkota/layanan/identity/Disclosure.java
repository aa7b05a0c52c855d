package id.tangerangkota.layanan.identity;

import java.time.Instant;

import id.tangerangkota.layanan.actor.Role;
import org.jspecify.annotations.Nullable;

/**
 * Staff saw unmasked data of a citizen.
 *
 * @param office code of the agency, null for staff of none
 * @param note what the reason does not say, null when there is no more
 */
public record Disclosure(Instant at, @Nullable String office, Role role, Disclosures.What what,
		Disclosures.Reason reason, @Nullable String note) {
}
