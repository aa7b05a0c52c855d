package id.tangerangkota.layanan.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.AccountAct.Act;
import id.tangerangkota.layanan.identity.AccountSeal.Column;
import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.Place;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.SixteenDigits;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows staff what is masked, for a reason, and writes down for the citizen who saw what,
 * when and why. There is no other way to the unmasked data.
 */
@Service
@Transactional
public class Disclosures {

	private static final String TABLE = "identity.disclosure";

	private final AccountRepository accounts;

	private final AccountSeal seal;

	private final Cipher cipher;

	private final CurrentActor actor;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final AccountDirectory directory;

	private final Clock clock;

	Disclosures(AccountRepository accounts, AccountDirectory directory, AccountSeal seal, Cipher cipher,
			CurrentActor actor, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.accounts = accounts;
		this.directory = directory;
		this.seal = seal;
		this.cipher = cipher;
		this.actor = actor;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/** What staff may see unmasked. */
	public enum What {

		/** The whole number. */
		NIK,
		/** Whose report an anonymous one, or one with the name left out, is. */
		REPORTER

	}

	/** Why staff may see unmasked data. */
	public enum Reason {

		/** The person stands at the counter. */
		AT_THE_COUNTER,

		/** A request of the person about their data. */
		DATA_REQUEST,

		/** Another agency must be named the person to handle their case. */
		HANDLING_A_CASE,

		/** A court or the police demanded it in writing. */
		LEGAL_DEMAND

	}

	/**
	 * The NIK of a citizen. The caller has made sure that the password is young.
	 * @param note what the reason does not say, for the citizen to read
	 */
	public String revealNik(AccountId account, Reason reason, String note) {
		Account found = this.accounts.findById(account.value()).orElseThrow(NotFound::new);
		String sealed = found.nik();
		if (sealed == null) {
			throw new NotFound();
		}
		record(account, What.NIK, Act.NIK_REVEALED, reason, note, null);
		return this.seal.open(account, Column.NIK, sealed);
	}

	/**
	 * Who reported something. The caller has made sure that the password is young, and
	 * that a second person agreed where one is needed.
	 * @param note for the citizen to read, such as the number of the report
	 * @param about the id of the report
	 * @return nothing if the account was closed
	 */
	public Optional<AccountSummary> revealReporter(AccountId account, Reason reason, String note, UUID about) {
		Optional<AccountSummary> found = this.directory.find(account).filter(AccountSummary::isActive);
		found.ifPresent((summary) -> record(account, What.REPORTER, Act.REPORTER_REVEALED, reason, note, about));
		return found;
	}

	private void record(AccountId account, What what, Act act, Reason reason, String note, @Nullable UUID about) {
		Actor by = this.actor.get();
		UUID id = UUID.randomUUID();
		AgencyId office = by.agency();
		String role = by.roles().stream().map(Enum::name).sorted().findFirst().orElseThrow();
		this.jdbc.sql("""
				insert into identity.disclosure (id, account_id, seen_by, office, role, what, reason, note, about,
					at)
				values (:id, :account, :by, :office, :role, :what, :reason, :note, :about, :at)""")
			.param("id", id)
			.param("account", account.value())
			.param("by", by.requireAccount().value())
			.param("office", (office != null) ? office.code() : null)
			.param("role", role)
			.param("what", what.name())
			.param("reason", reason.name())
			.param("note", note.isBlank() ? null : this.cipher.seal(SixteenDigits.mask(note), place(id)))
			.param("about", about)
			.param("at", Timestamp.from(this.clock.instant()))
			.update();
		this.events.publishEvent(
				new AccountAct(act, account, Map.of("reason", reason.name(), "disclosure", id.toString()), null));
	}

	/** Who saw what of a citizen, the newest first. */
	@Transactional(readOnly = true)
	public List<Disclosure> of(AccountId account) {
		return this.jdbc.sql(
				"select id, office, role, what, reason, note, at from identity.disclosure where account_id = ? order by at desc, id")
			.param(account.value())
			.query((row, number) -> new Disclosure(row.getTimestamp("at").toInstant(), row.getString("office"),
					Role.valueOf(row.getString("role")), What.valueOf(row.getString("what")),
					Reason.valueOf(row.getString("reason")),
					note(row.getObject("id", UUID.class), row.getString("note"))))
			.list();
	}

	private @Nullable String note(UUID id, @Nullable String sealed) {
		return (sealed != null) ? this.cipher.open(sealed, place(id)) : null;
	}

	static Place place(UUID id) {
		return new Place(TABLE, "note", id.toString());
	}

}
