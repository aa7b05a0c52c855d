package id.tangerangkota.layanan.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which of the staff to list.
 *
 * @param words all of which the name or the e-mail address holds, in any order; empty for
 * everybody
 * @param state null for any
 * @param role null for any
 * @param agency null for any
 */
public record StaffFilter(String words, @Nullable AccountState state, @Nullable Role role, @Nullable AgencyId agency) {

	private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

	/** Everybody. */
	public static final StaffFilter NONE = new StaffFilter("", null, null, null);

	boolean matches(StaffMember member) {
		return (this.state == null || this.state == member.state())
				&& (this.role == null || member.roles().contains(this.role))
				&& (this.agency == null || this.agency.equals(member.agency())) && matchesWords(member);
	}

	private boolean matchesWords(StaffMember member) {
		String text = folded(((member.name() != null) ? member.name() : "") + " "
				+ ((member.email() != null) ? member.email().value() : ""));
		return Stream.of(folded(this.words).split("\\s+")).allMatch(text::contains);
	}

	private static String folded(String text) {
		return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
			.replaceAll("")
			.toLowerCase(Locale.ROOT)
			.strip();
	}

}
