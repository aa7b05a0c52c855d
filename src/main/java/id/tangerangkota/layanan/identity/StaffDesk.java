package id.tangerangkota.layanan.identity;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.AccountAct.Act;
import id.tangerangkota.layanan.identity.AccountSeal.Column;
import id.tangerangkota.layanan.identity.credential.OneTimeTokens.Issued;
import id.tangerangkota.layanan.identity.credential.OneTimeTokens.Purpose;
import id.tangerangkota.layanan.identity.credential.OneTimeTokens;
import id.tangerangkota.layanan.web.Links;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.session.Sessions;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where administrators ask people to join the staff, give them roles and let them go.
 * Each act ends the sessions it changes, in the same transaction.
 */
@Service
@Transactional
public class StaffDesk {

	private final AccountRepository accounts;

	private final AccountSeal seal;

	private final OneTimeTokens tokens;

	private final AccountNotices notices;

	private final SecondFactors factors;

	private final Sessions sessions;

	private final Links links;

	private final JdbcClient jdbc;

	private final CurrentActor actor;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	StaffDesk(AccountRepository accounts, AccountSeal seal, OneTimeTokens tokens, AccountNotices notices,
			SecondFactors factors, Sessions sessions, Links links, JdbcClient jdbc, CurrentActor actor,
			ApplicationEventPublisher events, Clock clock) {
		this.accounts = accounts;
		this.seal = seal;
		this.tokens = tokens;
		this.notices = notices;
		this.factors = factors;
		this.sessions = sessions;
		this.links = links;
		this.jdbc = jdbc;
		this.actor = actor;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Asks somebody to join; the link goes to the address and works for 24 hours. Without
	 * a mail server it comes back instead, for this once, and the audit trail says so.
	 * @throws StaffRefused if the address belongs to the staff already, no role is given
	 * or a role lacks its agency
	 */
	public Invitation invite(Email email, Set<Role> roles, @Nullable AgencyId agency) {
		check(roles, agency);
		if (this.accounts.findByLoginIndexIn(this.seal.candidates(AccountKind.STAFF, email)).isPresent()) {
			throw new StaffRefused(StaffRefused.Reason.KNOWN_EMAIL);
		}
		AccountId id = AccountId.random();
		Account account = Account.invite(id, roles, agency, this.clock.instant());
		account.setStaffEmail(this.seal.seal(id, Column.EMAIL, email.value()),
				this.seal.index(AccountKind.STAFF, email));
		account = this.accounts.saveAndFlush(account);
		return send(account);
	}

	private Invitation send(Account account) {
		Optional<String> link = this.notices.invite(account, this.tokens.link(account.id(), Purpose.STAFF_INVITATION));
		link.ifPresent((shown) -> this.events.publishEvent(AccountAct.of(Act.INVITATION_LINK_SHOWN, account.id())));
		return new Invitation(account.id(), link);
	}

	/**
	 * Somebody was invited.
	 *
	 * @param link what opens the account, where it was not sent
	 */
	public record Invitation(AccountId id, Optional<String> link) {

		/** Without the link. */
		@Override
		public String toString() {
			return "Invitation[" + this.id + "]";
		}

	}

	/**
	 * A link that makes whoever opens it administrator; for the machine's own console.
	 * @param email where the account will sign in, null to ask whoever opens the link
	 * @throws StaffRefused if the address belongs to the staff already
	 */
	public String inviteAdministrator(@Nullable Email email) {
		AccountId id = AccountId.random();
		Account account = Account.invite(id, Set.of(Role.ADMINISTRATOR), null, this.clock.instant());
		if (email != null) {
			setEmail(account, email);
		}
		this.accounts.saveAndFlush(account);
		return administratorLink(id);
	}

	/**
	 * As {@link #inviteAdministrator}, also for an address that belongs to the staff:
	 * that account starts anew, without password, factor and sessions. The way back in
	 * for the last administrator.
	 */
	public String inviteAdministratorAgain(Email email) {
		Account account = this.accounts.findByLoginIndexIn(this.seal.candidates(AccountKind.STAFF, email)).orElse(null);
		if (account == null) {
			return inviteAdministrator(email);
		}
		Set<Role> roles = EnumSet.copyOf(account.roles());
		if (roles.add(Role.ADMINISTRATOR)) {
			account.changeRoles(roles, account.agency());
		}
		startAnew(account);
		return administratorLink(account.id());
	}

	private String administratorLink(AccountId id) {
		return this.links.absolute("/petugas/undangan/" + this.tokens.link(id, Purpose.STAFF_INVITATION).secret());
	}

	/** Whether nobody of the staff ever was. */
	@Transactional(readOnly = true)
	public boolean isEmpty() {
		return !this.accounts.existsByKind(AccountKind.STAFF);
	}

	/**
	 * Ends what the account can do and asks its owner to join anew: for a lost factor or
	 * password, and for somebody who comes back.
	 * @throws StaffRefused if no address is known, it is the last administrator's (should
	 * the message not arrive, nobody could send another), or it is one's own and there is
	 * no mail server: who is out at once cannot be shown a link
	 */
	public Invitation inviteAgain(AccountId id) {
		keepOneAdministrator(id);
		if (!this.notices.arePossible() && id.equals(this.actor.get().account())) {
			throw new StaffRefused(StaffRefused.Reason.NO_MAIL);
		}
		Account account = require(id);
		if (account.email() == null) {
			throw new StaffRefused(StaffRefused.Reason.NO_EMAIL);
		}
		startAnew(account);
		return send(account);
	}

	private void startAnew(Account account) {
		account.inviteAgain();
		this.accounts.saveAndFlush(account);
		this.factors.removeAll(account.id());
		this.sessions.endAll(account.id().toString());
	}

	/**
	 * Gives roles and agency anew; sessions end, so that nobody goes on with old ones.
	 * @throws StaffRefused if no role is given, a role lacks its agency, the last
	 * administrator would lose the role, or somebody gives one to themselves: where two
	 * have to agree, nobody can become both
	 */
	public void changeRoles(AccountId id, Set<Role> roles, @Nullable AgencyId agency) {
		check(roles, agency);
		if (!roles.contains(Role.ADMINISTRATOR)) {
			keepOneAdministrator(id);
		}
		Account account = require(id);
		if (id.equals(this.actor.get().account()) && !account.roles().containsAll(roles)) {
			throw new StaffRefused(StaffRefused.Reason.OWN_ROLES);
		}
		account.changeRoles(roles, agency);
		this.accounts.saveAndFlush(account);
		this.sessions.endAll(id.toString());
	}

	/**
	 * Locks an account; its sessions are gone when this returns.
	 * @throws StaffRefused if it is the last administrator's
	 */
	public void deactivate(AccountId id) {
		keepOneAdministrator(id);
		Account account = require(id);
		account.deactivate();
		this.accounts.saveAndFlush(account);
		this.tokens.revokeAll(id);
		this.sessions.endAll(id.toString());
	}

	/**
	 * Locks all administrators first: two who let each other go at the same moment would
	 * leave none.
	 */
	private void keepOneAdministrator(AccountId account) {
		List<UUID> administrators = this.jdbc.sql("""
				select id from identity.account
				where kind = 'STAFF' and state = 'ACTIVE' and 'ADMINISTRATOR' = any (roles)
				order by id for update""").query((row, number) -> row.getObject("id", UUID.class)).list();
		if (administrators.equals(List.of(account.value()))) {
			throw new StaffRefused(StaffRefused.Reason.LAST_ADMINISTRATOR);
		}
	}

	void setEmail(Account account, Email email) {
		if (this.accounts.findByLoginIndexIn(this.seal.candidates(AccountKind.STAFF, email)).isPresent()) {
			throw new StaffRefused(StaffRefused.Reason.KNOWN_EMAIL);
		}
		account.setStaffEmail(this.seal.seal(account.id(), Column.EMAIL, email.value()),
				this.seal.index(AccountKind.STAFF, email));
	}

	private static void check(Set<Role> roles, @Nullable AgencyId agency) {
		if (roles.isEmpty()) {
			throw new StaffRefused(StaffRefused.Reason.NO_ROLE);
		}
		if (agency == null && roles.stream().anyMatch(Role::needsAgency)) {
			throw new StaffRefused(StaffRefused.Reason.NO_AGENCY);
		}
	}

	private Account require(AccountId id) {
		return this.accounts.findById(id.value())
			.filter((account) -> account.kind() == AccountKind.STAFF)
			.orElseThrow(NotFound::new);
	}

}
