package id.tangerangkota.layanan.complaint.open;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.PublicFilter;
import id.tangerangkota.layanan.complaint.PublicState;
import id.tangerangkota.layanan.region.RegionCode;

/**
 * What a filter asks of the rows, as SQL with names for its values. A statement holds
 * only what is asked for: the database plans each for itself, and a condition that always
 * holds would hide from it which index leads to the rows.
 */
record Conditions(String text, Map<String, Object> values) {

	/**
	 * Makes the conditions.
	 * @param subDistricts of the filter's region, itself if it is one
	 */
	static Conditions of(PublicFilter filter, List<RegionCode> subDistricts, Instant now) {
		Map<String, Object> values = new HashMap<>();
		StringJoiner text = new StringJoiner(" and ", "where ", "");
		text.add("c.published_at is not null");
		if (!filter.states().isEmpty()) {
			text.add("c.status in (" + names(statuses(filter.states())) + ")");
		}
		if (filter.category() != null) {
			values.put("category", filter.category());
			text.add("c.category = :category");
		}
		if (filter.agency() != null) {
			values.put("agency", filter.agency().code());
			text.add("c.agency = :agency");
		}
		if (filter.service() != null) {
			values.put("service", filter.service().value());
			text.add("c.service_id = :service");
		}
		if (filter.kind() != null) {
			values.put("kind", filter.kind().name());
			text.add("c.kind = :kind");
		}
		if (filter.region() != null) {
			values.put("subDistricts", subDistricts.stream().map(RegionCode::value).toList());
			text.add("c.sub_district in (:subDistricts)");
		}
		if (filter.overdue()) {
			values.put("now", time(now));
			text.add("c.due_at is not null and c.resolve_met is null and c.resolve_at < :now");
		}
		if (filter.from() != null) {
			values.put("from", time(filter.from()));
			text.add("c.received_at >= :from");
		}
		if (filter.until() != null) {
			values.put("until", time(filter.until()));
			text.add("c.received_at < :until");
		}
		return new Conditions(text.toString(), Map.copyOf(values));
	}

	private static Set<ComplaintStatus> statuses(Set<PublicState> states) {
		return Arrays.stream(ComplaintStatus.values())
			.filter((status) -> states.contains(status.shown()))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(ComplaintStatus.class)));
	}

	/**
	 * Constants, and so known to the planner: whether a state is rare decides which index
	 * is best.
	 */
	private static String names(Set<ComplaintStatus> statuses) {
		return statuses.stream().map((status) -> "'" + status.name() + "'").collect(Collectors.joining(", "));
	}

	private static OffsetDateTime time(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
