package id.tangerangkota.layanan.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.AccountSeal.Column;
import id.tangerangkota.layanan.identity.delivery.AccountMessage.Kind;
import id.tangerangkota.layanan.identity.passkey.Passkeys;
import id.tangerangkota.layanan.identity.personaldata.DataSection;
import id.tangerangkota.layanan.identity.personaldata.DataSection.Entry;
import id.tangerangkota.layanan.identity.personaldata.DataSection.Fact;
import id.tangerangkota.layanan.identity.personaldata.PersonalData;
import id.tangerangkota.layanan.web.session.Sessions;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the module itself holds about a person. */
@Component
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
		sections.add(new DataSection("identity.data.person",
				List.of(new Entry(List.of(opened("identity.data.nik", id, Column.NIK, account.nik()),
						opened("identity.data.name", id, Column.NAME, account.name()),
						opened("identity.data.email", id, Column.EMAIL, account.email()),
						fact("identity.data.email-confirmed", account.isEmailConfirmed()),
						opened("identity.data.phone", id, Column.PHONE, account.phone()),
						opened("identity.data.address", id, Column.ADDRESS, account.address()),
						fact("identity.data.sub-district", account.subDistrict()))))));
		sections.add(new DataSection("identity.data.account",
				List.of(new Entry(List.of(fact("identity.data.created", account.createdAt()),
						fact("identity.data.verified", account.verifiedAt()),
						fact("identity.data.verified-by", account.verifiedBy()),
						fact("identity.data.last-sign-in", account.lastSignInAt()),
						fact("identity.data.password-changed", account.passwordChangedAt()),
						fact("identity.data.totp", account.totpSecret() != null),
						fact("identity.data.recovery-codes", this.codes.left(id)),
						fact("identity.data.restricted", account.isRestricted()))))));
		sections.add(new DataSection("identity.data.passkeys",
				this.passkeys.of(id)
					.stream()
					.map((passkey) -> new Entry(List.of(fact("identity.data.label", passkey.label()),
							fact("identity.data.created", passkey.created()),
							fact("identity.data.last-used", passkey.lastUsed()))))
					.toList()));
		sections.add(new DataSection("identity.data.consents",
				this.consents.of(id)
					.entrySet()
					.stream()
					.map((consent) -> new Entry(List.of(fact("identity.data.purpose", consent.getKey()),
							fact("identity.data.given", consent.getValue()))))
					.toList()));
		sections.add(new DataSection("identity.data.sign-ins", this.history.of(id)
			.stream()
			.map((past) -> new Entry(List.of(fact("identity.data.at", past.at()),
					fact("identity.data.device", past.device()), fact("identity.data.succeeded", past.succeeded()))))
			.toList()));
		sections.add(new DataSection("identity.data.disclosures", this.disclosures.of(id)
			.stream()
			.map((disclosure) -> new Entry(List.of(fact("identity.data.at", disclosure.at()),
					fact("identity.data.what", disclosure.what()), fact("identity.data.office", disclosure.office()),
					fact("identity.data.role", disclosure.role()), fact("identity.data.reason", disclosure.reason()),
					fact("identity.data.note", disclosure.note()))))
			.toList()));
		return sections;
	}

	private Fact opened(String key, AccountId id, Column column, @Nullable String sealed) {
		return new Fact(key, this.seal.openOrNull(id, column, sealed));
	}

	private static Fact fact(String key, @Nullable Object value) {
		return new Fact(key, (value != null) ? value.toString() : null);
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
