package id.tangerangkota.layanan.identity.personaldata;

import java.time.Instant;
import java.util.List;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.region.RegionCode;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A part of what is held about a person.
 *
 * @param key of its heading in {@code messages/}; what follows its last full stop is its
 * name in the JSON download
 * @param entries rows; more than one where something happened several times
 */
public record DataSection(String key, List<Entry> entries) {

	/** Facts that belong together. */
	public record Entry(List<Fact> facts) {
	}

	/**
	 * One fact.
	 *
	 * @param key of its label in {@code messages/}, also the source of its name in the
	 * JSON download
	 * @param value text as it is; a whole number, a boolean, an instant, an
	 * {@link AgencyId} or a {@link RegionCode}, which pages write in their language; an
	 * enum, whose words have the key of the fact, a full stop and its name; null when it
	 * is not known
	 */
	public record Fact(String key, @Nullable Object value) {

		public Fact {
			Assert.isTrue(isKnown(value), "Nobody can read such a value");
		}

		private static boolean isKnown(@Nullable Object value) {
			return switch (value) {
				case null -> true;
				case String text -> true;
				case Integer number -> true;
				case Long number -> true;
				case Boolean flag -> true;
				case Instant instant -> true;
				case Enum<?> choice -> true;
				case AgencyId agency -> true;
				case RegionCode region -> true;
				default -> false;
			};
		}

	}

}
