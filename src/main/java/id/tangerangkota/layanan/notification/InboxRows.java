package id.tangerangkota.layanan.notification;

import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.notification.OutboxRows.Message;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the table {@code notification.inbox_entry}. */
@Component
class InboxRows {

	private final JdbcClient jdbc;

	InboxRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** An entry for each; again is no error. */
	void addAll(List<Message> messages) {
		if (messages.isEmpty()) {
			return;
		}
		this.jdbc.sql("""
				insert into notification.inbox_entry (account_id, happening_id, created_at, asks)
				select account, h.id, h.created_at, asks
				from unnest(cast(:accounts as uuid[]), cast(:happenings as uuid[]), cast(:asks as boolean[]))
					as told (account, happening, asks) join notification.happening h on h.id = told.happening
				on conflict do nothing""")
			.param("accounts", messages.stream().map((message) -> message.to().id()).toArray(UUID[]::new))
			.param("happenings", messages.stream().map((message) -> message.happening().id()).toArray(UUID[]::new))
			.param("asks", messages.stream().map((message) -> message.to().asked()).toArray(Boolean[]::new))
			.update();
	}

}
