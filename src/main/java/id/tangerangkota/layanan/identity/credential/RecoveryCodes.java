package id.tangerangkota.layanan.identity.credential;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.vault.Signature;
import id.tangerangkota.layanan.vault.Signer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Eight codes on paper, each of which stands once for a forgotten password or a lost
 * phone.
 */
@Component
public class RecoveryCodes {

	public static final int NUMBER = 8;

	private static final String PURPOSE = "recovery-code";

	private final JdbcClient jdbc;

	private final Signer signer;

	private final SecureRandom random;

	RecoveryCodes(JdbcClient jdbc, Signer signer, SecureRandom random) {
		this.jdbc = jdbc;
		this.signer = signer;
		this.random = random;
	}

	/** Makes new ones; those before are void. */
	public List<String> make(AccountId account) {
		removeAll(account);
		List<String> codes = Stream.generate(() -> PaperCode.random(this.random, PaperCode.RECOVERY_GROUPS))
			.distinct()
			.limit(NUMBER)
			.toList();
		for (String code : codes) {
			Signature signature = this.signer.sign(PURPOSE, content(account, code));
			this.jdbc.sql("insert into identity.recovery_code (account_id, key_id, mac) values (?, ?, ?)")
				.params(account.value(), signature.keyId(), signature.value())
				.update();
		}
		return codes;
	}

	/** Uses a code up, if it is one of the account's. */
	public boolean redeem(AccountId account, String typed) {
		byte[] content = content(account, PaperCode.normal(typed));
		return this.jdbc.sql("select key_id, mac from identity.recovery_code where account_id = ?")
			.param(account.value())
			.query((row, number) -> new Signature(row.getString("key_id"), row.getBytes("mac")))
			.list()
			.stream()
			.filter((signature) -> this.signer.verify(PURPOSE, signature, content))
			.anyMatch(
					(signature) -> this.jdbc.sql("delete from identity.recovery_code where account_id = ? and mac = ?")
						.params(account.value(), signature.value())
						.update() == 1);
	}

	public int left(AccountId account) {
		return this.jdbc.sql("select count(*) from identity.recovery_code where account_id = ?")
			.param(account.value())
			.query(Integer.class)
			.single();
	}

	public void removeAll(AccountId account) {
		this.jdbc.sql("delete from identity.recovery_code where account_id = ?").param(account.value()).update();
	}

	private static byte[] content(AccountId account, String code) {
		return (account + " " + code).getBytes(StandardCharsets.UTF_8);
	}

}
