package id.tangerangkota.layanan.identity;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.AccountSeal.Column;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who works for the city. Names and addresses are encrypted, so the database can neither
 * search nor sort them; some hundred are opened here each time.
 */
@Service
@Transactional(readOnly = true)
public class StaffDirectory {

	private final AccountRepository accounts;

	private final AccountSeal seal;

	private final JdbcClient jdbc;

	StaffDirectory(AccountRepository accounts, AccountSeal seal, JdbcClient jdbc) {
		this.accounts = accounts;
		this.seal = seal;
		this.jdbc = jdbc;
	}

	/** The staff a filter lets through, by name; who has none yet comes last. */
	public List<StaffMember> find(StaffFilter filter) {
		Set<UUID> holders = passkeyHolders();
		return this.accounts.findByKindOrderByCreatedAt(AccountKind.STAFF)
			.stream()
			.map((account) -> member(account, holders::contains))
			.filter(filter::matches)
			.sorted(Comparator.comparing(StaffDirectory::sortedBy))
			.toList();
	}

	/** One of the staff, nothing for everybody else. */
	public Optional<StaffMember> find(AccountId id) {
		return this.accounts.findById(id.value())
			.filter((account) -> account.kind() == AccountKind.STAFF)
			.map((account) -> member(account, passkeyHolders()::contains));
	}

	/**
	 * What tells those of the staff among these apart on a page, by one statement; others
	 * are left out.
	 */
	public Map<AccountId, String> labels(Collection<AccountId> ids) {
		Map<AccountId, String> labels = new HashMap<>();
		this.accounts.findByIdIn(ids.stream().map(AccountId::value).toList())
			.stream()
			.filter((account) -> account.kind() == AccountKind.STAFF)
			.forEach((account) -> {
				String label = member(account, (id) -> false).label();
				if (label != null) {
					labels.put(account.id(), label);
				}
			});
		return labels;
	}

	/**
	 * Who of the active staff holds one of these roles; of roles within an agency, only
	 * there. Opens nothing.
	 * @param agency null where no agency is concerned
	 */
	public List<AccountId> active(Set<Role> roles, @Nullable AgencyId agency) {
		return this.accounts.findByKindOrderByCreatedAt(AccountKind.STAFF)
			.stream()
			.filter((account) -> account.isActive() && account.roles()
				.stream()
				.anyMatch((role) -> roles.contains(role)
						&& (!role.needsAgency() || (agency != null && agency.equals(account.agency())))))
			.map(Account::id)
			.toList();
	}

	private static String sortedBy(StaffMember member) {
		String label = member.label();
		return ((member.name() != null) ? "0" : "1") + ((label != null) ? label.toLowerCase(Locale.ROOT) : "");
	}

	private StaffMember member(Account account, Predicate<UUID> holdsPasskey) {
		AccountId id = account.id();
		String email = this.seal.openOrNull(id, Column.EMAIL, account.email());
		return new StaffMember(id, this.seal.openOrNull(id, Column.NAME, account.name()),
				(email != null) ? new Email(email) : null, account.roles(), account.agency(), account.state(),
				account.createdAt(), account.lastSignInAt(),
				account.credentials().totpSecret() != null || holdsPasskey.test(id.value()));
	}

	/** In one statement for all of them. */
	private Set<UUID> passkeyHolders() {
		return Set.copyOf(this.jdbc.sql("""
				select distinct p.account_id from identity.passkey p join identity.account a on a.id = p.account_id
				where a.kind = 'STAFF'""").query((row, number) -> row.getObject("account_id", UUID.class)).list());
	}

}
