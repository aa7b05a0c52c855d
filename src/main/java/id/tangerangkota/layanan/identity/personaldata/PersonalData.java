package id.tangerangkota.layanan.identity.personaldata;

import java.util.List;

import id.tangerangkota.layanan.actor.AccountId;

/**
 * Data about people that a module holds. Every such module implements it; the privacy
 * centre asks all of them (UU 27/2022, articles 30 to 44).
 */
public interface PersonalData {

	/** Everything held about a person, opened. */
	List<DataSection> about(AccountId account);

	/**
	 * Removes everything that belongs to the person; what the city must keep stays
	 * without a person. In the caller's transaction, while the account still is as it
	 * was.
	 */
	void erase(AccountId account);

}
