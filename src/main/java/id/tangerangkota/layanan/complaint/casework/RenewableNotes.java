package id.tangerangkota.layanan.complaint.casework;

import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.SealedColumn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why somebody wanted to know who reported something. */
@Component
class RenewableNotes extends SealedColumn {

	RenewableNotes(JdbcClient jdbc, Cipher cipher) {
		super(jdbc, cipher, CaseSeal::note);
	}

	@Override
	public String name() {
		return "complaint.unmasking";
	}

	@Override
	@Transactional(readOnly = true)
	public long outdated() {
		return countOutdated("select count(*) from complaint.unmasking where not starts_with(note, :newest)");
	}

	@Override
	public int renew(int limit) {
		return sealAnew("""
				select id, note as sealed from complaint.unmasking where not starts_with(note, :newest)
				limit :limit for update skip locked""", "update complaint.unmasking set note = :sealed where id = :id",
				limit);
	}

}
