package id.tangerangkota.layanan.actor;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Who acts.
 *
 * @param account whose account it is, null unless somebody signed in
 * @param roles what staff may do, empty for everybody else
 * @param agency where an officer belongs
 */
public record Actor(Kind kind, @Nullable AccountId account, Set<Role> roles, @Nullable AgencyId agency) {

	private static final Actor ANONYMOUS = new Actor(Kind.ANONYMOUS, null, Set.of(), null);

	private static final Actor SYSTEM = new Actor(Kind.SYSTEM, null, Set.of(), null);

	/** What kind of one acts. */
	public enum Kind {

		/** Somebody who has not signed in. */
		ANONYMOUS,

		/** A citizen who has signed in. */
		CITIZEN,

		/** A member of staff who has signed in. */
		STAFF,

		/** The portal itself: a job, or a command on its machine. */
		SYSTEM

	}

	public Actor {
		roles = Set.copyOf(roles);
		boolean signedIn = kind == Kind.CITIZEN || kind == Kind.STAFF;
		Assert.isTrue(signedIn == (account != null), "Who signed in has an account, and nobody else");
		Assert.isTrue(kind == Kind.STAFF || (roles.isEmpty() && agency == null), "Only staff have roles");
	}

	public static Actor anonymous() {
		return ANONYMOUS;
	}

	public static Actor system() {
		return SYSTEM;
	}

	public static Actor citizen(AccountId account) {
		return new Actor(Kind.CITIZEN, account, Set.of(), null);
	}

	public static Actor staff(AccountId account, Set<Role> roles, @Nullable AgencyId agency) {
		return new Actor(Kind.STAFF, account, roles, agency);
	}

	public boolean is(Role role) {
		return this.roles.contains(role);
	}

	/**
	 * The account of somebody who signed in.
	 * @throws IllegalStateException for others
	 */
	public AccountId requireAccount() {
		if (this.account == null) {
			throw new IllegalStateException("Nobody is signed in");
		}
		return this.account;
	}

}
