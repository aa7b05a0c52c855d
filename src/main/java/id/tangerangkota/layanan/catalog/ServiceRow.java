package id.tangerangkota.layanan.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A service as its row tells of it. What the row only names is looked up when it has been
 * read: while rows are read, their connection is taken, and whoever asks for a second one
 * waits for others who do the same.
 *
 * @param service without what the row only names
 * @param categories slugs of its categories
 * @param related slugs of related services
 * @param replacedBy slug of what people should use instead
 */
record ServiceRow(ServiceDetail service, List<String> categories, List<String> related, @Nullable String replacedBy) {

	static ServiceRow of(ResultSet row, int number) throws SQLException {
		String code = row.getString("agency_code");
		AgencySummary agency = (code != null) ? new AgencySummary(code, row.getString("agency_short_name"),
				row.getString("agency_name"), row.getString("agency_name_en")) : null;
		ServiceDetail service = new ServiceDetail(new ServiceId(row.getObject("id", UUID.class)), row.getString("slug"),
				ServiceKind.valueOf(row.getString("kind")), row.getString("name"), row.getString("summary"),
				row.getString("summary_en"), row.getString("description"), row.getString("description_en"),
				Confidence.valueOf(row.getString("description_confidence")), agency, ServiceRows.ownerConfidence(row),
				List.of(), ServiceRows.enums(LifeEvent.class, row.getArray("life_events_all")),
				ServiceRows.enums(Audience.class, row.getArray("audience")),
				ServiceRows.strings(row.getArray("keywords")), Lifecycle.valueOf(row.getString("lifecycle")),
				row.getObject("ended_on", LocalDate.class), null, List.of(), row.getString("region_code"),
				row.getObject("last_reviewed", LocalDate.class), row.getString("tdpse_number"),
				row.getObject("tdpse_date", LocalDate.class), List.of(), Map.of());
		return new ServiceRow(service, ServiceRows.strings(row.getArray("categories")),
				ServiceRows.strings(row.getArray("related")), row.getString("replaced_by"));
	}

	/**
	 * The service with what the row names.
	 * @param all the categories there are
	 * @param others those of the named services that exist, by slug
	 */
	ServiceDetail with(List<Category> all, Map<String, ServiceSummary> others, List<ListingSummary> listings,
			Map<StandardComponent, String> standard) {
		ServiceDetail row = this.service;
		return new ServiceDetail(row.id(), row.slug(), row.kind(), row.name(), row.summary(), row.summaryEn(),
				row.description(), row.descriptionEn(), row.descriptionConfidence(), row.agency(),
				row.ownerConfidence(),
				all.stream().filter((category) -> this.categories.contains(category.slug())).toList(), row.lifeEvents(),
				row.audience(), row.keywords(), row.lifecycle(), row.endedOn(),
				(this.replacedBy != null) ? others.get(this.replacedBy) : null,
				this.related.stream().filter(others::containsKey).map(others::get).toList(), row.regionCode(),
				row.lastReviewed(), row.tdpseNumber(), row.tdpseDate(), listings, standard);
	}

}
