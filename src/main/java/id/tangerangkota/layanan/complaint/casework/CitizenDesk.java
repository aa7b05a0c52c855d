package id.tangerangkota.layanan.complaint.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import id.tangerangkota.layanan.complaint.ComplaintEvent.CitizenReplied;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.TrackingCode;
import id.tangerangkota.layanan.complaint.casework.ComplaintAct.Act;
import id.tangerangkota.layanan.complaint.casework.Entries.Draft;
import id.tangerangkota.layanan.web.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What whoever reported something does about it. A {@link Key} proves who asks: the
 * account it was filed with, or the tracking code. That is never one of the staff, who
 * see codes at the counter: they would confirm their own work. What cannot follow throws
 * {@link IllegalCaseChange}.
 */
@Service
@Transactional
public class CitizenDesk {

	private final Cases cases;

	private final Reporters reporters;

	private final ReporterReader reader;

	private final WorkingCalendar calendar;

	private final Verdicts verdicts;

	private final Merging merging;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CitizenDesk(Cases cases, Reporters reporters, ReporterReader reader, WorkingCalendar calendar, Verdicts verdicts,
			Merging merging, ApplicationEventPublisher events, Clock clock) {
		this.cases = cases;
		this.reporters = reporters;
		this.reader = reader;
		this.calendar = calendar;
		this.verdicts = verdicts;
		this.merging = merging;
		this.events = events;
		this.clock = clock;
	}

	/** What opens a complaint. Made by this desk only. */
	public record Key(ComplaintId complaint, TicketNumber ticket, @Nullable AccountId account) {
	}

	/**
	 * With ticket and code; to be throttled by the caller. Nothing for a wrong pair, no
	 * matter what was wrong.
	 */
	@Transactional(readOnly = true)
	public Optional<Key> open(TicketNumber ticket, TrackingCode code) {
		return this.reporters.code(ticket)
			.filter((found) -> found.code().matches(code))
			.map((found) -> new Key(found.complaint(), ticket, null));
	}

	/** With the account it was filed with. */
	@Transactional(readOnly = true)
	public Optional<Key> open(TicketNumber ticket, AccountId account) {
		return this.reporters.filedBy(account, ticket).map((complaint) -> new Key(complaint, ticket, account));
	}

	/** Whether an account filed a complaint, or one that goes on as part of it. */
	@Transactional(readOnly = true)
	public boolean hasFiled(AccountId account, ComplaintId complaint) {
		return this.reporters.hasFiled(account, complaint);
	}

	/** The complaint as its reporter sees it, with its whole way. */
	@Transactional(readOnly = true)
	public ReporterView view(Key key) {
		return this.reader.view(key.complaint(), this.clock.instant());
	}

	/** The complaints of an account, the newest first. */
	@Transactional(readOnly = true)
	public List<ReporterView.Row> mine(AccountId account, int page, int size) {
		return this.reader.of(account, size, Paging.offset(page, size), this.clock.instant());
	}

	@Transactional(readOnly = true)
	public long countMine(AccountId account) {
		return this.reader.count(account);
	}

	/**
	 * Answers a question, or adds something. Clocks go on, and that of silence begins
	 * anew.
	 */
	public void reply(Key key, CaseDesk.Words words) {
		change(key, (complaint, now) -> {
			if (!this.cases.isFirst(complaint, words, now)) {
				return;
			}
			if (!complaint.status().isOpen()) {
				throw new IllegalCaseChange(complaint.id(), complaint.status(), complaint.status());
			}
			if (complaint.status() == ComplaintStatus.WAITING_FOR_CITIZEN) {
				complaint.goOn(this.calendar, now);
			}
			EntryId entry = this.cases.write(complaint, Draft.of(EntryKind.REPLIED, Visibility.REPORTER).with(words),
					now);
			complaint.hear(this.calendar, now);
			complaint.note(Act.REPLIED, Map.of("entry", entry.toString()));
			this.cases.save(complaint);
			this.merging.goOn(complaint.id());
			this.events.publishEvent(new CitizenReplied(complaint.id(), now));
		});
	}

	/** It is solved: closes it. */
	public void confirm(Key key) {
		change(key, this.verdicts::confirm);
	}

	/**
	 * It is not: within ten working days, by whoever rejected or resolved it not again.
	 */
	public void reopen(Key key, String reason) {
		change(key, (complaint, now) -> this.verdicts.reopen(complaint, reason, now));
	}

	/**
	 * How good it was, also of rejected ones. "Not solved" reopens it where that is still
	 * possible.
	 * @param rating 1 to 5
	 * @return whether it was reopened
	 */
	public boolean rate(Key key, int rating, boolean solved, @Nullable String words) {
		Complaint complaint = lock(key);
		Instant now = this.clock.instant();
		complaint.rate(rating, solved, now);
		this.cases.write(complaint, Draft.of(EntryKind.RATED, Visibility.REPORTER, String.valueOf(rating)).with(words),
				now);
		boolean reopened = this.verdicts.follow(complaint, solved, now);
		this.cases.save(complaint);
		return reopened;
	}

	/** Takes it back before anybody began; what others reported goes on without it. */
	public void withdraw(Key key) {
		change(key, (complaint, now) -> {
			complaint.withdraw(this.calendar, now);
			this.cases.write(complaint, Draft.of(EntryKind.WITHDRAWN, Visibility.PUBLIC), now);
			this.merging.release(complaint, now);
		});
	}

	/** Takes words out of what was written. */
	public void redact(Key key, String subject, String text) {
		change(key, (complaint, now) -> {
			this.cases.redact(complaint, subject, text, now);
			this.cases.redacted(complaint, Map.of(), now);
		});
	}

	/** Hides the name from now on, also from the staff. */
	public void becomeAnonymous(Key key) {
		change(key, (complaint, now) -> {
			complaint.becomeAnonymous();
			this.reporters.hide(complaint.id());
			this.cases.write(complaint, Draft.of(EntryKind.ANONYMISED, Visibility.REPORTER), now);
		});
	}

	private void change(Key key, BiConsumer<Complaint, Instant> verb) {
		Complaint complaint = lock(key);
		verb.accept(complaint, this.clock.instant());
		this.cases.save(complaint);
	}

	private Complaint lock(Key key) {
		if (this.cases.isByStaff()) {
			throw new AccessDeniedException("Only reporters say how it was");
		}
		return this.cases.lock(key.complaint());
	}

}
