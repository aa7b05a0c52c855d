package id.tangerangkota.layanan.complaint.queue;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.complaint.casework.CaseAccess;
import org.jspecify.annotations.Nullable;

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
				(select count(*) from (select 1 from found c where %s limit :most) n) as tab_mine,
				(select count(*) from (select 1 from found c where %s limit :most) n) as tab_unassigned,
				(select count(*) from (select 1 from found c where %s limit :most) n) as tab_verify,
				(select count(*) from (select 1 from found c where %s limit :most) n) as tab_running,
				(select count(*) from (select 1 from found c where %s order by c.due_at limit :most) n) as tab_overdue,
				(select count(*) from (select 1 from found c where %s limit :most) n) as tab_waiting,
				(select count(*) from (select 1 from found c where %s limit :most) n) as tab_resolved""".formatted(
			CaseConditions.MINE, CaseConditions.UNASSIGNED, CaseConditions.VERIFY, CaseConditions.RUNNING,
			CaseConditions.OVERDUE, CaseConditions.WAITING, CaseConditions.RESOLVED);

	private static final String ALL = ", (select count(*) from (select 1 from seen c where true";

	private static final String ALL_END = " limit :most) n) as tab_all";

	/** Each part is left out by what is known before a row is read. */
	private static final String TURNS = """
			) select
				(select count(*) from (select 1 from seen c where :mine and c.officer = :me
					and c.status in ('ASSIGNED', 'IN_PROGRESS') limit :most) n)
				+ (select count(*) from (select 1 from seen c where :unassigned and %s limit :most) n)
				+ (select count(*) from (select 1 from seen c where :verify and %s limit :most) n)"""
		.formatted(CaseConditions.UNASSIGNED, CaseConditions.VERIFY);

	private static final String BY_AGENCY = """
			) select c.agency, count(*) as running, count(*) filter (where %s) as overdue
			from seen c where %s group by c.agency
			order by overdue desc, running desc, c.agency nulls first""".formatted(CaseConditions.OVERDUE,
			CaseConditions.RUNNING);

	/**
	 * What an agency has to work on now.
	 *
	 * @param agency null for what no agency has yet
	 * @param running cases whose time runs, whenever they came
	 * @param overdue those of them past it
	 */
	public record AgencyLoad(@Nullable AgencyId agency, long running, long overdue) {
	}

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
		return count(filter, access, me, EnumSet.allOf(QueueTab.class));
	}

	/**
	 * As {@link #counts}, without {@link QueueTab#ALL}: its words are looked for among
	 * all there ever were, and whoever lists it counts it with that.
	 */
	public Map<QueueTab, TabCount> countsBesidesAll(CaseFilter filter, CaseAccess access, AccountId me) {
		return count(filter, access, me, EnumSet.complementOf(EnumSet.of(QueueTab.ALL)));
	}

	private Map<QueueTab, TabCount> count(CaseFilter filter, CaseAccess access, AccountId me, Set<QueueTab> tabs) {
		return this.jdbc
			.sql(CaseConditions.seen(access) + CaseConditions.asked(filter)
					+ ((filter.words() != null) ? COUNTED_WORDS : COUNTED) + COUNTS
					+ (tabs.contains(QueueTab.ALL)
							? ALL + ((filter.words() != null) ? CaseConditions.WORDS : CaseConditions.NOTHING) + ALL_END
							: CaseConditions.NOTHING))
			.params(CaseConditions.parameters(filter, access, me, this.clock.instant()))
			.param("most", CaseQueue.COUNT_LIMIT + 1)
			.query((row, number) -> {
				Map<QueueTab, TabCount> counts = new EnumMap<>(QueueTab.class);
				for (QueueTab tab : tabs) {
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
		return Math.min(most,
				this.jdbc.sql(CaseConditions.seen(access) + TURNS)
					.param("own", CaseConditions.code(access.agency()))
					.param("me", me.value())
					.param("mine", turn.mine())
					.param("unassigned", turn.unassigned())
					.param("verify", turn.verify())
					.param("most", most)
					.query(Integer.class)
					.single());
	}

	/** All agencies with any, those that are late the most first. */
	public List<AgencyLoad> byAgency(CaseAccess access) {
		return this.jdbc.sql(CaseConditions.seen(access) + BY_AGENCY)
			.param("own", CaseConditions.code(access.agency()))
			.param("now", Timestamp.from(this.clock.instant()))
			.query((row, number) -> {
				String agency = row.getString("agency");
				return new AgencyLoad((agency != null) ? new AgencyId(agency) : null, row.getLong("running"),
						row.getLong("overdue"));
			})
			.list();
	}

}
