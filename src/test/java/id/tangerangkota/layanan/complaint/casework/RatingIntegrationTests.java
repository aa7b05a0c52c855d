package id.tangerangkota.layanan.complaint.casework;

import java.sql.Timestamp;
import java.time.LocalDate;

import id.tangerangkota.layanan.SetTimeTest;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.complaint.CaseFigures;
import id.tangerangkota.layanan.complaint.CaseFigures.Figure;
import id.tangerangkota.layanan.complaint.CaseFigures.Part;
import id.tangerangkota.layanan.complaint.ComplaintContacts;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintRatings;
import id.tangerangkota.layanan.complaint.ComplaintRatings.Outcome;
import id.tangerangkota.layanan.complaint.ComplaintStatistics;
import id.tangerangkota.layanan.complaint.ComplaintStatistics.AgencyCount;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.casework.CaseRefused.Reason;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static id.tangerangkota.layanan.complaint.testing.Complaints.COORDINATOR;
import static id.tangerangkota.layanan.complaint.testing.Complaints.OFFICER;
import static id.tangerangkota.layanan.complaint.testing.Complaints.ROADS;
import static id.tangerangkota.layanan.complaint.testing.Complaints.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** What reporters say in the survey, and what follows from it. */
@SetTimeTest
class RatingIntegrationTests {

	@Autowired
	private Complaints complaints;

	@Autowired
	private ComplaintRatings ratings;

	@Autowired
	private ComplaintStatistics statistics;

	@Autowired
	private CaseFigures figures;

	@Autowired
	private ComplaintContacts contacts;

	@Autowired
	private CitizenDesk citizens;

	@Autowired
	private SetClock clock;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void setClock() {
		this.clock.set("2026-07-01T10:00");
	}

	@Test
	void opensAgainWhatIsNotReallySolvedForAnotherOfficer() {
		Receipt receipt = this.complaints.closed();
		assertThat(this.ratings.rate(receipt.complaint(), 2, false)).isEqualTo(Outcome.REOPENED);
		assertThat(status(receipt)).isEqualTo(ComplaintStatus.ASSIGNED);
		this.complaints.as(OFFICER, receipt.complaint(), CaseDesk::start);
		assertThatExceptionOfType(CaseRefused.class)
			.isThrownBy(() -> this.complaints.as(OFFICER, receipt.complaint(),
					(desk, shown) -> desk.resolve(shown, words("Sudah."))))
			.extracting(CaseRefused::reason)
			.isEqualTo(Reason.BARRED);
	}

	@Test
	void asksAtEveryEndAndCountsTheLastWord() {
		this.clock.set("2025-09-10T10:00");
		LocalDate day = LocalDate.of(2025, 9, 10);
		Receipt receipt = this.complaints.closed();
		this.ratings.rate(receipt.complaint(), 2, false);
		ReporterView opened = this.citizens.view(this.complaints.key(receipt));
		assertThat(opened.rating()).isNull();
		assertThat(opened.solved()).isNull();
		assertThat(opened.reopened()).isOne();
		assertThat(this.statistics.city(day, day)).as("said of an end that was none")
			.extracting(AgencyCount::ratingSum, AgencyCount::judged, AgencyCount::reallySolved)
			.containsExactly(2L, 1L, 0L);
		Actor another = Complaints.officer(ROADS);
		this.complaints.as(another, receipt.complaint(), CaseDesk::start);
		this.complaints.as(another, receipt.complaint(),
				(desk, shown) -> desk.resolve(shown, words("Sekarang sudah kami tutup.")));
		this.clock.set("2025-09-12T10:00");
		this.complaints.asReporter(receipt, CitizenDesk::confirm);
		assertThat(this.citizens.view(this.complaints.key(receipt)).isToJudge()).isTrue();
		assertThat(this.contacts.of(receipt.complaint())).hasValueSatisfying((concerned) -> {
			assertThat(concerned.toJudge()).isTrue();
			assertThat(concerned.reopened()).isOne();
		});
		assertThat(this.ratings.rate(receipt.complaint(), 5, true)).isEqualTo(Outcome.TAKEN);
		assertThat(this.statistics.city(day, day))
			.extracting(AgencyCount::ratings, AgencyCount::ratingSum, AgencyCount::judged, AgencyCount::reallySolved)
			.containsExactly(1L, 5L, 1L, 1L);
		assertThat(this.figures.of(Figure.SOLVED, day)).extracting(Part::part, Part::all)
			.containsExactly(tuple(0L, 1L));
		assertThat(this.figures.of(Figure.SOLVED, LocalDate.of(2025, 9, 12))).extracting(Part::part, Part::all)
			.containsExactly(tuple(1L, 1L));
	}

	@Test
	void asksAlsoThoseWhoWereRejected() {
		Receipt receipt = this.complaints.rejected();
		assertThat(this.citizens.view(this.complaints.key(receipt)).isToJudge()).isTrue();
		assertThat(this.ratings.rate(receipt.complaint(), null, false)).isEqualTo(Outcome.REOPENED);
		assertThat(status(receipt)).isEqualTo(ComplaintStatus.SUBMITTED);
		assertThatExceptionOfType(CaseRefused.class)
			.isThrownBy(() -> this.complaints.as(COORDINATOR, receipt.complaint(),
					(desk, shown) -> desk.reject(shown, Rejection.NOT_OURS, "Tetap bukan milik kota.")))
			.extracting(CaseRefused::reason)
			.isEqualTo(Reason.BARRED);
	}

	@Test
	void countsWhatComesTooLateToOpenAgain() {
		Receipt receipt = this.complaints.closed();
		this.clock.set("2026-08-20T10:00");
		assertThat(this.ratings.rate(receipt.complaint(), 1, false)).isEqualTo(Outcome.TOO_LATE);
		assertThat(status(receipt)).isEqualTo(ComplaintStatus.CLOSED);
		assertThat(this.citizens.view(this.complaints.key(receipt)).isToJudge()).isFalse();
	}

