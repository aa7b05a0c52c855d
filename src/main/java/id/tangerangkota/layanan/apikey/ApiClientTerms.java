package id.tangerangkota.layanan.apikey;

import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What a program gets keys for.
 *
 * @param name of the program or the organisation behind it
 * @param contact whom to ask when something is wrong: a person, known to administrators
 * only
 * @param purpose what it does, in the words of whoever asked for the key
 * @param perMinute how often it may use its keys within a minute
 * @param lastDay the last day on which they work, null for no end
 */
public record ApiClientTerms(String name, String contact, String purpose, Set<ApiScope> scopes, int perMinute,
		@Nullable LocalDate lastDay) {

	public static final int LONGEST_NAME = 120;

	public static final int LONGEST_CONTACT = 200;

	public static final int LONGEST_PURPOSE = 400;

	public static final int MOST_PER_MINUTE = 6000;

	public ApiClientTerms {
		Assert.isTrue(fits(name, LONGEST_NAME) && fits(contact, LONGEST_CONTACT) && fits(purpose, LONGEST_PURPOSE),
				"A client has a name, a contact and a purpose");
		Assert.isTrue(!scopes.isEmpty(), "A client may do something");
		Assert.isTrue(perMinute > 0 && perMinute <= MOST_PER_MINUTE, "A client may do it now and then");
		scopes = Set.copyOf(scopes);
	}

	private static boolean fits(String text, int longest) {
		return !text.isBlank() && text.length() <= longest;
	}

	/** Without who is to be asked. */
	@Override
	public String toString() {
		return "ApiClientTerms[" + this.name + "]";
	}

}
