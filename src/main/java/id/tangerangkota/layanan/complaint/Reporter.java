package id.tangerangkota.layanan.complaint;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

/**
 * Who reports. It is sealed as a whole, found by a keyed hash of the account, and shown
 * to nobody who need not know.
 *
 * @param account null without one
 * @param name {@linkplain CleanText cleaned}, null where the account says it or nobody
 * asked
 * @param email to be told about the complaint without an account
 * @param phone only where an officer or another system filed it
 * @param language to be told in
 */
public record Reporter(@Nullable AccountId account, @Nullable String name, @Nullable String email,
		@Nullable String phone, Language language) {

	public Reporter {
		String clean = (name != null) ? CleanText.line(name) : "";
		name = clean.isEmpty() ? null : clean;
	}

	/** Nobody is known, and nobody is told anything. */
	public static Reporter nobody(Language language) {
		return new Reporter(null, null, null, null, language);
	}

	public static Reporter of(AccountId account, Language language) {
		return new Reporter(account, null, null, null, language);
	}

	/** Whether there is anywhere to tell them something. */
	public boolean isReachable() {
		return this.account != null || this.email != null;
	}

	/** Without an address to write to. */
	public Reporter withoutEmail() {
		return new Reporter(this.account, this.name, null, this.phone, this.language);
	}

	/** Nothing of it: it must not get into a log. */
	@Override
	public String toString() {
		return "Reporter";
	}

}
