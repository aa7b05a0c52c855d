package id.tangerangkota.layanan.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Narrows a list of services; what is null does not narrow.
 *
 * @param category slug of a category
 * @param agency code of an agency
 * @param folded leaves out the sites of kelurahan, which their kecamatan's page lists
 */
public record ServiceFilter(@Nullable String category, @Nullable ServiceKind kind, @Nullable Platform platform,
		@Nullable String agency, @Nullable LifeEvent lifeEvent, @Nullable Audience audience, boolean folded) {

	/** Everything. */
	public static final ServiceFilter NONE = new ServiceFilter(null, null, null, null, null, null, false);

	/** What it narrows to, as {@code catalog.facet} names it. */
	List<String> facets() {
		return Stream
			.of(facet("agency", this.agency), facet("category", this.category), facet("audience", name(this.audience)),
					facet("life-event", name(this.lifeEvent)), facet("platform", name(this.platform)),
					facet("kind", name(this.kind)))
			.flatMap(Optional::stream)
			.toList();
	}

	/**
	 * The same as terms of a search, which finds them in the documents like words; empty
	 * when nothing narrows.
	 */
	String terms() {
		return Stream.concat(facets().stream(), this.folded ? Stream.of("front") : Stream.empty())
			.map((facet) -> "'" + facet.replace("\\", "\\\\").replace("'", "''") + "'")
			.collect(Collectors.joining(" & "));
	}

	private static Optional<String> facet(String name, @Nullable String value) {
		return Optional.ofNullable(value).map((given) -> name + "=" + given);
	}

	private static @Nullable String name(@Nullable Enum<?> value) {
		return (value != null) ? value.name() : null;
	}

}
