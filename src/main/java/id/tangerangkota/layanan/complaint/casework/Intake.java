package id.tangerangkota.layanan.complaint.casework;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.calendar.Deadline;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintSubmitted;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.TrackingCode;
import id.tangerangkota.layanan.complaint.casework.ComplaintAct.Act;
import id.tangerangkota.layanan.vault.IndexEntry;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * Writes a complaint with everything beside it in one statement, because each more is a
 * round trip for everybody who complains. The aggregate takes over from there.
 */
@Component
public class Intake {

	/** Nothing of it happens when the key was used before; who used it is waited for. */
	private static final String TAKE = """
			with key as (
				insert into complaint.submission (key, complaint_id, created_at) values (:key, :id, :now)
				on conflict (key) do nothing returning complaint_id),
			ticket as (select nextval('complaint.ticket') as number from key),
			filed as (
				insert into complaint.complaint (id, ticket_year, ticket_number, kind, channel, status, category,
					service_id, sub_district, address, latitude, longitude, subject, body, sealed, anonymous,
					confidential, supervisory, formal, received_at, changed_at, status_since, verify_starts,
					verify_days, verify_paused, verify_on, verify_at, start_starts, start_days, start_paused,
					start_on, start_at, resolve_starts, resolve_days, resolve_paused, resolve_on, resolve_at,
					due_at, remind_at, photos, evidence, version)
				select :id, :year, number, :kind, :channel, 'SUBMITTED', :category, :service, :subDistrict, :address,
					cast(:latitude as double precision), cast(:longitude as double precision), :subject, :body,
					:sealed, :anonymous, :confidential, :supervisory, :formal, :received, :now, :now, :verifyStarts,
					:verifyDays, :verifyPaused, :verifyOn, :verifyAt, :startStarts, :startDays, :startPaused,
					:startOn, :startAt, :resolveStarts, :resolveDays, :resolvePaused, :resolveOn, :resolveAt,
					:dueAt, :remindAt, :photos, cast(:evidence as jsonb), 0
				from ticket),
			custody as (
				insert into complaint.custody (complaint_id, agency, transferred, since)
				select :id, null, false, :now from ticket),
			entry as (
				insert into complaint.entry (id, complaint_id, at, kind, visibility, author, author_role, agency,
					sealed)
				select :entry, :id, :received, 'FILED', 'PUBLIC', :author, :authorRole, null, false from ticket),
			reporter as (
				insert into complaint.reporter (complaint_id, account_index, index_key, anonymous, sealed)
				select :id, :accountIndex, :indexKey, :anonymous, :reporter from ticket)
			select number from ticket""";

	private final CaseSeal seal;

	private final WorkingCalendar calendar;

	private final CurrentActor actor;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	Intake(CaseSeal seal, WorkingCalendar calendar, CurrentActor actor, JdbcClient jdbc,
			ApplicationEventPublisher events) {
		this.seal = seal;
		this.calendar = calendar;
		this.actor = actor;
		this.jdbc = jdbc;
		this.events = events;
	}

	/**
	 * Takes a complaint.
	 * @param id of the new complaint
	 * @param photos how many it comes with
	 * @param evidence what checks found, as JSON
	 * @return nothing when the key of the submission was used before
	 */
	public Optional<Receipt> take(ComplaintId id, Submission submission, ComplaintCategory category, int photos,
			@Nullable String evidence, Instant now) {
		Assert.state(TransactionSynchronizationManager.isActualTransactionActive(),
				"Taken with all that belongs to it");
		Actor by = filer(submission);
		Optional<Receipt> receipt = take(id, by, submission, category, category.supervisory(), photos, evidence,
				TrackingCode.random(), FirstClocks.from(now, category, submission.formal(), this.calendar), now, now);
		if (receipt.isPresent()) {
			this.events.publishEvent(new ComplaintSubmitted(id, submission.kind(), submission.category(),
					submission.service(), submission.channel(), submission.reporter().isReachable(), now));
			note(id, by, submission);
		}
		return receipt;
	}

	/**
	 * Whoever files as anybody is told that the staff see nothing of them, also where
	 * they are of the staff themselves: only at the counter these file, for somebody
	 * else.
	 */
	private Actor filer(Submission submission) {
		return switch (submission.channel()) {
			case WEB, OPEN311 -> Actor.anonymous();
			case COUNTER, IMPORT, OUTAGE -> this.actor.get();
		};
	}

	/**
	 * Takes something out of a complaint as one of its own. Its reporter has the code of
	 * that one alone.
	 * @param supervisory whether it is about the conduct of officials, whatever category
	 * it has
	 * @param code of the complaint it was in
	 * @param received when that came
	 */
	TicketNumber takeOut(ComplaintId id, Submission submission, ComplaintCategory category, boolean supervisory,
			TrackingCode code, FirstClocks clocks, Instant received, Instant now) {
		Actor by = this.actor.get();
		TicketNumber ticket = take(id, by, submission, category, supervisory, 0, null, code, clocks, received, now)
			.orElseThrow()
			.ticket();
		note(id, by, submission);
		return ticket;
	}

