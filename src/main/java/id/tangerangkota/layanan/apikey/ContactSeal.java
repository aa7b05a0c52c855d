package id.tangerangkota.layanan.apikey;

import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.KeyedRows;
import id.tangerangkota.layanan.vault.Place;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps secret who is to be asked about a program, with the newest key. */
@Component
@Transactional
class ContactSeal implements KeyedRows {

	private static final String OUTDATED = " from apikey.client where contact not like :newest";

	private final Cipher cipher;

	private final JdbcClient jdbc;

	ContactSeal(Cipher cipher, JdbcClient jdbc) {
		this.cipher = cipher;
		this.jdbc = jdbc;
	}

	String seal(ApiClientId client, String contact) {
		return this.cipher.seal(contact, place(client.value()));
	}

	@Nullable String open(ApiClientId client, @Nullable String sealed) {
		return (sealed != null) ? this.cipher.open(sealed, place(client.value())) : null;
	}

	private static Place place(UUID client) {
		return new Place("apikey.client", "contact", client.toString());
	}

	@Override
	public String name() {
		return "apikey.client";
	}

	@Override
	@Transactional(readOnly = true)
	public long outdated() {
		return this.jdbc.sql("select count(*)" + OUTDATED).param("newest", newest()).query(Long.class).single();
	}

	@Override
	public int renew(int limit) {
		List<Row> rows = this.jdbc.sql("select id, contact" + OUTDATED + " limit :limit for update skip locked")
			.param("newest", newest())
			.param("limit", limit)
			.query((row, number) -> new Row(row.getObject("id", UUID.class), row.getString("contact")))
			.list();
		rows.forEach((row) -> this.jdbc.sql("update apikey.client set contact = ? where id = ?")
			.param(this.cipher.seal(this.cipher.open(row.contact(), place(row.id())), place(row.id())))
			.param(row.id())
			.update());
		return rows.size();
	}

	private String newest() {
		return "v1:" + this.cipher.currentKey() + ":%";
	}

	private record Row(UUID id, String contact) {
	}

}
