package id.tangerangkota.layanan.identity.passkey;

import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;

/** A passkey and whose it is. */
record StoredPasskey(UUID id, AccountId account, Credential credential) {
}
