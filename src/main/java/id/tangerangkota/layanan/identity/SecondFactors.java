package id.tangerangkota.layanan.identity;

import java.util.Optional;
import java.util.OptionalLong;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.AccountSeal.Column;
import id.tangerangkota.layanan.identity.SignIn.Factor;
import id.tangerangkota.layanan.identity.credential.RecoveryCodes;
import id.tangerangkota.layanan.identity.credential.Totp;
import id.tangerangkota.layanan.identity.passkey.Passkeys;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an account has beside its password. */
@Component
class SecondFactors {

	private final AccountSeal seal;

	private final Totp totp;

	private final RecoveryCodes codes;

	private final Passkeys passkeys;

	private final JdbcClient jdbc;

	SecondFactors(AccountSeal seal, Totp totp, RecoveryCodes codes, Passkeys passkeys, JdbcClient jdbc) {
		this.seal = seal;
		this.totp = totp;
		this.codes = codes;
		this.passkeys = passkeys;
		this.jdbc = jdbc;
	}

	boolean has(Account account) {
		return account.credentials().totpSecret() != null || this.passkeys.has(account.id());
	}

	/**
	 * The factor a code stands for, nothing when it stands for none or was used before.
	 */
	Optional<Factor> check(Account account, String typed) {
		String sealed = account.credentials().totpSecret();
		if (sealed != null && isRight(account.id(), this.seal.open(account.id(), Column.TOTP_SECRET, sealed), typed)) {
			return Optional.of(Factor.TOTP);
		}
		// Staff who lost their factor are invited again.
		return (account.kind() == AccountKind.CITIZEN && this.codes.redeem(account.id(), typed))
				? Optional.of(Factor.RECOVERY_CODE) : Optional.empty();
	}

	/** Whether the code is right and newer than every code used before. */
	boolean isRight(AccountId account, String secret, String typed) {
		OptionalLong step = this.totp.step(secret, typed);
		return step.isPresent() && this.jdbc
			.sql("update identity.account set totp_last_step = :step where id = :id and totp_last_step < :step")
			.param("step", step.getAsLong())
			.param("id", account.value())
			.update() == 1;
	}

	void removeAll(AccountId account) {
		this.passkeys.removeAll(account);
		this.codes.removeAll(account);
	}

}
