package id.tangerangkota.layanan.identity;

import java.time.Instant;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.AccountSeal.Column;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.identity.testing.Niks;
import id.tangerangkota.layanan.vault.IndexEntry;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class RenewableAccountsIntegrationTests {

	@Autowired
	private AccountRepository accounts;

	@Autowired
	private AccountSeal seal;

	@Autowired
	private RenewableAccounts rows;

	/**
	 * A node that has not heard of the new key yet changes what another one has just made
	 * with it.
	 */
	@Test
	void findsAnAccountWithHashesOfTwoKeys() {
		long before = this.rows.outdated();
		AccountId id = AccountId.random();
		Nik nik = Nik.parse(Niks.next());
		Account account = Account.register(id, this.seal.index(nik), this.seal.seal(id, Column.NIK, nik.digits()),
				this.seal.seal(id, Column.NAME, "Siti Aminah"), "hash", Instant.EPOCH);
		account = this.accounts.saveAndFlush(account);
		assertThat(this.rows.outdated()).isEqualTo(before);
		Email email = new Email(nik.digits() + "@contoh.id");
		IndexEntry made = this.seal.index(AccountKind.CITIZEN, email);
		account.setEmail(this.seal.seal(id, Column.EMAIL, email.value()), new IndexEntry("index-0", made.value()));
		this.accounts.saveAndFlush(account);
		assertThat(this.rows.outdated()).isEqualTo(before + 1);
		this.rows.renew(1_000);
		assertThat(this.rows.outdated()).isZero();
	}

}
