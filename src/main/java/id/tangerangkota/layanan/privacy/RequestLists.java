package id.tangerangkota.layanan.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads lists of requests. Each view has a statement of its own, and so its own index.
 */
@Component
class RequestLists {

	private static final String COLUMNS = "select id, account_id, kind, state, filed_at, due_at, answered_at";

	private static final String COUNT = "select count(*)";

	private static final String OF_KIND = " and (cast(:kind as text) is null or kind = :kind)";

	private static final String QUEUE = " from privacy.request where (state = 'OPEN' or handled_by is not null)"
			+ OF_KIND;

	private static final String OPEN = " from privacy.request where state = 'OPEN'" + OF_KIND;

	private static final String OVERDUE = " from privacy.request where state = 'OPEN' and due_at < :now" + OF_KIND;

	private static final String ANSWERED = " from privacy.request where handled_by is not null" + OF_KIND;

	private static final String SELF_SERVED = " from privacy.request where state <> 'OPEN' and handled_by is null"
			+ OF_KIND;

	private static final String URGENT_FIRST = """
			 order by state = 'OPEN' desc, case when state = 'OPEN' then due_at end, answered_at desc, id
			limit :size offset :offset""";

	private final JdbcClient jdbc;

	RequestLists(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	RequestPage list(RequestFilter filter, Instant now, int size, int offset) {
		return switch (filter.view()) {
			case QUEUE -> list(COLUMNS + QUEUE + URGENT_FIRST, COUNT + QUEUE, filter, null, size, offset);
			case OPEN -> list(COLUMNS + OPEN + URGENT_FIRST, COUNT + OPEN, filter, null, size, offset);
			case OVERDUE -> list(COLUMNS + OVERDUE + URGENT_FIRST, COUNT + OVERDUE, filter, now, size, offset);
			case ANSWERED -> list(COLUMNS + ANSWERED + URGENT_FIRST, COUNT + ANSWERED, filter, null, size, offset);
			case SELF_SERVED ->
				list(COLUMNS + SELF_SERVED + URGENT_FIRST, COUNT + SELF_SERVED, filter, null, size, offset);
		};
	}

	private RequestPage list(String page, String count, RequestFilter filter, @Nullable Instant now, int size,
			int offset) {
		List<RequestSummary> items = filtered(page, filter, now).param("size", size)
			.param("offset", offset)
			.query(RequestLists::summary)
			.list();
		return new RequestPage(items, filtered(count, filter, now).query(Long.class).single());
	}

	private JdbcClient.StatementSpec filtered(String sql, RequestFilter filter, @Nullable Instant now) {
		RequestKind kind = filter.kind();
		return this.jdbc.sql(sql)
			.param("kind", (kind != null) ? kind.name() : null)
			.param("now", (now != null) ? Timestamp.from(now) : null);
	}

	RequestPage of(AccountId account, int size, int offset) {
		List<RequestSummary> items = this.jdbc.sql(COLUMNS + """
				 from privacy.request where account_id = :account
				order by state = 'OPEN' desc, filed_at desc, id limit :size offset :offset""")
			.param("account", account.value())
			.param("size", size)
			.param("offset", offset)
			.query(RequestLists::summary)
			.list();
		long total = this.jdbc.sql("select count(*) from privacy.request where account_id = ?")
			.param(account.value())
			.query(Long.class)
			.single();
		return new RequestPage(items, total);
	}

	RequestCounts counts(Instant now) {
		return this.jdbc.sql("""
				select count(*) as open, count(*) filter (where due_at < ?) as overdue
				from privacy.request where state = 'OPEN'""")
			.param(Timestamp.from(now))
			.query((row, number) -> new RequestCounts(row.getLong("open"), row.getLong("overdue")))
			.single();
	}

	private static RequestSummary summary(ResultSet row, int number) throws SQLException {
		Timestamp answered = row.getTimestamp("answered_at");
		return new RequestSummary(new RequestId(row.getObject("id", UUID.class)),
				new AccountId(row.getObject("account_id", UUID.class)), RequestKind.valueOf(row.getString("kind")),
				RequestState.valueOf(row.getString("state")), row.getTimestamp("filed_at").toInstant(),
				row.getTimestamp("due_at").toInstant(), (answered != null) ? answered.toInstant() : null);
	}

}
