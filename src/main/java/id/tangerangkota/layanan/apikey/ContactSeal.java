package id.tangerangkota.layanan.apikey;

import java.util.UUID;

import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.SealedColumn;
import id.tangerangkota.layanan.vault.Place;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps secret who is to be asked about a program, with the newest key. */
@Component
class ContactSeal extends SealedColumn {

	private final Cipher cipher;

	ContactSeal(Cipher cipher, JdbcClient jdbc) {
		super(jdbc, cipher, ContactSeal::place);
		this.cipher = cipher;
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
		return countOutdated("select count(*) from apikey.client where not starts_with(contact, :newest)");
	}

	@Override
	public int renew(int limit) {
		return sealAnew("""
				select id, contact as sealed from apikey.client where not starts_with(contact, :newest)
				limit :limit for update skip locked""", "update apikey.client set contact = :sealed where id = :id",
				limit);
	}

}
