package id.tangerangkota.layanan.complaint.casework;

import java.io.ByteArrayInputStream;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import id.tangerangkota.layanan.SetTimeTest;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.attachment.Attachments;
import id.tangerangkota.layanan.attachment.UploadOptions;
import id.tangerangkota.layanan.attachment.testing.UploadFiles;
import id.tangerangkota.layanan.calendar.CalendarDesk;
import id.tangerangkota.layanan.calendar.Certainty;
import id.tangerangkota.layanan.calendar.Holiday;
import id.tangerangkota.layanan.calendar.HolidayKind;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.ComplaintsDue;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.Reporter;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.open.PhotoRemoval;
import id.tangerangkota.layanan.complaint.queue.CaseFile;
import id.tangerangkota.layanan.complaint.queue.CaseSamples;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static id.tangerangkota.layanan.complaint.testing.Complaints.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What happens when time passes and nobody does anything. */
@SetTimeTest
@RecordApplicationEvents
class DeadlinesIntegrationTests {

	private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	@Autowired
	private Complaints complaints;

	@Autowired
	private Deadlines deadlines;

	@Autowired
	private Reminders reminders;

	@Autowired
	private CaseSamples samples;

	@Autowired
	private Recount recount;

	@Autowired
	private CasePurge purge;

	@Autowired
	private Attachments attachments;

	@Autowired
	private PhotoRemoval removal;

	@Autowired
	private CitizenDesk citizens;

	@Autowired
	private CalendarDesk calendarDesk;

	@Autowired
	private WorkingCalendar calendar;

	@Autowired
	private SetClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationEvents events;

	@BeforeEach
	void forgetOthers() {
		this.jdbc.sql("update complaint.complaint set remind_at = null, closes_at = null, waiting_until = null")
			.update();
		this.jdbc.sql("delete from complaint.recount").update();
		this.clock.set("2026-07-01T10:00");
	}

	@Test
	void closesAfterTenWorkingDaysOfSilence() {
		Receipt receipt = this.complaints.resolved();
		this.clock.set("2026-07-15T15:59");
		assertThat(this.deadlines.closeSilent()).isZero();
		this.clock.set("2026-07-15T16:01");
		assertThat(this.deadlines.closeSilent()).isEqualTo(1);
		assertThat(this.complaints.status(receipt.complaint())).isEqualTo(ComplaintStatus.CLOSED);
		assertThat(value(receipt, "closing")).isEqualTo("UNCONFIRMED");
		assertThat(this.deadlines.closeSilent()).isZero();
		// Somebody on holiday comes back.
		this.complaints.asReporter(receipt, (citizen, key) -> citizen.reopen(key, "Belum."));
		assertThat(this.complaints.status(receipt.complaint())).isEqualTo(ComplaintStatus.ASSIGNED);
	}

	@Test
	void isNoSilenceWhereTheCitizenSpoke() {
		Receipt receipt = this.complaints.resolved();
		Receipt part = this.complaints.verified();
		Receipt master = this.complaints.started();
		this.complaints.as(OFFICER, part.complaint(), (desk, shown) -> desk.merge(shown, master.ticket()));
		this.complaints.as(OFFICER, master.complaint(),
				(desk, shown) -> desk.resolve(shown, Complaints.words("Sudah.")));
		this.clock.set("2026-07-10T10:00");
		List.of(receipt, master)
			.forEach((one) -> this.complaints.asReporter(one,
					(citizen, key) -> citizen.reply(key, Complaints.words("Aspalnya sudah retak."))));
		this.clock.set("2026-07-15T16:01");
		assertThat(this.deadlines.closeSilent()).isZero();
		assertThat(this.citizens.view(this.complaints.key(part)).reopenUntil()).as("as long as the whole")
			.isEqualTo("2026-07-24");
		this.clock.set("2026-07-24T15:59");
		assertThat(this.deadlines.closeSilent()).isZero();
		this.clock.set("2026-07-24T17:00");
		assertThat(this.deadlines.closeSilent()).isEqualTo(2);
		assertThat(value(receipt, "closing")).isEqualTo("UNCONFIRMED");
	}

