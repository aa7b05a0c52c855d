package id.tangerangkota.layanan.catalog;

import java.util.Set;

/** What a service is about, in the words of citizens. */
public record Category(String slug, String name, String nameEn, String description, String descriptionEn,
		Set<LifeEvent> lifeEvents) {
}
