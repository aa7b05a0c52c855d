package id.tangerangkota.layanan.complaint.queue;

import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Filters of the queue that members of the staff keep for themselves. */
@Service
@Transactional
public class SavedViews {

	/** More than that nobody finds again. */
	public static final int MOST = 20;

	/** Of a name, in characters. */
	public static final int LONGEST_NAME = 60;

	private final JdbcClient jdbc;

	SavedViews(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A filter with a name.
	 *
	 * @param query as it stands in the address of the queue
	 */
	public record SavedView(UUID id, String name, String query) {
	}

	@Transactional(readOnly = true)
	public List<SavedView> of(AccountId account) {
		return this.jdbc
			.sql("select id, name, query from complaint.saved_view where account = ? order by lower(name), id")
			.param(account.value())
			.query((row, number) -> new SavedView(row.getObject("id", UUID.class), row.getString("name"),
					row.getString("query")))
			.list();
	}

	/**
	 * Keeps a filter; one of the same name is replaced.
	 * @return false if there are too many already
	 */
	public boolean keep(AccountId account, String name, String query) {
		return this.jdbc.sql("""
				insert into complaint.saved_view (id, account, name, query)
				select :id, :account, :name, :query
				where (select count(*) from complaint.saved_view where account = :account and name <> :name) < :most
				on conflict (account, name) do update set query = excluded.query""")
			.param("id", UUID.randomUUID())
			.param("account", account.value())
			.param("name", name)
			.param("query", query)
			.param("most", MOST)
			.update() == 1;
	}

	public void remove(AccountId account, UUID id) {
		this.jdbc.sql("delete from complaint.saved_view where account = ? and id = ?")
			.param(account.value())
			.param(id)
			.update();
	}

}
