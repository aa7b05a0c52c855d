package id.tangerangkota.layanan.notification;

import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;

/**
 * Somebody who wants to know, and why.
 *
 * @param topic what they would switch off to hear no more of it
 */
public record Addressee(RecipientKind kind, UUID id, Topic topic) {

	public static Addressee account(AccountId account, Topic topic) {
		return new Addressee(RecipientKind.ACCOUNT, account.value(), topic);
	}

}
