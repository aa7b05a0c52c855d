package id.tangerangkota.layanan.privacy.breach;

import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.SealedColumn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the recipients of notices anew with the newest key. */
@Component
class RenewableNotices extends SealedColumn {

	RenewableNotices(JdbcClient jdbc, Cipher cipher) {
		super(jdbc, cipher, BreachSeal::recipients);
	}

	@Override
	public String name() {
		return "privacy.breach_notice";
	}

	@Override
	@Transactional(readOnly = true)
	public long outdated() {
		return countOutdated("select count(*) from privacy.breach_notice where not starts_with(recipients, :newest)");
	}

	@Override
	public int renew(int limit) {
		return sealAnew("""
				select id, recipients as sealed from privacy.breach_notice where not starts_with(recipients, :newest)
				limit :limit for update skip locked""",
				"update privacy.breach_notice set recipients = :sealed where id = :id", limit);
	}

}
