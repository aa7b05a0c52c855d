package id.tangerangkota.layanan.notification;

import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;

/**
 * Somebody who wants to know, and why.
 *
 * @param topic what they would switch off to hear no more of it
 * @param asked whether they are asked afterwards how it was
 */
public record Addressee(RecipientKind kind, UUID id, Topic topic, boolean asked) {

	public Addressee(RecipientKind kind, UUID id, Topic topic) {
		this(kind, id, topic, false);
	}

	public static Addressee account(AccountId account, Topic topic) {
		return new Addressee(RecipientKind.ACCOUNT, account.value(), topic);
	}

	/** The same, who is asked afterwards how it was. */
	public Addressee toAsk() {
		return new Addressee(this.kind, this.id, this.topic, true);
	}

}
