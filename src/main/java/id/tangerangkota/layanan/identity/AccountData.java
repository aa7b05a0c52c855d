package id.tangerangkota.layanan.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.identity.AccountSeal.Column;
import id.tangerangkota.layanan.identity.credential.OneTimeTokens;
import id.tangerangkota.layanan.identity.credential.RecoveryCodes;
import id.tangerangkota.layanan.identity.delivery.AccountMessage.Kind;
import id.tangerangkota.layanan.identity.passkey.Passkeys;
import id.tangerangkota.layanan.identity.personaldata.DataSection.Entry;
import id.tangerangkota.layanan.identity.personaldata.DataSection.Fact;
import id.tangerangkota.layanan.identity.personaldata.DataSection;
import id.tangerangkota.layanan.identity.personaldata.PersonalData;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.web.session.Sessions;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the module itself holds about a person; read first and erased last. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@Transactional
class AccountData implements PersonalData {

	private final AccountRepository accounts;

	private final AccountSeal seal;

	private final SignInHistory history;

	private final OneTimeTokens tokens;

	private final SecondFactors factors;

	private final Passkeys passkeys;

	private final RecoveryCodes codes;

	private final Consents consents;

	private final Disclosures disclosures;

	private final AccountNotices notices;

	private final Sessions sessions;

	private final JdbcClient jdbc;

	AccountData(AccountRepository accounts, AccountSeal seal, SignInHistory history, OneTimeTokens tokens,
			SecondFactors factors, Passkeys passkeys, RecoveryCodes codes, Consents consents, Disclosures disclosures,
			AccountNotices notices, Sessions sessions, JdbcClient jdbc) {
		this.accounts = accounts;
		this.seal = seal;
		this.history = history;
		this.tokens = tokens;
		this.factors = factors;
		this.passkeys = passkeys;
		this.codes = codes;
		this.consents = consents;
		this.disclosures = disclosures;
		this.notices = notices;
		this.sessions = sessions;
		this.jdbc = jdbc;
	}

	@Override
	@Transactional(readOnly = true)
	public List<DataSection> about(AccountId id) {
		Account account = require(id);
		List<DataSection> sections = new ArrayList<>();
		sections.add(new DataSection("privacy.data.person",
				List.of(new Entry(List.of(opened("privacy.data.nik", id, Column.NIK, account.nik()),
						opened("privacy.data.name", id, Column.NAME, account.name()),
						opened("privacy.data.email", id, Column.EMAIL, account.email()),
						fact("privacy.data.email-confirmed", account.isEmailConfirmed()),
						opened("privacy.data.phone", id, Column.PHONE, account.phone()),
						opened("privacy.data.address", id, Column.ADDRESS, account.address()),
						fact("privacy.data.sub-district", subDistrict(account)))))));
		sections.add(new DataSection("privacy.data.account",
				List.of(new Entry(List.of(fact("privacy.data.created", account.createdAt()),
						fact("privacy.data.verified", account.verifiedAt()),
						fact("privacy.data.verified-by", account.verifiedBy()),
						fact("privacy.data.last-sign-in", account.lastSignInAt()),
						fact("privacy.data.language", account.language()),
						fact("privacy.data.password-changed", account.credentials().passwordChangedAt()),
						fact("privacy.data.totp", account.credentials().totpSecret() != null),
						fact("privacy.data.recovery-codes", this.codes.left(id)),
						fact("privacy.data.restricted", account.isRestricted()))))));
		sections.add(new DataSection("privacy.data.passkeys",
				this.passkeys.of(id)
					.stream()
					.map((passkey) -> new Entry(List.of(fact("privacy.data.label", passkey.label()),
							fact("privacy.data.created", passkey.created()),
							fact("privacy.data.last-used", passkey.lastUsed()))))
					.toList()));
		sections.add(new DataSection("privacy.data.consents",
				this.consents.of(id)
					.entrySet()
					.stream()
					.map((consent) -> new Entry(List.of(fact("privacy.data.purpose", consent.getKey()),
							fact("privacy.data.given", consent.getValue()))))
					.toList()));
		sections.add(new DataSection("privacy.data.sign-ins", this.history.of(id)
			.stream()
			.map((past) -> new Entry(List.of(fact("privacy.data.at", past.at()),
					fact("privacy.data.device", past.device()), fact("privacy.data.succeeded", past.succeeded()))))
			.toList()));
		sections.add(new DataSection("privacy.data.disclosures", this.disclosures.of(id)
			.stream()
			.map((disclosure) -> new Entry(List.of(fact("privacy.data.at", disclosure.at()),
					fact("privacy.data.what", disclosure.what()), fact("privacy.data.office", office(disclosure)),
					fact("privacy.data.role", disclosure.role()), fact("privacy.data.reason", disclosure.reason()),
					fact("privacy.data.note", disclosure.note()))))
			.toList()));
		return sections;
	}

	private Fact opened(String key, AccountId id, Column column, @Nullable String sealed) {
		return new Fact(key, this.seal.openOrNull(id, column, sealed));
	}

	private static @Nullable RegionCode subDistrict(Account account) {
		String code = account.subDistrict();
		return (code != null) ? new RegionCode(code) : null;
	}

	private static @Nullable AgencyId office(Disclosure disclosure) {
		String code = disclosure.office();
		return (code != null) ? new AgencyId(code) : null;
	}

	private static Fact fact(String key, @Nullable Object value) {
		return new Fact(key, value);
	}

	/** The account stays, empty: records of the city point to it. */
	@Override
	public void erase(AccountId id) {
		Account account = require(id);
		// While there still is an address.
		this.notices.tell(account, Kind.ACCOUNT_CLOSED);
		account.close();
		this.accounts.saveAndFlush(account);
		this.history.removeAll(id);
		this.tokens.revokeAll(id);
		this.factors.removeAll(id);
		forgetNotes(id.value());
		this.sessions.endAll(id.toString());
	}

	private void forgetNotes(UUID id) {
		this.jdbc.sql("update identity.disclosure set note = null where account_id = ?").param(id).update();
		this.jdbc.sql("delete from identity.consent where account_id = ?").param(id).update();
	}

	private Account require(AccountId id) {
		return this.accounts.findById(id.value()).orElseThrow();
	}

}
