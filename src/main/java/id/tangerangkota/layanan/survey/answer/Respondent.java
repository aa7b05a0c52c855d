package id.tangerangkota.layanan.survey.answer;

import java.util.Objects;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.throttle.AddressPrefix;
import org.jspecify.annotations.Nullable;

/**
 * Who answers, as far as it is known. None of it is stored.
 *
 * @param account null unless a citizen has signed in
 * @param device network and browser, which is all that tells others apart
 * @param network where the answer comes from
 */
public record Respondent(@Nullable String account, String device, String network) {

	/**
	 * By what a request shows.
	 * @param browser as it calls itself
	 * @param languages it asks for
	 */
	public static Respondent of(Actor actor, String address, @Nullable String browser, @Nullable String languages) {
		String prefix = AddressPrefix.of(address);
		// An IPv4 network is a neighbourhood on phones; an IPv6 address changes daily.
		String place = address.contains(":") ? prefix : address;
		return new Respondent((actor.kind() == Actor.Kind.CITIZEN) ? actor.requireAccount().toString() : null, String
			.join(" ", place, Objects.requireNonNullElse(browser, ""), Objects.requireNonNullElse(languages, "")),
				prefix);
	}

	/** As precisely as people can be told apart. */
	String person() {
		return (this.account != null) ? "account " + this.account : "device " + this.device;
	}

	@Override
	public String toString() {
		return "Respondent[" + ((this.account != null) ? "account" : "device") + "]";
	}

}
