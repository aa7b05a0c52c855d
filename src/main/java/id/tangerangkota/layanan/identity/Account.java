package id.tangerangkota.layanan.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.AccountAct.Act;
import id.tangerangkota.layanan.vault.IndexEntry;
import id.tangerangkota.layanan.web.Language;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * An account of a citizen or of staff. What is personal arrives here encrypted and leaves
 * it so.
 */
@Entity
@Table(schema = "identity", name = "account")
class Account extends AbstractAggregateRoot<Account> {

	@Id
	private UUID id;

	@Enumerated(EnumType.STRING)
	private AccountKind kind;

	@Enumerated(EnumType.STRING)
	private AccountState state;

	private byte @Nullable [] loginIndex;

	/** Behind both hashes; null when they were made with different ones. */
	private @Nullable String indexKey;

	private @Nullable String nik;

	private @Nullable String name;

	private @Nullable String email;

	private byte @Nullable [] emailIndex;

	private @Nullable Instant emailConfirmedAt;

	private @Nullable String phone;

	private @Nullable String address;

	private @Nullable String subDistrict;

	private @Nullable Instant verifiedAt;

	@Enumerated(EnumType.STRING)
	private @Nullable VerifiedBy verifiedBy;

	@Embedded
	private Credentials credentials = new Credentials();

	@Embedded
	private Membership membership = new Membership();

	private @Nullable Instant restrictedAt;

	private Instant createdAt;

	private @Nullable Instant lastSignInAt;

	@Enumerated(EnumType.STRING)
	private Language language = Language.INDONESIAN;

	/** Null until it is stored, which tells Spring Data that it is new. */
	@Version
	private @Nullable Integer version;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Account() {
	}

	private Account(AccountId id, AccountKind kind, AccountState state, Instant now) {
		this.id = id.value();
		this.kind = kind;
		this.state = state;
		this.createdAt = now;
	}

	/** A citizen registers; the NIK proves nothing yet. */
	static Account register(AccountId id, IndexEntry login, String nik, String name, String passwordHash, Instant now) {
		Account account = new Account(id, AccountKind.CITIZEN, AccountState.ACTIVE, now);
		account.loginIndex = login.value();
		account.indexKey = login.keyId();
		account.nik = nik;
		account.name = name;
		account.credentials.setPassword(passwordHash, now);
		account.registerEvent(AccountAct.of(Act.REGISTERED, id));
		return account;
	}

	/**
	 * An officer opens an account for somebody who showed the card. It has no password
	 * until its owner sets one with a code from the counter.
	 */
	static Account openAtCounter(AccountId id, IndexEntry login, String nik, String name, Instant now) {
		Account account = new Account(id, AccountKind.CITIZEN, AccountState.ACTIVE, now);
		account.loginIndex = login.value();
		account.indexKey = login.keyId();
		account.nik = nik;
		account.name = name;
		account.verifiedAt = now;
		account.verifiedBy = VerifiedBy.COUNTER;
		account.registerEvent(AccountAct.of(Act.REGISTERED, id, "at", "COUNTER"));
		return account;
	}

	/** Somebody is asked to join the staff. */
	static Account invite(AccountId id, Set<Role> roles, @Nullable AgencyId agency, Instant now) {
		Account account = new Account(id, AccountKind.STAFF, AccountState.INVITED, now);
		account.membership.assign(roles, agency);
		account.registerEvent(AccountAct.of(Act.STAFF_INVITED, id, "roles", account.membership.roleNames()));
		return account;
	}

	/** The address of a member of staff is also what they sign in with. */
	void setStaffEmail(String sealed, IndexEntry index) {
		require(this.kind == AccountKind.STAFF && this.state == AccountState.INVITED, "be given an address");
		this.email = sealed;
		this.emailIndex = index.value();
		this.loginIndex = index.value();
		this.indexKey = index.keyId();
	}

	/** The first of two steps to join: name and password. */
	void prepareToJoin(String sealedName, String hash, Instant now) {
		require(this.kind == AccountKind.STAFF && this.state == AccountState.INVITED, "join");
		this.name = sealedName;
		this.credentials.setPassword(hash, now);
	}

