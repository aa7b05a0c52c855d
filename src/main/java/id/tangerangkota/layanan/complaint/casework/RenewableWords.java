package id.tangerangkota.layanan.complaint.casework;

import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.SealedColumn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was written and not everybody may read. */
@Component
class RenewableWords extends SealedColumn {

	RenewableWords(JdbcClient jdbc, Cipher cipher) {
		super(jdbc, cipher, CaseSeal::words);
	}

	@Override
	public String name() {
		return "complaint.complaint";
	}

	@Override
	@Transactional(readOnly = true)
	public long outdated() {
		return countOutdated("select count(*) from complaint.complaint where not starts_with(sealed, :newest)");
	}

	@Override
	public int renew(int limit) {
		return sealAnew("""
				select id, sealed from complaint.complaint where not starts_with(sealed, :newest)
				limit :limit for update skip locked""",
				"update complaint.complaint set sealed = :sealed where id = :id", limit);
	}

}
