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
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.complaint.CleanText;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.CaseRefused.Reason;
import id.tangerangkota.layanan.complaint.casework.ComplaintAct.Act;
import id.tangerangkota.layanan.identity.AccountSummary;
import id.tangerangkota.layanan.identity.Disclosures;
import id.tangerangkota.layanan.web.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the staff know who reported something. Of an anonymous report whoever is in charge
 * asks, with a reason, and a second person agrees: another one in charge or the
 * data-protection officer. What was agreed to is used once. The reporter reads in their
 * ledger who saw it and why. The caller has made sure that passwords are young.
 */
@Service
@Transactional
public class Unmasking {

	private static final String REQUESTS = """
			select u.*, c.ticket_year, c.ticket_number, c.supervisory from complaint.unmasking u
				join complaint.complaint c on c.id = u.complaint_id""";

	private final Cases cases;

	private final Reporters reporters;

	private final Disclosures disclosures;

	private final CaseSeal seal;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Unmasking(Cases cases, Reporters reporters, Disclosures disclosures, CaseSeal seal, JdbcClient jdbc,
			ApplicationEventPublisher events, Clock clock) {
		this.cases = cases;
		this.reporters = reporters;
		this.disclosures = disclosures;
		this.seal = seal;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/** Whether there is anything to see at all. Says nothing of what. */
	@Transactional(readOnly = true)
	public boolean isNobody(ComplaintId complaint) {
		this.cases.read(complaint, Authority.WORK);
		return this.reporters.of(complaint).filter(CaseReporter::isSomebody).isEmpty();
	}

	/** Asks who reported an anonymous report. */
	public UnmaskingId ask(ComplaintId complaint, Disclosures.Reason reason, String note) {
		this.cases.read(complaint, Authority.CHARGE);
		UnmaskingId id = new UnmaskingId(UUID.randomUUID());
		this.jdbc.sql("""
				insert into complaint.unmasking (id, complaint_id, asked_by, asked_at, reason, note)
				values (:id, :complaint, :by, :now, :reason, :note)""")
			.param("id", id.value())
			.param("complaint", complaint.value())
			.param("by", this.cases.me().value())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("reason", reason.name())
			.param("note", this.seal.sealNote(id.value(), CleanText.of(note)))
			.update();
		tell(Act.UNMASKING_ASKED, complaint, Map.of("unmasking", id.toString(), "reason", reason.name()));
		return id;
	}

	/** Those nobody decided on yet, which the current actor may, the oldest first. */
	@Transactional(readOnly = true)
	public List<UnmaskingRequest> open() {
		Actor by = this.cases.actor();
		AccountId me = this.cases.me();
		return this.jdbc.sql(REQUESTS + " where u.decided_at is null order by u.asked_at, u.id")
			.query((row, number) -> decidable(row, by) ? Optional.of(request(row)) : Optional.<UnmaskingRequest>empty())
			.list()
			.stream()
			.flatMap(Optional::stream)
			.filter((request) -> !request.askedBy().equals(me))
			.toList();
	}

	private static boolean decidable(ResultSet row, Actor by) throws SQLException {
		return decides(by, row.getBoolean("supervisory"));
	}

	private static boolean decides(Actor by, boolean supervisory) {
		return by.is(Role.DATA_PROTECTION_OFFICER) || by.is(supervisory ? Role.INSPECTOR : Role.COORDINATOR);
	}

	/** Those about a complaint, the newest first. */
	@Transactional(readOnly = true)
	public List<UnmaskingRequest> of(ComplaintId complaint) {
		this.cases.read(complaint, Authority.CHARGE);
		return this.jdbc.sql(REQUESTS + " where u.complaint_id = ? order by u.asked_at desc, u.id")
			.param(complaint.value())
			.query((row, number) -> request(row))
			.list();
	}

	/** A second person agrees. */
	public void grant(UnmaskingId id) {
		decide(id, true);
	}

	/** A second person does not agree. */
	public void deny(UnmaskingId id) {
		decide(id, false);
	}

	private void decide(UnmaskingId id, boolean granted) {
		Actor by = this.cases.actor();
		UnmaskingRequest request = lock(id);
		boolean supervisory = this.cases.lock(request.complaint()).isSupervisory();
		if (!decides(by, supervisory)) {
			throw new AccessDeniedException("Not for this role");
		}
		if (by.requireAccount().equals(request.askedBy())) {
			throw new CaseRefused(Reason.SECOND_PERSON_NEEDED);
		}
		if (request.granted() != null) {
			throw new CaseRefused(Reason.CHANGED_MEANWHILE);
		}
		this.jdbc.sql("""
				update complaint.unmasking set decided_by = :by, decided_at = :now, granted = :granted
				where id = :id""")
			.param("by", by.requireAccount().value())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("granted", granted)
			.param("id", id.value())
			.update();
		tell(granted ? Act.UNMASKING_GRANTED : Act.UNMASKING_DENIED, request.complaint(),
				Map.of("unmasking", id.toString()));
	}

	/** Shows it to who asked, once. */
	public RevealedReporter reveal(UnmaskingId id) {
		UnmaskingRequest request = lock(id);
		this.cases.read(request.complaint(), Authority.CHARGE);
		if (!request.isUsable() || !request.askedBy().equals(this.cases.me())) {
			throw new CaseRefused(Reason.NOT_GRANTED);
		}
		Instant now = this.clock.instant();
		this.jdbc.sql("update complaint.unmasking set used_at = ? where id = ?")
			.params(Timestamp.from(now), id.value())
			.update();
		return reveal(request.complaint(), request.ticket(), request.reason(), Map.of("unmasking", id.toString()));
	}

	/**
	 * Shows who reported a report that is not anonymous to whoever works on it.
	 * @throws CaseRefused if it is anonymous
	 */
	public RevealedReporter reveal(ComplaintId complaint, Disclosures.Reason reason) {
		Complaint found = this.cases.read(complaint, Authority.WORK);
		if (found.isAnonymous()) {
			throw new CaseRefused(Reason.NOT_GRANTED);
		}
		return reveal(complaint, found.ticket(), reason, Map.of("reason", reason.name()));
	}

	private RevealedReporter reveal(ComplaintId complaint, TicketNumber ticket, Disclosures.Reason reason,
			Map<String, String> details) {
		CaseReporter reporter = this.reporters.of(complaint).orElseThrow(NotFound::new);
		AccountId account = reporter.account();
		@Nullable AccountSummary summary = (account != null)
				? this.disclosures.revealReporter(account, reason, ticket.toString(), complaint.value()).orElse(null)
				: null;
		tell(Act.UNMASKED, complaint, details);
		if (summary == null) {
			return new RevealedReporter(reporter.name(), null, reporter.phone(), null);
		}
		return new RevealedReporter(summary.name(), summary.nik(),
				(summary.phone() != null) ? summary.phone() : reporter.phone(), summary.address());
	}

	private UnmaskingRequest lock(UnmaskingId id) {
		return this.jdbc.sql(REQUESTS + " where u.id = ? for update of u")
			.param(id.value())
			.query((row, number) -> request(row))
			.optional()
			.orElseThrow(NotFound::new);
	}

	private UnmaskingRequest request(ResultSet row) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		@Nullable UUID decidedBy = row.getObject("decided_by", UUID.class);
		return new UnmaskingRequest(new UnmaskingId(id), new ComplaintId(row.getObject("complaint_id", UUID.class)),
				new TicketNumber(row.getInt("ticket_year"), row.getLong("ticket_number")),
				new AccountId(row.getObject("asked_by", UUID.class)), row.getTimestamp("asked_at").toInstant(),
				Disclosures.Reason.valueOf(row.getString("reason")), this.seal.openNote(id, row.getString("note")),
				(decidedBy != null) ? new AccountId(decidedBy) : null, instant(row, "decided_at"),
				row.getObject("granted", Boolean.class), instant(row, "used_at"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp time = row.getTimestamp(column);
		return (time != null) ? time.toInstant() : null;
	}

	private void tell(Act act, ComplaintId complaint, Map<String, String> details) {
		this.events.publishEvent(ComplaintAct.of(act, complaint, details));
	}

}