	/**
	 * Takes a complaint over that came somewhere else; no news to anybody.
	 * @param clocks which need not have run from its receipt
	 * @param received when it came there
	 */
	void takeOver(ComplaintId id, Submission submission, ComplaintCategory category, FirstClocks clocks,
			Instant received) {
		take(id, filer(submission), submission, category, category.supervisory(), 0, null, TrackingCode.random(),
				clocks, received, received)
			.orElseThrow();
	}

	private Optional<Receipt> take(ComplaintId id, Actor by, Submission submission, ComplaintCategory category,
			boolean supervisory, int photos, @Nullable String evidence, TrackingCode code, FirstClocks clocks,
			Instant received, Instant now) {
		boolean confidential = submission.confidential() || category.sensitive();
		boolean anonymous = submission.anonymous() || category.sensitive();
		ComplaintPlace place = submission.place();
		CaseWords words = CaseWords.of(submission.subject(), submission.text(), place);
		boolean sealed = supervisory || confidential;
		Deadline verification = clocks.verification();
		Deadline start = clocks.start();
		Deadline solution = clocks.solution();
		ShownDeadline shown = ShownDeadline.of(clocks.next(), 0, this.calendar, null);
		AccountId account = submission.reporter().account();
		@Nullable IndexEntry index = (account != null) ? this.seal.index().entry(CaseSeal.REPORTER_INDEX, account.toString())
				: null;
		ServiceId service = submission.service();
		int year = PageClock.day(now).getYear();
		return this.jdbc.sql(TAKE)
			.param("key", submission.key())
			.param("id", id.value())
			.param("now", Timestamp.from(now))
			.param("received", Timestamp.from(received))
			.param("year", year)
			.param("kind", submission.kind().name())
			.param("channel", submission.channel().name())
			.param("category", category.code())
			.param("service", (service != null) ? service.value() : null)
			.param("subDistrict", subDistrict(place))
			.param("address", sealed ? null : words.address())
			.param("latitude", sealed ? null : words.latitude())
			.param("longitude", sealed ? null : words.longitude())
			.param("subject", sealed ? null : words.subject())
			.param("body", sealed ? null : words.text())
			.param("sealed", sealed ? this.seal.seal(id, words) : null)
			.param("anonymous", anonymous)
			.param("confidential", confidential)
			.param("supervisory", supervisory)
			.param("formal", submission.formal())
			.param("verifyStarts", Timestamp.from(verification.startsAt()))
			.param("verifyDays", verification.workingDays())
			.param("verifyPaused", verification.pausedDays())
			.param("verifyOn", verification.dueOn())
			.param("verifyAt", Timestamp.from(verification.dueAt()))
			.param("startStarts", Timestamp.from(start.startsAt()))
			.param("startDays", start.workingDays())
			.param("startPaused", start.pausedDays())
			.param("startOn", start.dueOn())
			.param("startAt", Timestamp.from(start.dueAt()))
			.param("resolveStarts", Timestamp.from(solution.startsAt()))
			.param("resolveDays", solution.workingDays())
			.param("resolvePaused", solution.pausedDays())
			.param("resolveOn", solution.dueOn())
			.param("resolveAt", Timestamp.from(solution.dueAt()))
			.param("dueAt", timestamp(shown.dueAt()))
			.param("remindAt", timestamp(shown.remindAt()))
			.param("photos", photos)
			.param("evidence", evidence)
			.param("entry", UUID.randomUUID())
			.param("author", author(by))
			.param("authorRole", Entries.role(by))
			.param("accountIndex", (index != null) ? index.value() : null)
			.param("indexKey", (index != null) ? index.keyId() : null)
			.param("reporter", this.seal.seal(id, CaseReporter.of(submission.reporter(), code)))
			.query(Long.class)
			.optional()
			.map((number) -> new Receipt(id, new TicketNumber(year, number), code, submission.kind(), received,
					verification, solution, null, false));
	}

	/**
	 * Citizens' own complaints are no acts of the audit trail, whose chain would let only
	 * one be taken at a time: the complaint itself is the record.
	 */
	private void note(ComplaintId id, Actor by, Submission submission) {
		if (by.kind() == Actor.Kind.STAFF) {
			this.events.publishEvent(ComplaintAct.of(Act.FILED, id, "channel", submission.channel().name()));
		}
	}

	private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
		return (instant != null) ? Timestamp.from(instant) : null;
	}

	private static @Nullable String subDistrict(@Nullable ComplaintPlace place) {
		return (place != null && place.subDistrict() != null) ? place.subDistrict().value() : null;
	}

	/** Never that of a citizen: it may be an anonymous one. */
	private static @Nullable UUID author(Actor by) {
		AccountId account = by.account();
		return (by.kind() == Actor.Kind.STAFF && account != null) ? account.value() : null;
	}

}
