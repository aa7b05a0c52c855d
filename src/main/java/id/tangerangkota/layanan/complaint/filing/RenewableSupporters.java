package id.tangerangkota.layanan.complaint.filing;

import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.vault.BlindIndex;
import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.IndexEntry;
import id.tangerangkota.layanan.vault.KeyedRows;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the accounts of supporters anew with the newest keys. Of those without an account
 * nothing is known but the hash, so they are left out.
 */
@Component
@Transactional
class RenewableSupporters implements KeyedRows {

	private static final String OUTDATED = " from complaint.support where sealed is not null"
			+ " and (not starts_with(sealed, :newest) or index_key <> :indexKey)";

	private final Cipher cipher;

	private final BlindIndex index;

	private final JdbcClient jdbc;

	RenewableSupporters(Cipher cipher, BlindIndex index, JdbcClient jdbc) {
		this.cipher = cipher;
		this.index = index;
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "complaint.support";
	}

	@Override
	@Transactional(readOnly = true)
	public long outdated() {
		return this.jdbc.sql("select count(*)" + OUTDATED)
			.param("newest", this.cipher.newest())
			.param("indexKey", this.index.currentKey())
			.query(Long.class)
			.single();
	}

	@Override
	public int renew(int limit) {
		List<Row> rows = this.jdbc
			.sql("select complaint_id, supporter, sealed" + OUTDATED + " limit :limit for update skip locked")
			.param("newest", this.cipher.newest())
			.param("indexKey", this.index.currentKey())
			.param("limit", limit)
			.query((row, number) -> new Row(row.getObject("complaint_id", UUID.class), row.getBytes("supporter"),
					row.getString("sealed")))
			.list();
		rows.forEach(this::renew);
		return rows.size();
	}

	private void renew(Row row) {
		AccountId account = AccountId.parse(this.cipher.open(row.sealed(), Supporters.place(row.complaint())));
		IndexEntry entry = this.index.entry(Supporters.PURPOSE, Supporters.account(account));
		this.jdbc.sql("""
				update complaint.support set supporter = :supporter, index_key = :key, sealed = :sealed
				where complaint_id = :complaint and supporter = :before""")
			.param("supporter", entry.value())
			.param("key", entry.keyId())
			.param("sealed", this.cipher.seal(account.toString(), Supporters.place(row.complaint())))
			.param("complaint", row.complaint())
			.param("before", row.supporter())
			.update();
	}

	private record Row(UUID complaint, byte[] supporter, String sealed) {
	}

}
