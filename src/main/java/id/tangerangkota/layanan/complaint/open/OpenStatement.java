package id.tangerangkota.layanan.complaint.open;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import id.tangerangkota.layanan.complaint.PublicFilter;
import id.tangerangkota.layanan.complaint.PublicState;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.region.SubDistrict;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Asks for the complaints everybody may see that a filter lets through. A statement holds
 * only what is asked for: a condition that always holds would hide from the planner which
 * index leads to the rows. States are constants for the same reason: whether one is rare
 * decides which index is best.
 */
@Component
class OpenStatement {

	/** To be followed by conditions. */
	static final String COLUMNS = """
			select c.id, c.ticket_year, c.ticket_number, c.kind, c.category, c.service_id, c.sub_district, c.address,
				c.latitude, c.longitude, c.subject, c.body, c.status, c.agency, c.received_at, c.published_at,
				c.resolve_on, c.resolve_at, c.due_at, c.due_at is not null and c.resolve_met is null as runs, c.supporters,
				c.photos, c.channel = 'OUTAGE' as by_portal, m.ticket_year as into_year, m.ticket_number as into_number,
				(select max(e.at) from complaint.entry e where e.complaint_id = c.id and e.visibility = 'PUBLIC')
					as entry_at
			from complaint.complaint c
			left join complaint.complaint m on m.id = c.merged_into and m.published_at is not null
			where c.published_at is not null""";

	private static final String COUNT = """
			select count(*) from (
				select 1 from complaint.complaint c where c.published_at is not null""";

	private static final String PLACES = """
			select c.sub_district, count(*) as number from complaint.complaint c
			where c.published_at is not null and c.sub_district is not null""";

	private static final String STATES = " and c.status in (''";

	private static final String WAITING = ", 'SUBMITTED'";

	private static final String IN_PROCESS = ", 'ASSIGNED', 'IN_PROGRESS', 'WAITING_FOR_CITIZEN'";

	private static final String DONE = ", 'RESOLVED', 'CLOSED'";

	private static final String REJECTED = ", 'REJECTED'";

	private static final String MERGED = ", 'MERGED'";

	private static final String REFERRED = ", 'REFERRED'";

	private static final String END_OF_STATES = ")";

	private static final String CATEGORY = " and c.category = :category";

	private static final String AGENCY = " and c.agency = :agency";

	private static final String SERVICE = " and c.service_id = :service";

	private static final String REGION = " and c.sub_district in (:subDistricts)";

	private static final String KIND = " and c.kind = :kind";

	private static final String OVERDUE = " and c.due_at < :now";

	private static final String FROM = " and c.received_at >= :from";

	private static final String UNTIL = " and c.received_at < :until";

	private static final String OF_PORTAL = " and c.channel = 'OUTAGE'";

	private static final String OF_PEOPLE = " and c.channel <> 'OUTAGE'";

	private static final String NEWEST = " order by c.received_at desc, c.id limit :size offset :offset";

	private static final String UP_TO = " limit :most) as f";

	private static final String PER_PLACE = " group by c.sub_district";

	private static final String NOTHING = "";

	/** What is wanted of them. */
	enum Wanted {

		/** A page; takes {@code size} and {@code offset}. */
		ROWS,

		/** How many there are, up to {@code most}. */
		NUMBER,

		/** How many there are in each kelurahan. */
		PLACES

	}

	private final JdbcClient jdbc;

	private final Regions regions;

	private final Clock clock;

	OpenStatement(JdbcClient jdbc, Regions regions, Clock clock) {
		this.jdbc = jdbc;
		this.regions = regions;
		this.clock = clock;
	}

	StatementSpec of(Wanted wanted, PublicFilter filter) {
		Set<PublicState> states = filter.states();
		StatementSpec statement = this.jdbc
			.sql(((wanted == Wanted.ROWS) ? COLUMNS : (wanted == Wanted.NUMBER) ? COUNT : PLACES)
					+ (states.isEmpty() ? NOTHING : STATES) + (states.contains(PublicState.WAITING) ? WAITING : NOTHING)
					+ (states.contains(PublicState.IN_PROCESS) ? IN_PROCESS : NOTHING)
					+ (states.contains(PublicState.DONE) ? DONE : NOTHING)
					+ (states.contains(PublicState.REJECTED) ? REJECTED : NOTHING)
					+ (states.contains(PublicState.MERGED) ? MERGED : NOTHING)
					+ (states.contains(PublicState.REFERRED) ? REFERRED : NOTHING)
					+ (states.isEmpty() ? NOTHING : END_OF_STATES) + ((filter.category() != null) ? CATEGORY : NOTHING)
					+ ((filter.agency() != null) ? AGENCY : NOTHING) + ((filter.service() != null) ? SERVICE : NOTHING)
					+ ((filter.region() != null) ? REGION : NOTHING) + ((filter.kind() != null) ? KIND : NOTHING)
					+ (filter.overdue() ? OVERDUE : NOTHING) + ((filter.from() != null) ? FROM : NOTHING)
					+ ((filter.until() != null) ? UNTIL : NOTHING)
					+ ((filter.byPortal() == null) ? NOTHING : filter.byPortal() ? OF_PORTAL : OF_PEOPLE)
					+ ((wanted == Wanted.ROWS) ? NEWEST : (wanted == Wanted.NUMBER) ? UP_TO : PER_PLACE));
		return statement.param("category", filter.category())
			.param("agency", (filter.agency() != null) ? filter.agency().code() : null)
			.param("service", (filter.service() != null) ? filter.service().value() : null)
			.param("subDistricts", subDistricts(filter.region()))
			.param("kind", (filter.kind() != null) ? filter.kind().name() : null)
			.param("now", time(this.clock.instant()))
			.param("from", time(filter.from()))
			.param("until", time(filter.until()));
	}

	/** Of a kecamatan all its kelurahan; SQL knows no list without anything in it. */
	private List<String> subDistricts(@Nullable RegionCode region) {
		if (region == null || region.isSubDistrict()) {
			return List.of((region != null) ? region.value() : NOTHING);
		}
		List<String> all = this.regions.subDistricts(region)
			.stream()
			.map(SubDistrict::code)
			.map(RegionCode::value)
			.toList();
		return all.isEmpty() ? List.of(NOTHING) : all;
	}

	private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

}
