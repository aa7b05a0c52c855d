package id.tangerangkota.layanan.catalog.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.catalog.Platform;
import org.jspecify.annotations.Nullable;

/**
 * A service as a catalogue file says it, checked on its own.
 *
 * @param line where it stands in the file
 * @param values by column; columns the file lacks are missing, empty fields are empty
 * @param hash tells whether the row is the one loaded before
 */
record CatalogRow(long line, Map<CatalogColumn, String> values, String hash) {

	String value(CatalogColumn column) {
		return this.values.getOrDefault(column, "");
	}

	List<String> list(CatalogColumn column) {
		String value = value(column);
		return value.isEmpty() ? List.of() : List.of(value.split("\\|", -1));
	}

	List<Platform> platforms() {
		return list(CatalogColumn.PLATFORMS).stream()
			.map((platform) -> Platform.valueOf(platform.toUpperCase(Locale.ROOT)))
			.toList();
	}

	String address(Platform platform) {
		return value(switch (platform) {
			case WEB -> CatalogColumn.WEB_ADDRESS;
			case ANDROID -> CatalogColumn.ANDROID_ADDRESS;
			case IOS -> CatalogColumn.IOS_ADDRESS;
		});
	}

	/** The value for the n-th platform: a single value holds for all of them. */
	String aligned(CatalogColumn column, int n) {
		List<String> values = list(column);
		if (values.isEmpty()) {
			return "";
		}
		return (values.size() == 1) ? values.getFirst() : values.get(n);
	}

	/**
	 * The same row as {@link CatalogExport} writes it: platforms in their order, values
	 * per platform once when all share them.
	 */
	CatalogRow ordered() {
		List<Platform> given = platforms();
		List<Platform> order = given.stream().sorted().toList();
		Map<CatalogColumn, String> ordered = new EnumMap<>(this.values);
		ordered.put(CatalogColumn.PLATFORMS,
				order.stream()
					.map((platform) -> platform.name().toLowerCase(Locale.ROOT))
					.collect(Collectors.joining("|")));
		ordered.keySet().stream().filter(CatalogColumn::isAligned).forEach((column) -> {
			List<String> items = order.stream().map((platform) -> aligned(column, given.indexOf(platform))).toList();
			ordered.put(column, (items.stream().distinct().count() == 1) ? items.getFirst() : String.join("|", items));
		});
		return new CatalogRow(this.line, ordered, this.hash);
	}

	/**
	 * Whether the catalogue says so already; it is silent about what the row does not
	 * tell.
	 */
	boolean isSame(Map<CatalogColumn, String> current) {
		boolean tellsStandard = tellsStandard();
		return Arrays.stream(CatalogColumn.values())
			.filter((column) -> tellsStandard || column.standard().isEmpty())
			.allMatch((column) -> value(column).equals(current.getOrDefault(column, "")));
	}

	private boolean tellsStandard() {
		return this.values.keySet().stream().anyMatch((column) -> column.standard().isPresent());
	}

	/** The row as {@link CatalogWriter} hands it to the database. */
	Map<String, @Nullable Object> forDatabase() {
		Map<String, @Nullable Object> row = new LinkedHashMap<>();
		Map<String, String> standard = new LinkedHashMap<>();
		this.values.forEach((column, value) -> column.standard().ifPresentOrElse((component) -> {
			if (!value.isEmpty()) {
				standard.put(component.name(), value);
			}
		}, () -> row.put(column.header(), value.isEmpty() ? null : value)));
		row.put("position", this.line);
		row.put("source_hash", this.hash);
		row.put("listings", listings());
		row.put("standard", tellsStandard() ? standard : null);
		return row;
	}

	private List<Map<String, @Nullable Object>> listings() {
		List<Map<String, @Nullable Object>> listings = new ArrayList<>();
		for (Platform platform : platforms()) {
			int n = listings.size();
			Map<String, @Nullable Object> listing = new LinkedHashMap<>();
			listing.put("platform", platform.name());
			listing.put("address", orNull(address(platform)));
			listing.put("verification", aligned(CatalogColumn.VERIFICATION, n).toUpperCase(Locale.ROOT));
			listing.put("verified_on", orNull(aligned(CatalogColumn.VERIFIED_ON, n)));
			listing.put("verified_by", orNull(aligned(CatalogColumn.VERIFIED_BY, n)));
			listing.put("evidence", orNull(value(CatalogColumn.EVIDENCE)));
			listing.put("fallback_address", orNull(aligned(CatalogColumn.FALLBACK_ADDRESS, n)));
			listings.add(listing);
		}
		return listings;
	}

	private static @Nullable String orNull(String value) {
		return value.isEmpty() ? null : value;
	}

}
