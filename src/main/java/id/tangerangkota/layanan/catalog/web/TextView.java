package id.tangerangkota.layanan.catalog.web;

import org.jspecify.annotations.Nullable;

/** A text in both languages; {@code en} is null where nobody has translated it. */
record TextView(String id, @Nullable String en) {

	static @Nullable TextView of(@Nullable String id, @Nullable String en) {
		return (id != null) ? new TextView(id, en) : null;
	}

}
