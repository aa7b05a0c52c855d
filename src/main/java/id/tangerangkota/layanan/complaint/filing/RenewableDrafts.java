package id.tangerangkota.layanan.complaint.filing;

import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.KeyedRows;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes drafts anew with the newest key. */
@Component
@Transactional
class RenewableDrafts implements KeyedRows {

	private final Cipher cipher;

	private final JdbcClient jdbc;

	RenewableDrafts(Cipher cipher, JdbcClient jdbc) {
		this.cipher = cipher;
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "complaint.draft";
	}

	@Override
	@Transactional(readOnly = true)
	public long outdated() {
		return this.jdbc.sql("select count(*) from complaint.draft where sealed not like :newest")
			.param("newest", newest())
			.query(Long.class)
			.single();
	}

	@Override
	public int renew(int limit) {
		List<Row> rows = this.jdbc.sql("""
				select id, sealed from complaint.draft where sealed not like :newest
				limit :limit for update skip locked""")
			.param("newest", newest())
			.param("limit", limit)
			.query((row, number) -> new Row(row.getObject("id", UUID.class), row.getString("sealed")))
			.list();
		rows.forEach((row) -> this.jdbc.sql("update complaint.draft set sealed = :sealed where id = :id")
			.param("sealed",
					this.cipher.seal(this.cipher.open(row.sealed(), Drafts.place(row.id())), Drafts.place(row.id())))
			.param("id", row.id())
			.update());
		return rows.size();
	}

	private String newest() {
		return "v1:" + this.cipher.currentKey() + ":%";
	}

	private record Row(UUID id, String sealed) {
	}

}