	@Test
	void offersWhatNobodyConfirmedToBeLookedAt() {
		Receipt good = this.complaints.resolved();
		Receipt bad = this.complaints.resolved();
		Receipt conduct = this.complaints.file("pelayanan-aparatur");
		this.complaints.verify(conduct.complaint(), Complaints.ROADS);
		this.complaints.as(Complaints.INSPECTOR, conduct.complaint(),
				(desk, shown) -> desk.resolve(shown, Complaints.words("Sudah.")));
		Receipt confirmed = this.complaints.closed();
		this.clock.set("2026-07-15T16:01");
		assertThat(this.deadlines.closeSilent()).isEqualTo(3);
		assertThat(samples(Complaints.COORDINATOR)).contains(good.ticket(), bad.ticket())
			.doesNotContain(conduct.ticket(), confirmed.ticket());
		assertThat(samples(Complaints.INSPECTOR)).contains(conduct.ticket()).doesNotContain(good.ticket());
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(
				() -> this.complaints.as(OFFICER, good.complaint(), (desk, shown) -> desk.sample(shown, true, "")));
		this.complaints.as(Complaints.COORDINATOR, good.complaint(),
				(desk, shown) -> desk.sample(shown, true, "Jalannya rata."));
		this.complaints.as(Complaints.COORDINATOR, bad.complaint(),
				(desk, shown) -> desk.sample(shown, false, "Lubangnya masih ada."));
		assertThat(samples(Complaints.COORDINATOR)).doesNotContain(good.ticket(), bad.ticket());
		assertThat(this.complaints.status(good.complaint())).isEqualTo(ComplaintStatus.CLOSED);
		assertThat(this.complaints.status(bad.complaint())).as("the agency has it again")
			.isEqualTo(ComplaintStatus.ASSIGNED);
		assertThat(entries(good)).contains("CLOSED null", "SAMPLED GOOD").doesNotContain("SENT_BACK null");
		assertThat(entries(bad)).contains("CLOSED null", "SAMPLED BAD", "SENT_BACK null");
		assertThat(this.citizens.view(this.complaints.key(bad)).steps()).extracting(ReporterView.Step::kind)
			.contains("SENT_BACK")
			.doesNotContain("SAMPLED");
	}

	@Test
	void offersWhatWasNotWellDoneAgainWhenNobodyConfirmsItAgain() {
		Receipt receipt = this.complaints.resolved();
		this.clock.set("2026-07-15T16:01");
		this.deadlines.closeSilent();
		this.complaints.as(Complaints.COORDINATOR, receipt.complaint(),
				(desk, shown) -> desk.sample(shown, false, "Lubangnya masih ada."));
		this.complaints.as(Complaints.officer(Complaints.ROADS), receipt.complaint(),
				(desk, shown) -> desk.resolve(shown, Complaints.words("Sudah.")));
		this.clock.set("2026-07-30T16:01");
		this.deadlines.closeSilent();
		assertThat(value(receipt, "closing")).isEqualTo("UNCONFIRMED");
		assertThat(samples(Complaints.COORDINATOR)).contains(receipt.ticket());
	}

	private List<TicketNumber> samples(Actor actor) {
		return this.samples.open(CaseAccess.of(actor), 20).stream().map(CaseFile.Related::ticket).toList();
	}

	private List<String> entries(Receipt receipt) {
		return this.jdbc.sql("select kind || ' ' || coalesce(code, 'null') from complaint.entry where complaint_id = ?")
			.param(receipt.complaint().value())
			.query(String.class)
			.list();
	}

	@Test
	void closesAllOthersWhenOneCannotBeClosed() {
		Receipt broken = this.complaints.resolved();
		Receipt whole = this.complaints.resolved();
		this.jdbc.sql("""
				update complaint.complaint set resolved_at = null, resolved_by = null,
					closes_at = closes_at - interval '1 day'
				where id = ?""").param(broken.complaint().value()).update();
		this.clock.set("2026-07-15T16:01");
		assertThat(this.deadlines.closeSilent()).isOne();
		assertThat(this.complaints.status(whole.complaint())).isEqualTo(ComplaintStatus.CLOSED);
		assertThat(this.complaints.status(broken.complaint())).isEqualTo(ComplaintStatus.RESOLVED);
	}

