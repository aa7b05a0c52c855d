package id.tangerangkota.layanan.complaint.queue;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.complaint.casework.CaseAccess;
import id.tangerangkota.layanan.web.DayRange;
import org.jspecify.annotations.Nullable;

/**
 * What lets cases through, as SQL about rows {@code c}: what somebody may see at all, and
 * what they ask for.
 */
final class CaseConditions {

	private static final String SEEN = "with seen as not materialized (select * from complaint.complaint c where true";

	static final String NOTHING = "";

	private static final String OWN = " and c.agency = :own and not c.supervisory";

	private static final String OWN_OR_SUPERVISORY = " and (c.agency = :own or c.supervisory)";

	private static final String ORDINARY = " and not c.supervisory";

	private static final String SUPERVISORY = " and c.supervisory";

	private static final String NONE = " and false";

	static final String OPEN = "c.status in "
			+ "('SUBMITTED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_FOR_CITIZEN', 'RESOLVED')";

	static final String MINE = "c.officer = :me and " + OPEN;

	static final String UNASSIGNED = "c.status in ('ASSIGNED', 'IN_PROGRESS') and c.officer is null";

	static final String VERIFY = "c.status = 'SUBMITTED'";

	static final String RUNNING = "c.due_at is not null";

	static final String OVERDUE = "c.due_at < :now";

	static final String WAITING = "c.status = 'WAITING_FOR_CITIZEN'";

	static final String RESOLVED = "c.status = 'RESOLVED'";

	private static final String AGENCY = " and c.agency = :agency";

	private static final String OFFICER = " and c.officer = :officer";

	private static final String CATEGORY = " and c.category = :category";

	private static final String KIND = " and c.kind = :kind";

	private static final String PLACE = " and c.sub_district = :place";

	private static final String SERVICE = " and c.service_id = :service";

	private static final String RECEIVED = " and c.received_at >= :from and c.received_at < :until";

	static final String WORDS = " and c.sealed is null"
			+ " and to_tsvector('pg_catalog.simple', c.subject || ' ' || c.body)"
			+ " @@ websearch_to_tsquery('pg_catalog.simple', :words)";

	private CaseConditions() {
	}

	/** Begins a statement about the cases somebody may see, to go on as {@code seen}. */
	static String seen(CaseAccess access) {
		return SEEN + permitted(access);
	}

	/** Of rows {@code c} those somebody may see; its parameter is {@code own}. */
	static String permitted(CaseAccess access) {
		if (access.agency() != null) {
			return access.supervisory() ? OWN_OR_SUPERVISORY : OWN;
		}
		if (access.ordinary()) {
			return access.supervisory() ? NOTHING : ORDINARY;
		}
		return access.supervisory() ? SUPERVISORY : NONE;
	}

	/** Of rows {@code c} those that are asked for, but for words, whose place differs. */
	static String asked(CaseFilter filter) {
		return ((filter.agency() != null) ? AGENCY : NOTHING) + ((filter.officer() != null) ? OFFICER : NOTHING)
				+ ((filter.category() != null) ? CATEGORY : NOTHING) + ((filter.kind() != null) ? KIND : NOTHING)
				+ ((filter.subDistrict() != null) ? PLACE : NOTHING) + ((filter.service() != null) ? SERVICE : NOTHING)
				+ ((filter.from() != null || filter.until() != null) ? RECEIVED : NOTHING);
	}

	/** The values of all conditions, whichever are used. */
	static Map<String, @Nullable Object> parameters(CaseFilter filter, CaseAccess access, AccountId me, Instant now) {
		Map<String, @Nullable Object> parameters = new HashMap<>();
		parameters.put("own", code(access.agency()));
		parameters.put("me", me.value());
		parameters.put("now", Timestamp.from(now));
		parameters.put("agency", code(filter.agency()));
		parameters.put("officer", (filter.officer() != null) ? filter.officer().value() : null);
		parameters.put("category", filter.category());
		parameters.put("kind", (filter.kind() != null) ? filter.kind().name() : null);
		parameters.put("place", code(filter.subDistrict()));
		parameters.put("service", (filter.service() != null) ? filter.service().value() : null);
		parameters.put("from", Timestamp.from(DayRange.startOrEver(filter.from())));
		parameters.put("until", Timestamp.from(DayRange.endOrNever(filter.until())));
		parameters.put("words", filter.words());
		return parameters;
	}

	static @Nullable String code(@Nullable Object value) {
		return (value != null) ? value.toString() : null;
	}

}
