package id.tangerangkota.layanan.complaint.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.CaseRefused.Reason;
import id.tangerangkota.layanan.complaint.casework.ComplaintAct.Act;
import id.tangerangkota.layanan.identity.AccountSummary;
import id.tangerangkota.layanan.identity.Disclosures;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.SixteenDigits;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows who reported a complaint, for a reason that is written down and, where there is
 * an account, told to its owner. Of anonymous ones only those in charge may ask, somebody
 * else in charge has to agree, and then it is shown once.
 */
@Service
@Transactional
public class Unmasking {

	private final CaseSeal seal;

	private final Disclosures disclosures;

	private final CurrentActor actor;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Unmasking(CaseSeal seal, Disclosures disclosures, CurrentActor actor, JdbcClient jdbc,
			ApplicationEventPublisher events, Clock clock) {
		this.seal = seal;
		this.disclosures = disclosures;
		this.actor = actor;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/** How a request stands. */
	public enum State {

		/** Nobody else has looked at it. */
		ASKED,

		/** Somebody else agreed, and it was not used yet. */
		GRANTED,

		/** Somebody else did not agree. */
		DENIED,

		/** It was shown. */
		USED

	}

	/**
	 * Somebody wants to know who reported a complaint.
	 *
	 * @param note what the reason does not say
	 */
	public record Request(UUID id, ComplaintId complaint, TicketNumber ticket, AccountId askedBy, Instant askedAt,
			Disclosures.Reason reason, String note, @Nullable AccountId decidedBy, State state) {
	}

	/** Who reported it. Nothing at all for who gave nothing. */
	public record Person(@Nullable String name, @Nullable String email, @Nullable String phone) {

		/** Nothing of it: it must not get into a log. */
		@Override
		public String toString() {
			return "Person";
		}

	}

	/** What has to be known of a case to decide. */
	private record Case(ComplaintId id, TicketNumber ticket, boolean anonymous, boolean supervisory,
			@Nullable AgencyId agency) {
	}

	/**
	 * Shows who reported a complaint that is not anonymous.
	 * @param note why, in words the reporter may read
	 */
	public Person reveal(TicketNumber ticket, Disclosures.Reason reason, String note) {
		Case found = find(ticket);
		requireTheirs(found, false);
		if (found.anonymous()) {
			throw new CaseRefused(Reason.SECOND_PERSON_NEEDED);
		}
		UUID id = insert(found, reason, note);
		this.jdbc.sql("update complaint.unmasking set used_at = :now where id = :id")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("id", id)
			.update();
		return show(found, id, reason, note);
	}

	/** Asks to see who reported an anonymous one. */
	public UUID ask(TicketNumber ticket, Disclosures.Reason reason, String note) {
		Case found = find(ticket);
		requireTheirs(found, true);
		UUID id = insert(found, reason, note);
		publish(Act.UNMASKING_ASKED, found, id, reason);
		return id;
	}

	/** Somebody else in charge agrees, or does not. */
	public void decide(UUID id, boolean granted) {
		Request request = require(id);
		if (request.askedBy().equals(this.actor.get().requireAccount())) {
			throw new CaseRefused(Reason.SECOND_PERSON_NEEDED);
		}
		int decided = this.jdbc.sql("""
				update complaint.unmasking set decided_by = :by, decided_at = :now, granted = :granted
				where id = :id and decided_at is null and used_at is null""")
			.param("by", this.actor.get().requireAccount().value())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("granted", granted)
			.param("id", id)
			.update();
		if (decided == 0) {
			throw new CaseRefused(Reason.CHANGED_MEANWHILE);
		}
		publish(granted ? Act.UNMASKING_GRANTED : Act.UNMASKING_DENIED, find(request.ticket()), id, request.reason());
	}

	/** Shows it to whoever asked, once. */
	public Person use(UUID id) {
		Request request = require(id);
		boolean own = request.askedBy().equals(this.actor.get().requireAccount());
		if (!own || this.jdbc.sql("""
				update complaint.unmasking set used_at = :now where id = :id and granted and used_at is null""")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("id", id)
			.update() == 0) {
			throw new CaseRefused(Reason.NOT_GRANTED);
		}
		return show(find(request.ticket()), id, request.reason(), request.note());
	}

	/** Those nobody decided about and those not used yet, of cases of whoever asks. */
	@Transactional(readOnly = true)
	public List<Request> open() {
		Actor by = this.actor.get();
		return this.jdbc.sql("""
				select u.*, c.ticket_year, c.ticket_number from complaint.unmasking u
				join complaint.complaint c on c.id = u.complaint_id
				where (u.decided_at is null or u.granted) and u.used_at is null
					and (c.supervisory and :inspector or not c.supervisory and :coordinator)
				order by u.asked_at, u.id limit 100""")
			.param("inspector", by.is(Role.INSPECTOR))
			.param("coordinator", by.is(Role.COORDINATOR))
			.query(this::request)
			.list();
	}

	/** One, for those in charge. */
	@Transactional(readOnly = true)
	public Request require(UUID id) {
		Request request = this.jdbc.sql("""
				select u.*, c.ticket_year, c.ticket_number from complaint.unmasking u
				join complaint.complaint c on c.id = u.complaint_id where u.id = ?""")
			.param(id)
			.query(this::request)
			.optional()
			.orElseThrow(NotFound::new);
		requireTheirs(find(request.ticket()), true);
		return request;
	}

	private Case find(TicketNumber ticket) {
		return this.jdbc.sql("""
				select id, anonymous, supervisory, agency from complaint.complaint
				where ticket_year = :year and ticket_number = :number""")
			.param("year", ticket.year())
			.param("number", ticket.number())
			.query((row, number) -> {
				String agency = row.getString("agency");
				return new Case(new ComplaintId(row.getObject("id", UUID.class)), ticket, row.getBoolean("anonymous"),
						row.getBoolean("supervisory"), (agency != null) ? new AgencyId(agency) : null);
			})
			.optional()
			.filter((found) -> CaseAccess.of(this.actor.get()).permits(found.agency(), found.supervisory()))
			.orElseThrow(NotFound::new);
	}

	private void requireTheirs(Case found, boolean inCharge) {
		Actor by = this.actor.get();
		boolean charge = by.is(found.supervisory() ? Role.INSPECTOR : Role.COORDINATOR);
		boolean works = !found.supervisory() && by.agency() != null && by.agency().equals(found.agency())
				&& (by.is(Role.OFFICER) || by.is(Role.AGENCY_HEAD));
		if (!charge && (inCharge || !works)) {
			throw new AccessDeniedException("Not for this role");
		}
	}

	private UUID insert(Case found, Disclosures.Reason reason, String note) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into complaint.unmasking (id, complaint_id, asked_by, asked_at, reason, note)
				values (:id, :complaint, :by, :now, :reason, :note)""")
			.param("id", id)
			.param("complaint", found.id().value())
			.param("by", this.actor.get().requireAccount().value())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("reason", reason.name())
			.param("note", this.seal.sealNote(id, SixteenDigits.mask(note)))
			.update();
		return id;
	}

	private Person show(Case found, UUID id, Disclosures.Reason reason, String note) {
		publish(Act.UNMASKED, found, id, reason);
		Optional<CaseReporter> reporter = this.jdbc.sql("select sealed from complaint.reporter where complaint_id = ?")
			.param(found.id().value())
			.query(String.class)
			.optional()
			.map((sealed) -> this.seal.openReporter(found.id(), sealed));
		AccountId account = reporter.map(CaseReporter::account).orElse(null);
		if (account != null) {
			AccountSummary owner = this.disclosures.revealPerson(account, found.ticket().toString(), reason, note);
			return new Person(owner.name(), (owner.email() != null) ? owner.email().value() : null, owner.phone());
		}
		return reporter.map((one) -> new Person(one.name(), one.email(), one.phone()))
			.orElse(new Person(null, null, null));
	}

	private void publish(Act act, Case found, UUID id, Disclosures.Reason reason) {
		this.events.publishEvent(
				ComplaintAct.of(act, found.id(), Map.of("unmasking", id.toString(), "reason", reason.name())));
	}

	private Request request(ResultSet row, int number) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		UUID decided = row.getObject("decided_by", UUID.class);
		State state = (row.getTimestamp("used_at") != null) ? State.USED
				: (decided == null) ? State.ASKED : row.getBoolean("granted") ? State.GRANTED : State.DENIED;
		return new Request(id, new ComplaintId(row.getObject("complaint_id", UUID.class)),
				new TicketNumber(row.getInt("ticket_year"), row.getLong("ticket_number")),
				new AccountId(row.getObject("asked_by", UUID.class)), row.getTimestamp("asked_at").toInstant(),
				Disclosures.Reason.valueOf(row.getString("reason")), this.seal.openNote(id, row.getString("note")),
				(decided != null) ? new AccountId(decided) : null, state);
	}

}
