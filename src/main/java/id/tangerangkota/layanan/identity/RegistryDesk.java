package id.tangerangkota.layanan.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.AccountSeal.Column;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.identity.registry.PopulationRegistry;
import id.tangerangkota.layanan.identity.registry.RegistryUnavailable;
import id.tangerangkota.layanan.throttle.Limit;
import id.tangerangkota.layanan.throttle.Throttle;
import id.tangerangkota.layanan.web.TooManyTries;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Verifies accounts with the population registry, where there is one. */
@Service
public class RegistryDesk {

	/** Or somebody could try all birth dates. */
	private static final Limit TRIES = new Limit("registry.account", 3, Duration.ofDays(1));

	private final ObjectProvider<PopulationRegistry> registry;

	private final AccountRepository accounts;

	private final AccountSeal seal;

	private final Throttle throttle;

	private final TransactionTemplate transaction;

	private final Clock clock;

	RegistryDesk(ObjectProvider<PopulationRegistry> registry, AccountRepository accounts, AccountSeal seal,
			Throttle throttle, TransactionTemplate transaction, Clock clock) {
		this.registry = registry;
		this.accounts = accounts;
		this.seal = seal;
		this.throttle = throttle;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Whether there is a registry to ask. */
	public boolean isOpen() {
		return this.registry.getIfAvailable() != null;
	}

	/**
	 * Verifies an account when the registry knows its NIK, its name and the birth date as
	 * one person. No connection to the database is held while the registry is asked.
	 * @return false when they do not match
	 * @throws TooManyTries after a few tries a day
	 * @throws RegistryUnavailable if the registry does not answer
	 */
	public boolean verify(AccountId id, LocalDate born) {
		Account account = this.accounts.findById(id.value()).orElseThrow();
		String nik = this.seal.openOrNull(id, Column.NIK, account.nik());
		String name = this.seal.openOrNull(id, Column.NAME, account.name());
		PopulationRegistry asked = this.registry.getIfAvailable();
		if (asked == null || nik == null || name == null) {
			throw new RegistryUnavailable(null);
		}
		this.throttle.take(TRIES, id.toString()).ifPresent((time) -> {
			throw new TooManyTries(time);
		});
		if (!asked.matches(Nik.parse(nik), name, born)) {
			return false;
		}
		this.transaction.executeWithoutResult((status) -> {
			Account current = this.accounts.findById(id.value()).orElseThrow();
			current.verify(VerifiedBy.REGISTRY, this.clock.instant());
			this.accounts.saveAndFlush(current);
		});
		return true;
	}

}
