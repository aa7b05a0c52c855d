package id.tangerangkota.layanan.availability.check;

import java.time.Instant;

import id.tangerangkota.layanan.actor.AccountId;

/** That somebody says an address in an inner network is right. */
public record Vouch(AccountId by, Instant at) {
}
