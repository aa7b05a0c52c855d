package id.tangerangkota.layanan.audit;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the audit trail. */
@Component
@Transactional(readOnly = true)
public class AuditReader {

	/** Lists are counted up to here. */
	public static final int COUNT_LIMIT = 1000;

	private static final int ROWS_AT_ONCE = 1000;

	/**
	 * Everything the filter asks but what the way to the rows asks already; checked row
	 * by row.
	 */
	private static final String MATCHES = """
			at >= :from and at < :to
			and (cast(:action as text) is null or action = :action)
			and (cast(:actor as uuid) is null or actor_account = :actor)
			and (cast(:subject as text) is null or subject_id = :subject)
			and (cast(:outcome as text) is null or outcome = :outcome)
			""";

	/**
	 * Ways to the rows, each along an index, in the order in which they are preferred.
	 */
	private static final Map<String, String> WAYS = ways();

	private static final String OLDER = alongOneWay(
			"select " + Entry.COLUMNS + " from audit.entry where " + MATCHES + """
					and (at, chain, seq) < (:cursorAt, :cursorChain, :cursorSeq) and %s
					order by at desc, chain desc, seq desc limit :limit""") + " order by at desc, chain desc, seq desc";

	private static final String NEWER = alongOneWay(
			"select " + Entry.COLUMNS + " from audit.entry where " + MATCHES + """
					and (at, chain, seq) > (:cursorAt, :cursorChain, :cursorSeq) and %s
					order by at, chain, seq limit :limit""") + " order by at, chain, seq";

	private static final String COUNT = "select count(*) from ("
			+ alongOneWay("select 1 from audit.entry where " + MATCHES + " and %s limit cast(:limit as bigint)") + ")";

	/** Goes from one action to the next in the index, however many rows each has. */
	private static final String ACTIONS = """
			with recursive found as (
				(select action from audit.entry order by action limit 1)
				union all
				select (select e.action from audit.entry e where e.action > f.action order by e.action limit 1)
				from found f where f.action is not null
			)
			select action from found where action is not null
			""";

	private final JdbcClient jdbc;

	private final Seal seal;

	private final AuditTrail trail;

	private final TransactionTemplate moment;

	AuditReader(JdbcClient jdbc, Seal seal, AuditTrail trail, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.seal = seal;
		this.trail = trail;
		this.moment = new TransactionTemplate(transactions);
		this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.moment.setReadOnly(true);
	}

	/**
	 * What the trail is at one moment: rows never change, so the ends of the chains tell
	 * which ones there were.
	 */
	private record Moment(Map<String, Long> ends, long records) {
	}

	/** Takes what somebody exports. */
	public interface ExportTarget {

		/** Begins, before the first row. */
		void begin(long records) throws IOException;

		/** Takes the next row. */
		void write(AuditRecord record) throws IOException;

		/** Ends, after the last row. */
		void end() throws IOException;

	}

	private static Map<String, String> ways() {
		Map<String, String> ways = new LinkedHashMap<>();
		ways.put("subject", "subject_id = :subject");
		ways.put("actor", "actor_account = :actor");
		ways.put("action", "action = :action");
		ways.put("refused", "outcome = 'REFUSED'");
		ways.put("time", "true");
		return ways;
	}

	/**
	 * All ways in one statement. The server walks the one that is asked for: the plan is
	 * made once for all values, and "or" would keep it from using an index.
	 */
	private static String alongOneWay(String select) {
		return WAYS.entrySet()
			.stream()
			.map((way) -> "(" + select.formatted(":way = '" + way.getKey() + "' and " + way.getValue()) + ")")
			.collect(Collectors.joining(" union all "));
	}

	private static String way(AuditFilter filter) {
		if (filter.subject() != null) {
			return "subject";
		}
		if (filter.actor() != null) {
			return "actor";
		}
		if (filter.action() != null) {
			return "action";
		}
		return (filter.outcome() == AuditOutcome.REFUSED) ? "refused" : "time";
	}

	/**
	 * A page of the rows a filter finds, in two queries.
	 * @param olderThan where the page begins, null for the newest rows
	 */
	public AuditPage search(AuditFilter filter, @Nullable AuditCursor olderThan, int size) {
		List<AuditRecord> records = rows(OLDER, filter, (olderThan != null) ? olderThan : end(filter), size + 1);
		boolean more = records.size() > size;
		return page(filter, more ? records.subList(0, size) : records, olderThan != null, more);
	}

	/**
	 * The page of the rows next to this one that are newer; the first page where there
	 * are too few.
	 */
	public AuditPage searchBack(AuditFilter filter, AuditCursor newerThan, int size) {
		List<AuditRecord> records = rows(NEWER, filter, newerThan, size + 1);
		if (records.size() <= size) {
			return search(filter, null, size);
		}
		return page(filter, records.subList(0, size).reversed(), true, true);
	}

