package id.tangerangkota.layanan.identity;

import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.SealedColumn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the notes beside disclosures anew with the newest key. */
@Component
class RenewableDisclosures extends SealedColumn {

	RenewableDisclosures(JdbcClient jdbc, Cipher cipher) {
		super(jdbc, cipher, Disclosures::place);
	}

	@Override
	public String name() {
		return "identity.disclosure";
	}

	@Override
	@Transactional(readOnly = true)
	public long outdated() {
		return countOutdated("select count(*) from identity.disclosure where not starts_with(note, :newest)");
	}

	@Override
	public int renew(int limit) {
		return sealAnew("""
				select id, note as sealed from identity.disclosure where not starts_with(note, :newest)
				limit :limit for update skip locked""", "update identity.disclosure set note = :sealed where id = :id",
				limit);
	}

}
