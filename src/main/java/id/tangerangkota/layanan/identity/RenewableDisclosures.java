package id.tangerangkota.layanan.identity;

import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.KeyedRows;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the notes beside disclosures anew with the newest key. */
@Component
@Transactional
class RenewableDisclosures implements KeyedRows {

	private final Cipher cipher;

	private final JdbcClient jdbc;

	RenewableDisclosures(Cipher cipher, JdbcClient jdbc) {
		this.cipher = cipher;
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "identity.disclosure";
	}

	@Override
	@Transactional(readOnly = true)
	public long outdated() {
		return this.jdbc.sql("select count(*) from identity.disclosure where note not like ?")
			.param(newest())
			.query(Long.class)
			.single();
	}

	@Override
	public int renew(int limit) {
		List<UUID> ids = this.jdbc
			.sql("select id from identity.disclosure where note not like ? limit ? for update skip locked")
			.params(newest(), limit)
			.query((row, number) -> row.getObject("id", UUID.class))
			.list();
		ids.forEach(this::renew);
		return ids.size();
	}

	private void renew(UUID id) {
		String sealed = this.jdbc.sql("select note from identity.disclosure where id = ?")
			.param(id)
			.query(String.class)
			.single();
		String note = this.cipher.open(sealed, Disclosures.place(id));
		this.jdbc.sql("update identity.disclosure set note = ? where id = ?")
			.params(this.cipher.seal(note, Disclosures.place(id)), id)
			.update();
	}

	private String newest() {
		return "v1:" + this.cipher.currentKey() + ":%";
	}

}
