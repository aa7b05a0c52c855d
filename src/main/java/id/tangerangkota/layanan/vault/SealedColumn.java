package id.tangerangkota.layanan.vault;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * One sealed column of a table whose rows have ids. Subclasses give the statements whole,
 * because SQL is never put together; in each of them {@code :newest} is how a value
 * begins that is sealed with the newest key.
 */
@Transactional
public abstract class SealedColumn implements KeyedRows {

	private final JdbcClient jdbc;

	private final Cipher cipher;

	private final Function<UUID, Place> place;

	protected SealedColumn(JdbcClient jdbc, Cipher cipher, Function<UUID, Place> place) {
		this.jdbc = jdbc;
		this.cipher = cipher;
		this.place = place;
	}

	private record Row(UUID id, String sealed) {
	}

	/**
	 * Counts.
	 * @param sql gives the number of rows that are sealed with an older key
	 */
	protected final long countOutdated(String sql) {
		return this.jdbc.sql(sql).param("newest", this.cipher.newest()).query(Long.class).single();
	}

	/**
	 * Seals rows anew.
	 * @param find gives {@code id} and {@code sealed} of up to {@code :limit} rows that
	 * are sealed with an older key, and locks them
	 * @param update writes {@code :sealed} into the row {@code :id}
	 */
	protected final int sealAnew(String find, String update, int limit) {
		List<Row> rows = this.jdbc.sql(find)
			.param("newest", this.cipher.newest())
			.param("limit", limit)
			.query((row, number) -> new Row(row.getObject("id", UUID.class), row.getString("sealed")))
			.list();
		for (Row row : rows) {
			Place here = this.place.apply(row.id());
			this.jdbc.sql(update)
				.param("sealed", this.cipher.seal(this.cipher.open(row.sealed(), here), here))
				.param("id", row.id())
				.update();
		}
		return rows.size();
	}

}
