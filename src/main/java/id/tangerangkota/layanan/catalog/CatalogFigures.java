package id.tangerangkota.layanan.catalog;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts about the catalogue and how it is used, of all services at once. */
@org.springframework.stereotype.Service
public class CatalogFigures {

	private final JdbcClient jdbc;

	CatalogFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Searches of a day of the city.
	 *
	 * @param hits how often somebody went on to one of the first three services
	 */
	public record Searches(long searches, long hits) {
	}

	/** Nothing when no search was counted that day. */
	public Optional<Searches> searches(LocalDate day) {
		return this.jdbc.sql("select searches, hits from catalog.search_day where day = ? and searches > 0")
			.param(Date.valueOf(day))
			.query((row, number) -> new Searches(row.getLong("searches"), row.getLong("hits")))
			.optional();
	}

	/**
	 * How many of the 14 components of its Standar Pelayanan are known of each service
	 * that has not come to its end.
	 */
	public Map<ServiceId, Integer> standards() {
		Map<ServiceId, Integer> known = new HashMap<>();
		this.jdbc.sql("""
				select s.id, count(c.component) as known
				from catalog.service s left join catalog.service_standard c on c.service_id = s.id and c.content <> ''
				where s.lifecycle not in ('REPLACED', 'RETIRED') group by s.id""").query((row) -> {
			known.put(new ServiceId(row.getObject("id", UUID.class)), row.getInt("known"));
		});
		return known;
	}

}