	/** The second step: with a second factor the member of staff is in. */
	void join(Instant now) {
		require(this.kind == AccountKind.STAFF && this.state == AccountState.INVITED
				&& this.credentials.passwordHash() != null, "join");
		this.state = AccountState.ACTIVE;
		this.emailConfirmedAt = now;
		registerEvent(AccountAct.of(Act.STAFF_JOINED, id()).by(asActor()));
	}

	/** A new invitation: whoever takes it starts anew, without password and factor. */
	void inviteAgain() {
		require(this.kind == AccountKind.STAFF && (this.state == AccountState.INVITED
				|| this.state == AccountState.ACTIVE || this.state == AccountState.DEACTIVATED), "be invited again");
		Act act = (this.state == AccountState.DEACTIVATED) ? Act.STAFF_REACTIVATED : Act.STAFF_INVITED;
		this.state = AccountState.INVITED;
		this.credentials.removeAll();
		registerEvent(AccountAct.of(act, id(), "roles", this.membership.roleNames()));
	}

	void changeRoles(Set<Role> newRoles, @Nullable AgencyId newAgency) {
		require(this.kind == AccountKind.STAFF && this.state != AccountState.CLOSED, "have roles");
		this.membership.assign(newRoles, newAgency);
		registerEvent(AccountAct.of(Act.ROLES_CHANGED, id(), "roles", this.membership.roleNames()));
	}

	void deactivate() {
		require(this.kind == AccountKind.STAFF
				&& (this.state == AccountState.ACTIVE || this.state == AccountState.INVITED), "be deactivated");
		this.state = AccountState.DEACTIVATED;
		registerEvent(AccountAct.of(Act.STAFF_DEACTIVATED, id()));
	}

	void signedIn(Instant now, String factor, Language read) {
		require(this.state == AccountState.ACTIVE, "sign in");
		this.lastSignInAt = now;
		this.language = read;
		registerEvent(AccountAct.of(Act.SIGNED_IN, id(), "factor", factor).by(asActor()));
	}

	void changePassword(String hash, Instant now) {
		require(this.state == AccountState.ACTIVE, "change its password");
		this.credentials.setPassword(hash, now);
		registerEvent(AccountAct.of(Act.PASSWORD_CHANGED, id()));
	}

	/** As {@link #changePassword}, by somebody who forgot it. */
	void resetPassword(String hash, String by, Instant now) {
		require(this.state == AccountState.ACTIVE, "reset its password");
		this.credentials.setPassword(hash, now);
		registerEvent(AccountAct.of(Act.PASSWORD_RESET, id(), "by", by).by(asActor()));
	}

	/** An address counts only once its owner opened the link sent there. */
	void setEmail(@Nullable String sealed, @Nullable IndexEntry index) {
		require(this.kind == AccountKind.CITIZEN && this.state == AccountState.ACTIVE, "change its address");
		this.email = sealed;
		this.emailIndex = (index != null) ? index.value() : null;
		if (index != null && !index.keyId().equals(this.indexKey)) {
			// Another node had not heard of the new key, or this one had not: both hashes
			// are made anew before the older key goes.
			this.indexKey = null;
		}
		this.emailConfirmedAt = null;
	}

	void confirmEmail(Instant now) {
		require(this.state == AccountState.ACTIVE && this.email != null, "confirm its address");
		this.emailConfirmedAt = now;
		registerEvent(AccountAct.of(Act.EMAIL_CONFIRMED, id()).by(asActor()));
	}

	void addTotp(String sealedSecret, Instant now) {
		require(this.state == AccountState.ACTIVE || this.state == AccountState.INVITED, "have a second factor");
		this.credentials.addTotp(sealedSecret, now);
		registerEvent(AccountAct.of(Act.FACTOR_ADDED, id(), "factor", "TOTP").by(asActor()));
	}

	void removeTotp() {
		this.credentials.removeTotp();
		registerEvent(AccountAct.of(Act.FACTOR_REMOVED, id(), "factor", "TOTP"));
	}

