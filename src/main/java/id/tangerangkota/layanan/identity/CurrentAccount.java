package id.tangerangkota.layanan.identity;

import id.tangerangkota.layanan.actor.CurrentActor;

import org.springframework.stereotype.Component;

/** The account of whoever is signed in. */
@Component
public class CurrentAccount {

	private final CurrentActor actor;

	private final AccountDirectory directory;

	CurrentAccount(CurrentActor actor, AccountDirectory directory) {
		this.actor = actor;
		this.directory = directory;
	}

	/**
	 * The account.
	 * @throws IllegalStateException if nobody is signed in
	 */
	public AccountSummary get() {
		return this.directory.find(this.actor.get().requireAccount())
			.orElseThrow(() -> new IllegalStateException("Signed in to an account that is not there"));
	}

}
