package id.tangerangkota.layanan.notification;

import java.util.Collection;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the table {@code notification.inbox_entry}. */
@Component
class InboxRows {

	private final JdbcClient jdbc;

	InboxRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** An entry for each account; again is no error. */
	void add(Happening happening, Collection<UUID> accounts) {
		this.jdbc.sql("""
				insert into notification.inbox_entry (account_id, happening_id, created_at)
				select account, :happening, :now from unnest(cast(:accounts as uuid[])) as account
				on conflict do nothing""")
			.param("happening", happening.id())
			.param("now", OutboxRows.timestamp(happening.createdAt()))
			.param("accounts", accounts.toArray(UUID[]::new))
			.update();
	}

}