	@Test
	void goesOnAfterThirtyDaysWithoutAnAnswer() {
		Receipt receipt = this.complaints.asked();
		this.clock.set("2026-07-31T09:59");
		assertThat(this.deadlines.goOn()).isZero();
		this.clock.set("2026-08-05T10:00");
		assertThat(this.deadlines.goOn()).isEqualTo(1);
		assertThat(this.complaints.status(receipt.complaint())).isEqualTo(ComplaintStatus.IN_PROGRESS);
		// From 1 to 31 July there were 22 closing times, and not one more for coming
		// late.
		assertThat(value(receipt, "resolve_paused")).isEqualTo(22);
	}

	@Test
	void remindsOncePerStepAndAllAtOnce() {
		Receipt first = this.complaints.started();
		Receipt second = this.complaints.started();
		this.complaints.file("lain-lain");
		assertThat(due(first)).isEqualTo("2026-07-08");
		remindOn("2026-07-04T07:30"); // a Saturday
		assertThat(this.events.stream(ComplaintsDue.class)).isEmpty();
		remindOn("2026-07-06T07:30");
		assertThat(sent()).as("before the short time is over")
			.containsExactlyInAnyOrder("OFFICER dpupr 2 0 0", "COORDINATOR null 0 1 0");
		this.events.clear();
		remindOn("2026-07-06T08:00");
		assertThat(sent()).isEmpty();
		remindOn("2026-07-07T07:30");
		assertThat(sent()).containsExactlyInAnyOrder("OFFICER dpupr 0 2 0", "COORDINATOR null 0 0 1");
		this.events.clear();
		remindOn("2026-07-08T07:30");
		assertThat(sent()).as("not over before it is").isEmpty();
		remindOn("2026-07-09T07:30");
		assertThat(sent()).containsExactlyInAnyOrder("OFFICER dpupr 0 0 2", "AGENCY_HEAD dpupr 0 0 2",
				"COORDINATOR null 0 0 1");
		this.events.clear();
		this.complaints.as(OFFICER, second.complaint(),
				(desk, shown) -> desk.resolve(shown, Complaints.words("Sudah.")));
		remindOn("2026-07-13T07:30");
		assertThat(sent()).containsExactlyInAnyOrder("AGENCY_HEAD dpupr 0 0 1", "COORDINATOR null 0 0 1");
		this.events.clear();
		remindOn("2026-07-20T07:30");
		assertThat(sent()).isEmpty();
	}

	/** Street lights are verified within one. */
	@Test
	void remindsOfOneDayInItsMorning() {
		this.complaints.file("pju");
		remindOn("2026-07-02T07:30");
		assertThat(sent()).containsExactly("COORDINATOR null 0 1 0");
		this.events.clear();
		remindOn("2026-07-03T07:30");
		assertThat(sent()).containsExactly("COORDINATOR null 0 0 1");
	}

	@Test
	void remindsTheAgencyWhileNobodyTookItAndInspectorsOfConduct() {
		this.complaints.verified();
		Receipt conduct = this.complaints.file("pelayanan-aparatur");
		this.complaints.verify(conduct.complaint(), new AgencyId("inspektorat"));
		remindOn("2026-07-06T07:30");
		assertThat(sent()).containsExactlyInAnyOrder("AGENCY dpupr 1 0 0", "INSPECTOR null 1 0 0");
	}

