package id.tangerangkota.layanan.complaint.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.CaseAccess;
import id.tangerangkota.layanan.region.RegionCode;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The cases of the staff. A list is read up to {@link #COUNT_LIMIT} in its order, and
 * pages are cut out of that: so it is counted and shown by one statement, whose cost does
 * not depend on how many complaints there are. Statements are put together from what is
 * asked for, and each has an index that fits.
 * <p>
 * What is read is shown, not decided upon, so no method needs a transaction.
 */
@Component
public class CaseQueue {

	/** Counting, and leafing, stops here. */
	public static final int COUNT_LIMIT = 1000;

	/** How far ahead somebody who works off a list is led. */
	private static final int AHEAD = 200;

	private static final int FETCHED_AT_ONCE = 500;

	private static final String ALL = "true";

	private static final String WORDS_OF_OPEN = " and " + CaseConditions.OPEN + CaseConditions.WORDS;

	/**
	 * Of common words some that hold them, one more than are counted, which need not be
	 * the newest: whoever looks for those is told to say more. Tables to take along have
	 * all.
	 */
	private static final String WORDS_OF_ALL = CaseConditions.WORDS + " limit 1001";

	private static final String BY_DUE = " order by c.due_at, c.id";

	private static final String BY_ANSWER = " order by c.waiting_until, c.id";

	private static final String BY_CLOSING = " order by c.closes_at, c.id";

	private static final String NEWEST = " order by c.received_at desc, c.id";

	private static final String FOUND = """
			), found as materialized (
				select f.id, row_number() over () as place from (select c.id from seen c where\s""";

	private static final String LINES = """
			 limit :most) f)
			select t.total, c.*, coalesce(c.waiting_until, c.closes_at) as until
			from (select count(*) as total from found) t
			left join (select id, place from found order by place limit :size offset :offset) f on true
			left join complaint.complaint c on c.id = f.id
			order by f.place""";

	private static final String IDS = """
			 limit :most) f)
			select f.id, c.ticket_year, c.ticket_number from found f join complaint.complaint c on c.id = f.id
			order by f.place""";

	private static final String ALL_ROWS = """
			 limit :most) f)
			select c.* from found f join complaint.complaint c on c.id = f.id order by f.place""";

	private static final String PLACES = ") select c.sub_district, count(*) as number from seen c where ";

	private static final String PER_PLACE = " and c.sub_district is not null group by c.sub_district";

	/** What a statement reads of the cases it finds. */
	private enum Wanted {

		LINES, IDS, ROWS, PLACES

	}

	private final JdbcClient jdbc;

	private final CaseRows rows;

	private final Clock clock;

	CaseQueue(JdbcClient jdbc, CaseRows rows, Clock clock) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.clock = clock;
	}

	/**
	 * A page of the queue.
	 * @param me whose the cases of {@link QueueTab#MINE} are
	 * @param page from 1
	 * @param size 1 to 100
	 */
	public CasePage list(CaseFilter filter, CaseAccess access, AccountId me, int page, int size) {
		List<CaseLine> lines = new ArrayList<>();
		long[] total = new long[1];
		ask(Wanted.LINES, filter, access, me).param("most", COUNT_LIMIT + 1)
			.param("size", size)
			.param("offset", (page - 1L) * size)
			.query((ResultSet row) -> {
				total[0] = row.getLong("total");
				if (row.getObject("id") != null) {
					lines.add(this.rows.line(row));
				}
			});
		boolean capped = total[0] > COUNT_LIMIT;
		return new CasePage(lines, Math.min(total[0], COUNT_LIMIT), capped,
				capped && filter.words() != null && filter.tab() == QueueTab.ALL);
	}

	/**
	 * The case that comes after one in a list: for whoever works it off. To be asked
	 * before something is done, which may take the case out of the list.
	 */
	public Optional<TicketNumber> after(ComplaintId current, CaseFilter filter, CaseAccess access, AccountId me) {
		List<UUID> ids = new ArrayList<>();
		List<TicketNumber> tickets = new ArrayList<>();
		ask(Wanted.IDS, filter, access, me).param("most", AHEAD).query((ResultSet row) -> {
			ids.add(row.getObject("id", UUID.class));
			tickets.add(CaseRows.ticket(row));
		});
		int place = ids.indexOf(current.value());
		int next = (place + 1 < ids.size()) ? place + 1 : 0;
		return (next == place || ids.isEmpty()) ? Optional.empty() : Optional.of(tickets.get(next));
	}

	/** Inside of a transaction, or all rows are in memory at once. */
	void export(CaseFilter filter, CaseAccess access, AccountId me, int most, RowCallbackHandler handler) {
		ask(Wanted.ROWS, filter, access, me).param("most", most).withFetchSize(FETCHED_AT_ONCE).query(handler);
	}

	/** How many open cases there are in each kelurahan, those without any left out. */
	public Map<RegionCode, Long> perSubDistrict(CaseFilter filter, CaseAccess access, AccountId me) {
		Map<RegionCode, Long> counts = new LinkedHashMap<>();
		ask(Wanted.PLACES, filter, access, me).query((ResultSet row) -> {
			counts.put(new RegionCode(row.getString("sub_district")), row.getLong("number"));
		});
		return counts;
	}

	/** A statement for what is asked, with all parameters but those of its end. */
	private JdbcClient.StatementSpec ask(Wanted wanted, CaseFilter filter, CaseAccess access, AccountId me) {
		QueueTab tab = filter.tab();
		return this.jdbc
			.sql(CaseConditions.seen(access) + CaseConditions.asked(filter)
					+ ((filter.words() == null) ? CaseConditions.NOTHING
							: (tab != QueueTab.ALL || wanted == Wanted.PLACES) ? WORDS_OF_OPEN
									: (wanted == Wanted.ROWS) ? CaseConditions.WORDS : WORDS_OF_ALL)
					+ ((wanted == Wanted.PLACES) ? PLACES : FOUND) + those(tab, wanted) + rest(tab, wanted))
			.params(CaseConditions.parameters(filter, access, me, time()));
	}

	private static String those(QueueTab tab, Wanted wanted) {
		return switch (tab) {
			case MINE -> CaseConditions.MINE;
			case UNASSIGNED -> CaseConditions.UNASSIGNED;
			case VERIFY -> CaseConditions.VERIFY;
			case RUNNING -> CaseConditions.RUNNING;
			case OVERDUE -> CaseConditions.OVERDUE;
			case WAITING -> CaseConditions.WAITING;
			case RESOLVED -> CaseConditions.RESOLVED;
			case ALL -> (wanted == Wanted.PLACES) ? CaseConditions.OPEN : ALL;
		};
	}

	private static String rest(QueueTab tab, Wanted wanted) {
		return switch (wanted) {
			case LINES -> order(tab) + LINES;
			case IDS -> order(tab) + IDS;
			case ROWS -> order(tab) + ALL_ROWS;
			case PLACES -> PER_PLACE;
		};
	}

	private static String order(QueueTab tab) {
		return switch (tab) {
			case WAITING -> BY_ANSWER;
			case RESOLVED -> BY_CLOSING;
			case ALL -> NEWEST;
			default -> BY_DUE;
		};
	}

	Instant time() {
		return this.clock.instant();
	}

	static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp value = row.getTimestamp(column);
		return (value != null) ? value.toInstant() : null;
	}

}