	void verify(VerifiedBy by, Instant now) {
		require(this.kind == AccountKind.CITIZEN && this.state == AccountState.ACTIVE, "be verified");
		this.verifiedAt = now;
		this.verifiedBy = by;
		registerEvent(AccountAct.of(Act.VERIFIED, id(), "by", by.name()));
	}

	/**
	 * Loses the NIK to somebody who showed the card. An account whose owner showed it
	 * keeps it: two people cannot both have shown the same card.
	 */
	void displace() {
		require(this.kind == AccountKind.CITIZEN && this.state == AccountState.ACTIVE
				&& this.verifiedBy != VerifiedBy.COUNTER, "lose its NIK");
		this.state = AccountState.DISPLACED;
		this.loginIndex = null;
		this.nik = null;
		registerEvent(AccountAct.of(Act.NIK_TAKEN_AWAY, id()));
	}

	void correct(@Nullable String sealedName, @Nullable String sealedPhone, @Nullable String sealedAddress,
			@Nullable String newSubDistrict) {
		require(this.kind == AccountKind.CITIZEN && this.state == AccountState.ACTIVE, "be corrected");
		this.name = sealedName;
		this.phone = sealedPhone;
		this.address = sealedAddress;
		this.subDistrict = newSubDistrict;
		registerEvent(AccountAct.of(Act.CORRECTED, id()));
	}

	/**
	 * The owner objects to the use of the data (UU 27/2022, article 41), or no longer
	 * does.
	 */
	void restrict(boolean restricted, Instant now) {
		require(this.kind == AccountKind.CITIZEN && this.state == AccountState.ACTIVE, "be restricted");
		this.restrictedAt = restricted ? now : null;
		registerEvent(AccountAct.of(Act.RESTRICTED, id(), "restricted", String.valueOf(restricted)));
	}

	/** Everything personal goes; the id stays for the records that point to it. */
	void close() {
		require(this.kind == AccountKind.CITIZEN
				&& (this.state == AccountState.ACTIVE || this.state == AccountState.DISPLACED), "be closed");
		this.state = AccountState.CLOSED;
		this.loginIndex = null;
		this.nik = null;
		this.name = null;
		this.email = null;
		this.emailIndex = null;
		this.emailConfirmedAt = null;
		this.phone = null;
		this.address = null;
		this.subDistrict = null;
		this.credentials.removeAll();
		registerEvent(AccountAct.of(Act.ACCOUNT_CLOSED, id()));
	}

	private void require(boolean possible, String verb) {
		if (!possible) {
			throw new IllegalAccountChange(id(), this.state, verb);
		}
	}

	/** As whom its owner acts. */
	Actor asActor() {
		return (this.kind == AccountKind.STAFF) ? Actor.staff(id(), roles(), agency()) : Actor.citizen(id());
	}

	AccountId id() {
		return new AccountId(this.id);
	}

	AccountKind kind() {
		return this.kind;
	}

	AccountState state() {
		return this.state;
	}

	boolean isActive() {
		return this.state == AccountState.ACTIVE;
	}

	@Nullable String nik() {
		return this.nik;
	}

	@Nullable String name() {
		return this.name;
	}

	@Nullable String email() {
		return this.email;
	}

	boolean isEmailConfirmed() {
		return this.emailConfirmedAt != null;
	}

	@Nullable String phone() {
		return this.phone;
	}

	@Nullable String address() {
		return this.address;
	}

	@Nullable String subDistrict() {
		return this.subDistrict;
	}

	@Nullable Instant verifiedAt() {
		return this.verifiedAt;
	}

	@Nullable VerifiedBy verifiedBy() {
		return this.verifiedBy;
	}

	Credentials credentials() {
		return this.credentials;
	}

	Set<Role> roles() {
		return this.membership.roles();
	}

	@Nullable AgencyId agency() {
		return this.membership.agency();
	}

	boolean isRestricted() {
		return this.restrictedAt != null;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	/** What its owner reads: the language of the last sign-in. */
	Language language() {
		return this.language;
	}

	@Nullable Instant lastSignInAt() {
		return this.lastSignInAt;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Account account && this.id.equals(account.id);
	}

	@Override
	public int hashCode() {
		return this.id.hashCode();
	}

}