	@Test
	void asksNobodyWhoTookItBackOrStillWaits() {
		Receipt withdrawn = this.complaints.file();
		this.complaints.asReporter(withdrawn, CitizenDesk::withdraw);
		assertThat(this.citizens.view(this.complaints.key(withdrawn)).isToJudge()).isFalse();
		assertThat(this.ratings.rate(withdrawn.complaint(), 5, true)).isEqualTo(Outcome.NOT_OVER);
		assertThat(this.ratings.rate(this.complaints.started().complaint(), 5, true)).isEqualTo(Outcome.NOT_OVER);
		assertThat(this.ratings.rate(ComplaintId.random(), 5, true)).as("erased meanwhile").isEqualTo(Outcome.NOT_OVER);
	}

	@Test
	void asksThoseWhoseComplaintWasAPartOfAnother() {
		Receipt part = this.complaints.verified();
		Receipt master = this.complaints.started();
		this.complaints.as(OFFICER, part.complaint(), (desk, shown) -> desk.merge(shown, master.ticket()));
		assertThat(this.ratings.rate(part.complaint(), 4, true)).isEqualTo(Outcome.NOT_OVER);
		assertThatExceptionOfType(IllegalCaseChange.class)
			.isThrownBy(() -> this.complaints.asReporter(part, (citizen, key) -> citizen.rate(key, 4, true, null)));
		this.complaints.as(OFFICER, master.complaint(), (desk, shown) -> desk.resolve(shown, words("Sudah.")));
		this.complaints.asReporter(master, CitizenDesk::confirm);
		assertThat(this.citizens.view(this.complaints.key(part)).isToJudge()).isTrue();
		assertThat(this.contacts.of(part.complaint()))
			.hasValueSatisfying((concerned) -> assertThat(concerned.toJudge()).isTrue());
		assertThat(this.ratings.rate(part.complaint(), 2, false)).isEqualTo(Outcome.REOPENED);
		assertThat(status(part)).isEqualTo(ComplaintStatus.SUBMITTED);
	}

	@Test
	void knowsThatAPartOfARejectedOneWasRejected() {
		Receipt part = this.complaints.verified();
		Receipt master = this.complaints.verified();
		this.complaints.as(OFFICER, part.complaint(), (desk, shown) -> desk.merge(shown, master.ticket()));
		assertThat(this.ratings.isRejected(part.complaint())).as("somebody still works on it").isFalse();
		this.complaints.as(OFFICER, master.complaint(),
				(desk, shown) -> desk.reject(shown, Rejection.NOT_OURS, "Jalan ini milik provinsi."));
		assertThat(this.ratings.isRejected(master.complaint())).isTrue();
		assertThat(this.ratings.isRejected(part.complaint())).isTrue();
		assertThat(this.ratings.isRejected(this.complaints.closed().complaint())).isFalse();
	}

	@Test
	void knowsWhoseWordsMustStayWithTheComplaint() {
		assertThat(this.ratings.isSealed(this.complaints.closed().complaint())).isFalse();
		assertThat(this.ratings.isSealed(this.complaints.file("pelayanan-aparatur").complaint())).isTrue();
		assertThat(this.ratings.isSealed(this.complaints.file("perempuan-anak").complaint())).isTrue();
		Receipt confidential = this.complaints
			.file(Complaints.secret(Complaints.submission("jalan-rusak"), false, true));
		assertThat(this.ratings.isSealed(confidential.complaint())).isTrue();
		assertThat(this.ratings.isSealed(ComplaintId.random())).as("nobody knows any more").isTrue();
	}

	@Test
	void keepsTheDayAndNotTheMinute() {
		Receipt receipt = this.complaints.closed();
		this.clock.set("2026-07-02T13:37");
		assertThat(this.ratings.rate(receipt.complaint(), 4, true)).isEqualTo(Outcome.TAKEN);
		assertThat(this.jdbc.sql("select rated_at from complaint.complaint where id = ?")
			.param(receipt.complaint().value())
			.query(Timestamp.class)
			.single()
			.toInstant()).isEqualTo(SetClock.local("2026-07-02T00:00"));
		assertThat(this.citizens.view(this.complaints.key(receipt)).steps()).extracting(ReporterView.Step::kind)
			.doesNotContain("RATED");
	}

	@Test
	void addsUpByAgencyAndDayOfReceipt() {
		this.clock.set("2025-03-12T10:00");
		LocalDate day = LocalDate.of(2025, 3, 12);
		this.ratings.rate(this.complaints.closed().complaint(), 5, true);
		this.ratings.rate(this.complaints.closed().complaint(), 2, null);
		this.clock.set("2025-06-12T10:00");
		Receipt late = this.complaints.closed();
		this.clock.set("2025-08-12T10:00");
		this.ratings.rate(late.complaint(), null, false);
		assertThat(this.statistics.of(ROADS, day, day)).hasValueSatisfying((count) -> {
			assertThat(count.ratings()).isEqualTo(2);
			assertThat(count.ratingSum()).isEqualTo(7);
			assertThat(count.judged()).isOne();
			assertThat(count.reallySolved()).isOne();
		});
		assertThat(this.statistics.city(LocalDate.of(2025, 6, 12), LocalDate.of(2025, 6, 12)).judged()).isOne();
		assertThat(this.statistics.city(LocalDate.of(2025, 6, 12), LocalDate.of(2025, 6, 12)).reallySolved()).isZero();
	}

	private ComplaintStatus status(Receipt receipt) {
		return this.complaints.status(receipt.complaint());
	}

}
