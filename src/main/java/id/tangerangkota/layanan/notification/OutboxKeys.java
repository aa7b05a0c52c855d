package id.tangerangkota.layanan.notification;

import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.SealedColumn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seals what waits anew, although most messages are gone before a key is. */
@Component
class OutboxKeys extends SealedColumn {

	OutboxKeys(JdbcClient jdbc, Cipher cipher) {
		super(jdbc, cipher, Letters::place);
	}

	@Override
	public String name() {
		return "notification.outbox";
	}

	@Override
	@Transactional(readOnly = true)
	public long outdated() {
		return countOutdated("select count(*) from notification.outbox where not starts_with(payload, :newest)");
	}

	@Override
	public int renew(int limit) {
		return sealAnew("""
				select id, payload as sealed from notification.outbox where not starts_with(payload, :newest)
				limit :limit for update skip locked""",
				"update notification.outbox set payload = :sealed where id = :id", limit);
	}

}
