package id.tangerangkota.layanan.identity;

import id.tangerangkota.layanan.actor.AccountId;

/** An account cannot be changed so in the state it is in. */
public class IllegalAccountChange extends RuntimeException {

	private static final long serialVersionUID = 1L;

	IllegalAccountChange(AccountId account, AccountState from, String verb) {
		super("Account " + account + " is " + from + " and cannot " + verb);
	}

}
