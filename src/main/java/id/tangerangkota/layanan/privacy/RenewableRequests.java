package id.tangerangkota.layanan.privacy;

import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.KeyedRows;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the words of requests and answers anew with the newest key. */
@Component
@Transactional
class RenewableRequests implements KeyedRows {

	private static final String OUTDATED = " from privacy.request where not starts_with(words, :newest) or not starts_with(answer, :newest)";

	private final Cipher cipher;

	private final JdbcClient jdbc;

	RenewableRequests(Cipher cipher, JdbcClient jdbc) {
		this.cipher = cipher;
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "privacy.request";
	}

	@Override
	@Transactional(readOnly = true)
	public long outdated() {
		return this.jdbc.sql("select count(*)" + OUTDATED)
			.param("newest", this.cipher.newest())
			.query(Long.class)
			.single();
	}

	@Override
	public int renew(int limit) {
		List<Row> rows = this.jdbc.sql("select id, words, answer" + OUTDATED + " limit :limit for update skip locked")
			.param("newest", this.cipher.newest())
			.param("limit", limit)
			.query((row, number) -> new Row(row.getObject("id", UUID.class), row.getString("words"),
					row.getString("answer")))
			.list();
		rows.forEach(this::renew);
		return rows.size();
	}

	private void renew(Row row) {
		this.jdbc.sql("update privacy.request set words = :words, answer = :answer where id = :id")
			.param("words", renewed(row.id(), "words", row.words()))
			.param("answer", renewed(row.id(), "answer", row.answer()))
			.param("id", row.id())
			.update();
	}

	private @Nullable String renewed(UUID id, String column, @Nullable String sealed) {
		if (sealed == null) {
			return null;
		}
		return this.cipher.seal(this.cipher.open(sealed, DataRequests.place(id, column)),
				DataRequests.place(id, column));
	}

	private record Row(UUID id, @Nullable String words, @Nullable String answer) {
	}

}
