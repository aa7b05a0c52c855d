package id.tangerangkota.layanan.complaint.queue;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.complaint.casework.CaseAccess;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the cases of the staff, for tabs and for what waits for somebody. What is
 * counted is shown, not decided upon, so no method needs a transaction.
 */
@Component
public class CaseCounts {

	private static final String COUNTED = "), found as not materialized (select * from seen c where true";

	/**
	 * Words are looked for once for all tabs of open cases: in all of them, as those that
	 * hold common words would else be some of each tab.
	 */
	private static final String COUNTED_WORDS = """
			), found as materialized (select c.status, c.officer, c.due_at from seen c where true""" + " and "
			+ CaseConditions.OPEN + CaseConditions.WORDS;

	/**
	 * What is overdue is counted in its order: a plan for any time would read the whole
	 * table, as if a third of it were late.
	 */
	private static final String COUNTS = """
			) select
				(select count(*) from (select 1 from found c where c.officer = :me
					and c.status in ('SUBMITTED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_FOR_CITIZEN', 'RESOLVED')
					limit :most) n) as tab_mine,
				(select count(*) from (select 1 from found c where c.status in ('ASSIGNED', 'IN_PROGRESS')
					and c.officer is null limit :most) n) as tab_unassigned,
				(select count(*) from (select 1 from found c where c.status = 'SUBMITTED' limit :most) n) as tab_verify,
				(select count(*) from (select 1 from found c where c.due_at is not null limit :most) n) as tab_running,
				(select count(*) from (select 1 from found c where c.due_at < :now order by c.due_at limit :most) n)
					as tab_overdue,
				(select count(*) from (select 1 from found c where c.status = 'WAITING_FOR_CITIZEN' limit :most) n)
					as tab_waiting,
				(select count(*) from (select 1 from found c where c.status = 'RESOLVED' limit :most) n) as tab_resolved,
				(select count(*) from (select 1 from seen c where true""";

	private static final String COUNTS_END = " limit :most) n) as tab_all";

	/** Each part is left out by what is known before a row is read. */
	private static final String TURNS = """
			) select
				(select count(*) from (select 1 from seen c where :mine and c.officer = :me
					and c.status in ('ASSIGNED', 'IN_PROGRESS') limit :most) n)
				+ (select count(*) from (select 1 from seen c where :unassigned and c.officer is null
					and c.status in ('ASSIGNED', 'IN_PROGRESS') limit :most) n)
				+ (select count(*) from (select 1 from seen c where :verify and c.status = 'SUBMITTED' limit :most) n)""";

	/**
	 * Whose turn it can be.
	 *
	 * @param mine cases of one's own to go on with
	 * @param unassigned cases of one's agency that nobody has taken
	 * @param verify what came in
	 */
	public record Turn(boolean mine, boolean unassigned, boolean verify) {
	}

	private final JdbcClient jdbc;

	private final Clock clock;

	CaseCounts(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * How many cases each tab has of those the filter lets through, whatever its own tab
	 * is; up to one more than {@link CaseQueue#COUNT_LIMIT}.
	 */
	public Map<QueueTab, TabCount> counts(CaseFilter filter, CaseAccess access, AccountId me) {
		return this.jdbc
			.sql(CaseConditions.SEEN + ((access.agency() != null)
					? (access.supervisory() ? CaseConditions.OWN_OR_SUPERVISORY : CaseConditions.OWN)
					: access.ordinary() ? (access.supervisory() ? CaseConditions.NOTHING : CaseConditions.ORDINARY)
							: access.supervisory() ? CaseConditions.SUPERVISORY : CaseConditions.NONE)
					+ ((filter.agency() != null) ? CaseConditions.AGENCY : CaseConditions.NOTHING)
					+ ((filter.officer() != null) ? CaseConditions.OFFICER : CaseConditions.NOTHING)
					+ ((filter.category() != null) ? CaseConditions.CATEGORY : CaseConditions.NOTHING)
					+ ((filter.kind() != null) ? CaseConditions.KIND : CaseConditions.NOTHING)
					+ ((filter.subDistrict() != null) ? CaseConditions.PLACE : CaseConditions.NOTHING)
					+ ((filter.service() != null) ? CaseConditions.SERVICE : CaseConditions.NOTHING)
					+ ((filter.from() != null || filter.until() != null) ? CaseConditions.RECEIVED
							: CaseConditions.NOTHING)
					+ ((filter.words() != null) ? COUNTED_WORDS : COUNTED) + COUNTS
					+ ((filter.words() != null) ? CaseConditions.WORDS : CaseConditions.NOTHING) + COUNTS_END)
			.params(CaseConditions.parameters(filter, access, me, this.clock.instant()))
			.param("most", CaseQueue.COUNT_LIMIT + 1)
			.query((row, number) -> {
				Map<QueueTab, TabCount> counts = new EnumMap<>(QueueTab.class);
				for (QueueTab tab : QueueTab.values()) {
					counts.put(tab, new TabCount(row.getLong("tab_" + tab.key())));
				}
				return counts;
			})
			.single();
	}

	/**
	 * How many cases wait for somebody to do something.
	 * @param most where counting stops
	 */
	public int waiting(CaseAccess access, AccountId me, Turn turn, int most) {
		return Math.min(most, this.jdbc
			.sql(CaseConditions.SEEN + ((access.agency() != null)
					? (access.supervisory() ? CaseConditions.OWN_OR_SUPERVISORY : CaseConditions.OWN)
					: access.ordinary() ? (access.supervisory() ? CaseConditions.NOTHING : CaseConditions.ORDINARY)
							: access.supervisory() ? CaseConditions.SUPERVISORY : CaseConditions.NONE)
					+ TURNS)
			.param("own", CaseConditions.code(access.agency()))
			.param("me", me.value())
			.param("mine", turn.mine())
			.param("unassigned", turn.unassigned())
			.param("verify", turn.verify())
			.param("most", most)
			.query(Integer.class)
			.single());
	}

}
