package id.tangerangkota.layanan.complaint.casework;

import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.SealedColumn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What stood there before words were taken out. */
@Component
class RenewableEdits extends SealedColumn {

	RenewableEdits(JdbcClient jdbc, Cipher cipher) {
		super(jdbc, cipher, CaseSeal::edit);
	}

	@Override
	public String name() {
		return "complaint.edit";
	}

	@Override
	@Transactional(readOnly = true)
	public long outdated() {
		return countOutdated("select count(*) from complaint.edit where not starts_with(before, :newest)");
	}

	@Override
	public int renew(int limit) {
		return sealAnew("""
				select id, before as sealed from complaint.edit where not starts_with(before, :newest)
				limit :limit for update skip locked""", "update complaint.edit set before = :sealed where id = :id",
				limit);
	}

}
