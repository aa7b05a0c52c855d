package id.tangerangkota.layanan.quality.inspection;

import java.time.Instant;

import id.tangerangkota.layanan.actor.AccountId;

/** Somebody of the staff says that what was not found is there. */
public record FindingDispute(String reason, AccountId by, Instant at) {
}