	private AuditPage page(AuditFilter filter, List<AuditRecord> records, boolean newer, boolean older) {
		long total = count(filter, COUNT_LIMIT + 1);
		return new AuditPage(List.copyOf(records), Math.min(total, COUNT_LIMIT), total > COUNT_LIMIT,
				(newer && !records.isEmpty()) ? records.getFirst().cursor() : null,
				(older && !records.isEmpty()) ? records.getLast().cursor() : null);
	}

	private List<AuditRecord> rows(String sql, AuditFilter filter, AuditCursor cursor, int limit) {
		return asked(this.jdbc.sql(sql), filter).param("cursorAt", time(cursor.at()))
			.param("cursorChain", cursor.chain())
			.param("cursorSeq", cursor.seq())
			.param("limit", limit)
			.query(Link::of)
			.list()
			.stream()
			.map(AuditRecord::of)
			.toList();
	}

	private long count(AuditFilter filter, @Nullable Integer limit) {
		return asked(this.jdbc.sql(COUNT), filter).param("limit", limit).query(Long.class).single();
	}

	private static JdbcClient.StatementSpec asked(JdbcClient.StatementSpec statement, AuditFilter filter) {
		return statement.param("way", way(filter))
			.param("from", (filter.from() != null) ? time(filter.from()) : OffsetDateTime.MIN)
			.param("to", (filter.to() != null) ? time(filter.to()) : OffsetDateTime.MAX)
			.param("action", filter.action())
			.param("actor", (filter.actor() != null) ? filter.actor().value() : null)
			.param("subject", filter.subject())
			.param("outcome", (filter.outcome() != null) ? filter.outcome().name() : null);
	}

	/** No row has such a chain: everything before the end is older. */
	private static AuditCursor end(AuditFilter filter) {
		return new AuditCursor((filter.to() != null) ? filter.to() : OffsetDateTime.MAX.toInstant(), "", 0);
	}

	private static OffsetDateTime time(Instant instant) {
		Instant last = OffsetDateTime.MAX.toInstant();
		return instant.equals(last) ? OffsetDateTime.MAX : instant.atOffset(ZoneOffset.UTC);
	}

	/** A row and those beside it. */
	public Optional<AuditDetail> find(String chain, long seq) {
		List<Link> links = this.jdbc
			.sql("select " + Entry.COLUMNS + " from audit.entry where chain = ? and seq between ? and ? order by seq")
			.param(chain)
			.param(seq - 1)
			.param(seq + 1)
			.query(Link::of)
			.list();
		Map<Long, Link> bySeq = new LinkedHashMap<>();
		links.forEach((link) -> bySeq.put(link.entry().seq(), link));
		Link link = bySeq.get(seq);
		if (link == null) {
			return Optional.empty();
		}
		Link before = bySeq.get(seq - 1);
		boolean intact = (before != null || seq == 1)
				&& this.seal.fits(link, (before != null) ? before.hash().value() : new byte[0]);
		return Optional.of(new AuditDetail(AuditRecord.of(link), record(before), record(bySeq.get(seq + 1)), intact));
	}

	private static @Nullable AuditRecord record(@Nullable Link link) {
		return (link != null) ? AuditRecord.of(link) : null;
	}

	/** Every action there is a row of. */
	public List<String> actions() {
		return this.jdbc.sql(ACTIONS).query((row, number) -> row.getString("action")).list();
	}

	/** What is known about the trail being whole. */
	public AuditState state() {
		return this.jdbc
			.sql("""
					select v.at, coalesce(v.entries, 0) as entries, v.problem, (select max(day) from audit.anchor) as anchored
					from (select 1) one left join (select * from audit.verification order by id desc limit 1) v on true""")
			.query((row, number) -> new AuditState(instant(row.getObject("at", OffsetDateTime.class)),
					row.getLong("entries"), row.getString("problem"), row.getObject("anchored", LocalDate.class)))
			.single();
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
		return (time != null) ? time.toInstant() : null;
	}

	/**
	 * Hands out all rows a filter finds, the newest first, as they are at this moment.
	 * That somebody took them is on record before the first one leaves. No transaction
	 * and no connection waits for whoever takes them.
	 */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public void export(AuditFilter filter, ExportTarget target) throws IOException {
		Moment now = Objects.requireNonNull(this.moment.execute((status) -> new Moment(ends(), count(filter, null))));
		this.trail.on(new AuditExported(filter, now.records()));
		target.begin(now.records());
		AuditCursor cursor = end(filter);
		List<AuditRecord> records;
		do {
			records = rows(OLDER, filter, cursor, ROWS_AT_ONCE);
			for (AuditRecord record : records) {
				if (record.seq() <= now.ends().getOrDefault(record.chain(), 0L)) {
					target.write(record);
				}
				cursor = record.cursor();
			}
		}
		while (records.size() == ROWS_AT_ONCE);
		target.end();
	}

	private Map<String, Long> ends() {
		return this.jdbc.sql("select name, seq from audit.chain").query((row) -> {
			Map<String, Long> ends = new HashMap<>();
			while (row.next()) {
				ends.put(row.getString("name"), row.getLong("seq"));
			}
			return ends;
		});
	}

}
