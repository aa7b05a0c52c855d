package id.tangerangkota.layanan.postgres;

import java.util.Map;

/**
 * How a new database sorts and folds case: by PostgreSQL's own C.UTF-8, the same on every
 * operating system. Only Linux has the system locale of that name, which the parts of
 * PostgreSQL that still ask the system need for letters beyond ASCII.
 */
final class ClusterLocale {

	private ClusterLocale() {
	}

	static Map<String, String> settings() {
		return Map.of("locale-provider", "builtin", "builtin-locale", "C.UTF-8", "locale",
				System.getProperty("os.name", "").startsWith("Linux") ? "C.UTF-8" : "C");
	}

}