	@Test
	void remindsOnceAlsoOnTwoNodes() throws Exception {
		for (int i = 0; i < 20; i++) {
			this.complaints.started();
		}
		this.clock.set("2026-07-07T07:30");
		Callable<Integer> node = this.reminders::remind;
		try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
			assertThat(nodes.invokeAll(List.of(node, node)).stream().mapToInt((result) -> result.resultNow()).sum())
				.isEqualTo(20);
		}
	}

	@Test
	void makesNobodysPageAnOldOneByReminding() {
		Receipt receipt = this.complaints.started();
		CaseDesk.Shown shown = this.complaints.shown(receipt.complaint());
		remindOn("2026-07-07T07:30");
		assertThat(this.complaints.shown(receipt.complaint())).isEqualTo(shown);
	}

	@Test
	void countsAgainWhenHolidaysChange() {
		Receipt running = this.complaints.started();
		Receipt waiting = this.complaints.asked();
		Receipt silent = this.complaints.resolved();
		Receipt over = this.complaints.closed();
		Object overBefore = value(over, "resolve_at");
		Receipt refused = this.complaints.rejected();
		Receipt part = this.complaints.verified();
		this.complaints.as(Complaints.COORDINATOR, part.complaint(),
				(desk, shown) -> desk.merge(shown, running.ticket()));
		Receipt master = this.complaints.started();
		Receipt partOfOver = this.complaints.verified();
		this.complaints.as(Complaints.COORDINATOR, partOfOver.complaint(),
				(desk, shown) -> desk.merge(shown, master.ticket()));
		this.complaints.as(OFFICER, master.complaint(),
				(desk, shown) -> desk.resolve(shown, Complaints.words("Sudah.")));
		this.complaints.asReporter(master, CitizenDesk::confirm);
		LocalDate day = LocalDate.parse("2026-07-07");
		try {
			this.calendarDesk.add(holiday(day));
			assertThat(due(running)).isEqualTo("2026-07-08");
			this.recount.run();
			assertThat(due(running)).as("not before all nodes know").isEqualTo("2026-07-08");
			this.clock.advance(Duration.ofSeconds(11));
			this.recount.run();
			assertThat(due(running)).isEqualTo("2026-07-09");
			assertThat(day(waiting, "resolve_at")).isEqualTo("2026-07-09");
			assertThat(value(waiting, "due_at")).isNull();
			assertThat(day(silent, "closes_at")).isEqualTo("2026-07-16");
			assertThat(this.citizens.view(this.complaints.key(silent)).reopenUntil()).isEqualTo("2026-07-16");
			assertThat(value(over, "resolve_at")).isEqualTo(overBefore);
			for (Receipt ended : List.of(over, refused, master, partOfOver)) {
				assertThat(day(ended, "reopen_until")).isEqualTo("2026-07-16");
			}
			assertThat(value(part, "reopen_until")).as("its whole is not over").isNull();
		}
		finally {
			this.calendarDesk.remove(day);
		}
		this.clock.advance(Duration.ofSeconds(11));
		this.recount.run();
		assertThat(due(running)).as("a promise is not taken back").isEqualTo("2026-07-09");
		assertThat(this.jdbc.sql("select count(*) from complaint.recount").query(Integer.class).single()).isZero();
	}

	/** The time that began anew with what the citizen wrote has ten working days, too. */
	@Test
	void countsASilenceThatBeganAnewAgainWhenHolidaysChange() {
		Receipt heard = this.complaints.resolved();
		this.clock.set("2026-07-10T10:00");
		this.complaints.asReporter(heard,
				(citizen, key) -> citizen.reply(key, Complaints.words("Aspalnya sudah retak.")));
		assertThat(day(heard, "closes_at")).isEqualTo("2026-07-24");
		LocalDate day = LocalDate.parse("2026-07-21");
		try {
			this.calendarDesk.add(holiday(day));
			this.clock.advance(Duration.ofSeconds(11));
			this.recount.run();
			assertThat(day(heard, "closes_at")).isEqualTo("2026-07-27");
			assertThat(day(heard, "reopen_until")).isEqualTo("2026-07-27");
		}
		finally {
			this.calendarDesk.remove(day);
		}
		this.clock.advance(Duration.ofSeconds(11));
		this.recount.run();
		assertThat(day(heard, "closes_at")).as("a promise is not taken back").isEqualTo("2026-07-27");
	}

	/**
	 * Else the first start of a portal would have all its first complaints counted twice.
	 */
	@Test
	void doesNotCountAgainWhatCameAfterTheChange() {
		Receipt before = this.complaints.file();
		LocalDate day = LocalDate.parse("2026-07-02");
		try {
			this.calendarDesk.add(holiday(day));
			this.clock.advance(Duration.ofSeconds(11));
			Receipt after = this.complaints.file();
			Object counted = value(after, "resolve_at");
			assertThat(value(before, "resolve_at")).isNotEqualTo(counted);
			this.jdbc.sql("update complaint.complaint set resolve_at = resolve_at - interval '1 day' where id = ?")
				.param(after.complaint().value())
				.update();
			Object marked = value(after, "resolve_at");
			this.recount.run();
			assertThat(value(before, "resolve_at")).isEqualTo(counted);
			assertThat(value(after, "resolve_at")).isEqualTo(marked);
		}
		finally {
			this.calendarDesk.remove(day);
		}
	}

	private static Holiday holiday(LocalDate day) {
		return new Holiday(day, HolidayKind.NATIONAL, "Hari uji", "Day of tests", Certainty.CERTAIN, "Uji");
	}

	@Test
	void opensWithTheOffices() {
		OpeningTimes times = new OpeningTimes(this.calendar);
		assertThat(times.after(SetClock.local("2026-07-01T07:29"))).isEqualTo(SetClock.local("2026-07-01T07:30"));
		assertThat(times.after(SetClock.local("2026-07-03T07:30"))).isEqualTo(SetClock.local("2026-07-06T07:30"));
		assertThat(times.after(SetClock.local("2026-12-31T12:00"))).isEqualTo(SetClock.local("2027-01-04T07:30"));
	}

	@Test
	void forgetsWhatNeedNotBeKept() {
		Receipt receipt = this.complaints.file(Complaints.by(Complaints.submission("pju"),
				new Reporter(null, "Ani", "ani@example.org", null, Language.INDONESIAN)));
		this.complaints.as(Complaints.COORDINATOR, receipt.complaint(),
				(desk, shown) -> desk.reject(shown, Rejection.NOT_OURS, "Bukan kota."));
		this.clock.set("2026-08-15T10:00");
		this.purge.run();
		assertThat(count(receipt, "submission")).isZero();
		assertThat(value(receipt, "reporter", "forgotten_at")).isNull();
		this.clock.set("2028-07-02T10:00");
		this.purge.run();
		assertThat(value(receipt, "reporter", "forgotten_at")).isNotNull();
		assertThat(this.citizens.open(receipt.ticket(), receipt.code())).isPresent();
	}

	@Test
	void keepsPhotosThatWereTakenOutForAYear() {
		Receipt receipt = this.complaints.file();
		AttachmentOwner owner = CaseFiles.of(receipt.complaint());
		AttachmentOwner removed = new AttachmentOwner(CaseFiles.REMOVED, receipt.complaint().value());
		AttachmentOwner draft = new AttachmentOwner("draft", UUID.randomUUID());
		for (int width : new int[] { 60, 70 }) {
			AttachmentId photo = this.attachments
				.store(draft, new ByteArrayInputStream(UploadFiles.jpeg(width, 50)), UploadOptions.photos(5))
				.id();
			this.attachments.attach(draft, List.of(photo), owner);
		}
		this.removal.remove(receipt.complaint(), this.attachments.of(owner).getFirst().id());
		this.clock.set("2027-06-30T10:00");
		this.purge.run();
		assertThat(this.attachments.of(removed)).hasSize(1);
		this.clock.set("2027-07-02T10:00");
		this.purge.run();
		assertThat(this.attachments.of(removed)).isEmpty();
		assertThat(this.attachments.of(owner)).as("what was not taken out").hasSize(1);
	}

	private void remindOn(String time) {
		this.clock.set(time);
		this.reminders.remind();
	}

	private List<String> sent() {
		return sentNow().toList();
	}

	private Stream<String> sentNow() {
		return this.events.stream(ComplaintsDue.class)
			.map((due) -> "%s %s %d %d %d".formatted(due.audience(), due.agency(), due.halfway(), due.near(),
					due.overdue()));
	}

	private String due(Receipt receipt) {
		return day(receipt, "due_at");
	}

	private String day(Receipt receipt, String column) {
		Instant time = ((Timestamp) value(receipt, column)).toInstant();
		return LocalDate.ofInstant(time, ZONE).toString();
	}

	private @Nullable Object value(Receipt receipt, String column) {
		return value(receipt, "complaint", column);
	}

	private @Nullable Object value(Receipt receipt, String table, String column) {
		return this.jdbc
			.sql("select * from complaint.%s where %s = ?".formatted(table,
					table.equals("complaint") ? "id" : "complaint_id"))
			.param(receipt.complaint().value())
			.query()
			.singleRow()
			.get(column);
	}

	private int count(Receipt receipt, String table) {
		return this.jdbc.sql("select count(*) from complaint.%s where complaint_id = ?".formatted(table))
			.param(receipt.complaint().value())
			.query(Integer.class)
			.single();
	}

}
