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
	void add(Happening happening, Collection<Addressee> accounts) {
		this.jdbc.sql("""
				insert into notification.inbox_entry (account_id, happening_id, created_at, asks)
				select account, :happening, :now, asks
				from unnest(cast(:accounts as uuid[]), cast(:asks as boolean[])) as told (account, asks)
				on conflict do nothing""")
			.param("happening", happening.id())
			.param("now", OutboxRows.timestamp(happening.createdAt()))
			.param("accounts", accounts.stream().map(Addressee::id).toArray(UUID[]::new))
			.param("asks", accounts.stream().map(Addressee::asked).toArray(Boolean[]::new))
			.update();
	}

}
