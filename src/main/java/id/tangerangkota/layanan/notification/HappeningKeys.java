package id.tangerangkota.layanan.notification;

import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.SealedColumn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seals anew what messages are about. */
@Component
class HappeningKeys extends SealedColumn {

	HappeningKeys(JdbcClient jdbc, Cipher cipher) {
		super(jdbc, cipher, HappeningRows::place);
	}

	@Override
	public String name() {
		return "notification.happening";
	}

	@Override
	@Transactional(readOnly = true)
	public long outdated() {
		return countOutdated("select count(*) from notification.happening where not starts_with(sealed, :newest)");
	}

	@Override
	public int renew(int limit) {
		return sealAnew("""
				select id, sealed from notification.happening where not starts_with(sealed, :newest)
				limit :limit for update skip locked""",
				"update notification.happening set sealed = :sealed where id = :id", limit);
	}

}
