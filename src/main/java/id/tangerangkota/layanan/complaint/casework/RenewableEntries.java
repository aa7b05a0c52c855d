package id.tangerangkota.layanan.complaint.casework;

import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.SealedColumn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Entries of the timeline that not everybody may read. */
@Component
class RenewableEntries extends SealedColumn {

	RenewableEntries(JdbcClient jdbc, Cipher cipher) {
		super(jdbc, cipher, CaseSeal::entry);
	}

	@Override
	public String name() {
		return "complaint.entry";
	}

	@Override
	@Transactional(readOnly = true)
	public long outdated() {
		return countOutdated("select count(*) from complaint.entry where sealed and not starts_with(text, :newest)");
	}

	@Override
	public int renew(int limit) {
		return sealAnew("""
				select id, text as sealed from complaint.entry where sealed and not starts_with(text, :newest)
				limit :limit for update skip locked""", "update complaint.entry set text = :sealed where id = :id",
				limit);
	}

}
