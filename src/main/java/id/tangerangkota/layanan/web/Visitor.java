package id.tangerangkota.layanan.web;

import java.time.Duration;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Who reads a page, as far as its header shows.
 *
 * @param href where to sign in, or the page that is theirs
 * @param signOut where the button that signs out sends its form, null for a guest
 * @param endsAfter how long somebody stays signed in without asking for anything else,
 * null for a guest
 */
public record Visitor(Kind kind, String href, @Nullable String signOut, @Nullable Duration endsAfter) {

	/** Who somebody is. */
	public enum Kind {

		/** Not signed in. */
		GUEST,

		/** A citizen with an account. */
		CITIZEN,

		/** Somebody who works for the city. */
		STAFF

	}

	public static Visitor guest(String signIn) {
		return new Visitor(Kind.GUEST, signIn, null, null);
	}

	public static Visitor signedIn(Kind kind, String home, String signOut, Duration endsAfter) {
		return new Visitor(kind, home, signOut, endsAfter);
	}

	/** Key of the text of the link. */
	public String label() {
		return "web.visitor." + this.kind.name().toLowerCase(Locale.ROOT);
	}

}
