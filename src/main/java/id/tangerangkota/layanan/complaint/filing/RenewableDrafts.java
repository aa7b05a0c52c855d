package id.tangerangkota.layanan.complaint.filing;

import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.SealedColumn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes drafts anew with the newest key. */
@Component
class RenewableDrafts extends SealedColumn {

	RenewableDrafts(JdbcClient jdbc, Cipher cipher) {
		super(jdbc, cipher, Drafts::place);
	}

	@Override
	public String name() {
		return "complaint.draft";
	}

	@Override
	@Transactional(readOnly = true)
	public long outdated() {
		return countOutdated("select count(*) from complaint.draft where not starts_with(sealed, :newest)");
	}

	@Override
	public int renew(int limit) {
		return sealAnew("""
				select id, sealed from complaint.draft where not starts_with(sealed, :newest)
				limit :limit for update skip locked""", "update complaint.draft set sealed = :sealed where id = :id",
				limit);
	}

}
