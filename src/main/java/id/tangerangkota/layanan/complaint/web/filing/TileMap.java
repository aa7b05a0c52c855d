package id.tangerangkota.layanan.complaint.web.filing;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * A map to tap on, where the city has tiles of its own. Without them there is none: to
 * fetch tiles elsewhere would tell others where people report something.
 *
 * @param tiles address of the tiles on this very host, such as
 * {@code /peta/{z}/{x}/{y}.png}; null for no map
 * @param attribution whose data they are
 * @param maxZoom the closest there are tiles for
 */
@ConfigurationProperties("layanan.complaint.map")
record TileMap(@Nullable String tiles, @DefaultValue("© OpenStreetMap") String attribution,
		@DefaultValue("17") int maxZoom) {

	TileMap {
		Assert.isTrue(
				tiles == null || (tiles.startsWith("/") && !tiles.startsWith("//") && tiles.contains("{z}")
						&& tiles.contains("{x}") && tiles.contains("{y}")),
				"layanan.complaint.map.tiles must be a path on this host with {z}, {x} and {y}");
	}

	/** Whether there is one. */
	public boolean available() {
		return this.tiles != null;
	}

}
