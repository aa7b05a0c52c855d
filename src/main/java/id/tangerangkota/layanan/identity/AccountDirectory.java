package id.tangerangkota.layanan.identity;

import java.util.Optional;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.identity.AccountSeal.Column;
import id.tangerangkota.layanan.identity.nik.Nik;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is who. */
@Service
@Transactional(readOnly = true)
public class AccountDirectory {

	private final AccountRepository accounts;

	private final AccountSeal seal;

	AccountDirectory(AccountRepository accounts, AccountSeal seal) {
		this.accounts = accounts;
		this.seal = seal;
	}

	public Optional<AccountSummary> find(AccountId id) {
		return this.accounts.findById(id.value()).map(this::summary);
	}

	/** As whom the owner of an account acts, nothing while the account is not active. */
	public Optional<Actor> actor(AccountId id) {
		return this.accounts.findById(id.value()).filter(Account::isActive).map(Account::asActor);
	}

	/**
	 * How somebody is written to, nothing without an active account and a confirmed
	 * address.
	 */
	public Optional<AccountContact> contact(AccountId id) {
		return this.accounts.findById(id.value())
			.filter((account) -> account.isActive() && account.isEmailConfirmed())
			.flatMap((account) -> Optional.ofNullable(this.seal.openOrNull(id, Column.EMAIL, account.email()))
				.map((email) -> new AccountContact(new Email(email), account.language())));
	}

	AccountSummary summary(Account account) {
		AccountId id = account.id();
		String nik = this.seal.openOrNull(id, Column.NIK, account.nik());
		String email = this.seal.openOrNull(id, Column.EMAIL, account.email());
		return new AccountSummary(id, account.kind(), account.state(),
				this.seal.openOrNull(id, Column.NAME, account.name()), (nik != null) ? Nik.mask(nik) : null,
				(email != null) ? new Email(email) : null, account.isEmailConfirmed(),
				this.seal.openOrNull(id, Column.PHONE, account.phone()),
				this.seal.openOrNull(id, Column.ADDRESS, account.address()), account.subDistrict(),
				account.verifiedAt(), account.verifiedBy(), account.roles(), account.agency(), account.isRestricted(),
				account.credentials().totpSecret() != null, account.credentials().passwordChangedAt(),
				account.createdAt(), account.lastSignInAt());
	}

}
