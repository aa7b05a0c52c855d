package id.tangerangkota.layanan.identity.personaldata;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A part of what is held about a person.
 *
 * @param key of its heading in {@code messages/}, also its name in the JSON download
 * @param entries rows; more than one where something happened several times
 */
public record DataSection(String key, List<Entry> entries) {

	/** Facts that belong together. */
	public record Entry(List<Fact> facts) {
	}

	/**
	 * One fact.
	 *
	 * @param key of its label in {@code messages/}, also its name in the JSON download
	 * @param value as people read it, null when it is not known
	 */
	public record Fact(String key, @Nullable String value) {
	}

}
