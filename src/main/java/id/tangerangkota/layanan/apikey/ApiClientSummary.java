package id.tangerangkota.layanan.apikey;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A program in the list.
 *
 * @param prefixes by which its keys that are not void are told apart, newest first
 * @param lastUsed null when it never used any
 * @param uses in the last 30 days
 */
public record ApiClientSummary(ApiClientId id, String name, ClientState state, @Nullable LocalDate lastDay,
		List<String> prefixes, @Nullable LocalDate lastUsed, long uses) {
}
