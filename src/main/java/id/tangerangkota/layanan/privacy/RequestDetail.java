package id.tangerangkota.layanan.privacy;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A request with what was written and done.
 *
 * @param refusal null unless it was refused
 * @param words of the person, null where none were needed or the account is closed
 * @param answer of the staff, null likewise
 * @param proof null while it is open
 */
public record RequestDetail(RequestSummary summary, @Nullable Refusal refusal, List<Deed> deeds, @Nullable String words,
		@Nullable String answer, @Nullable ProofNumber proof) {
}
