package id.tangerangkota.layanan.complaint.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.region.RegionCode;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds open reports that everybody may see and that look like one being written: of the
 * same service, or of the same category within its radius, with some words in common.
 */
@Component
public class SimilarComplaints {

	private static final int MOST = 3;

	private static final Duration RECENT = Duration.ofDays(60);

	/** Looked at, the newest first; older ones are rarely the same thing. */
	private static final int CANDIDATES = 500;

	/**
	 * Of trigrams in common. Texts about the same hole share little more than its name.
	 */
	private static final double ALIKE = 0.08;

	private static final double METRES_PER_DEGREE = 111_320;

	private static final String OPEN = """
			published_at is not null and status in ('SUBMITTED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_FOR_CITIZEN')
				and received_at > :since""";

	private static final String RANK = """
			select ticket_year, ticket_number, subject, body, received_at, sub_district, supporters,
				channel = 'OUTAGE' as by_portal,
				public.similarity(subject || ' ' || body, :words) as alike
			from (select * from found order by received_at desc limit :candidates) candidate
			where public.similarity(subject || ' ' || body, :words) >= :alike
			order by alike desc, received_at desc limit :most""";

	private static final String OF_SERVICE = """
			with found as (
				select * from complaint.complaint where service_id = :service and %s
			)
			%s""".formatted(OPEN, RANK);

	/** Where there is a point, it decides; else the kelurahan is near enough. */
	private static final String OF_PLACE = """
			with found as (
				select * from complaint.complaint where category = :category and %s
					and (latitude between :south and :north and longitude between :west and :east
						or sub_district = :subDistrict and (latitude is null or not :point))
			)
			%s""".formatted(OPEN, RANK);

	private final JdbcClient jdbc;

	private final ComplaintCategories categories;

	private final Clock clock;

	SimilarComplaints(JdbcClient jdbc, ComplaintCategories categories, Clock clock) {
		this.jdbc = jdbc;
		this.categories = categories;
		this.clock = clock;
	}

	/**
	 * An open report that everybody may see.
	 *
	 * @param supporters how many others say the same
	 * @param byPortal whether the portal itself opened it for an outage
	 */
	public record Similar(TicketNumber ticket, String subject, String text, Instant receivedAt,
			@Nullable RegionCode subDistrict, int supporters, boolean byPortal) {
	}

	/** The most alike first; none for what only the staff may read. */
	public List<Similar> to(Draft draft) {
		Draft.Words words = draft.words();
		Draft.Concern concern = draft.concern();
		Optional<ComplaintCategory> category = Optional.ofNullable(draft.category()).flatMap(this.categories::find);
		if (words == null || concern == null || category.isEmpty() || category.get().sensitive()
				|| category.get().supervisory()) {
			return List.of();
		}
		String text = words.subject() + " " + words.text();
		if (concern.service() != null) {
			return find(this.jdbc.sql(OF_SERVICE).param("service", concern.service().value()), text);
		}
		return (draft.place() != null) ? find(near(draft.place(), category.get()), text) : List.of();
	}

	private JdbcClient.StatementSpec near(ComplaintPlace place, ComplaintCategory category) {
		@Nullable Double latitude = place.latitude();
		@Nullable Double longitude = place.longitude();
		boolean point = latitude != null && longitude != null;
		double north = (latitude != null) ? latitude : 0;
		double east = (longitude != null) ? longitude : 0;
		double reach = point ? category.radius() / METRES_PER_DEGREE : -1;
		return this.jdbc.sql(OF_PLACE)
			.param("category", category.code())
			.param("south", north - reach)
			.param("north", north + reach)
			.param("west", east - reach)
			.param("east", east + reach)
			.param("subDistrict", (place.subDistrict() != null) ? place.subDistrict().value() : "")
			.param("point", point);
	}

	private List<Similar> find(JdbcClient.StatementSpec statement, String text) {
		return statement.param("since", this.clock.instant().minus(RECENT).atOffset(ZoneOffset.UTC))
			.param("words", text)
			.param("candidates", CANDIDATES)
			.param("alike", ALIKE)
			.param("most", MOST)
			.query((row, number) -> similar(row))
			.list();
	}

	private static Similar similar(ResultSet row) throws SQLException {
		String subDistrict = row.getString("sub_district");
		return new Similar(new TicketNumber(row.getInt("ticket_year"), row.getLong("ticket_number")),
				row.getString("subject"), row.getString("body"), row.getTimestamp("received_at").toInstant(),
				(subDistrict != null) ? new RegionCode(subDistrict) : null, row.getInt("supporters"),
				row.getBoolean("by_portal"));
	}

}
