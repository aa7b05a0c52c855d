package id.tangerangkota.layanan.complaint.queue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.complaint.ComplaintStatistics;
import id.tangerangkota.layanan.complaint.PublicComplaint;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.complaint.PublicFilter;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.casework.CaseAccess;
import id.tangerangkota.layanan.complaint.casework.CaseDesk;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import static id.tangerangkota.layanan.complaint.testing.Complaints.COORDINATOR;
import static id.tangerangkota.layanan.complaint.testing.Complaints.OFFICER;
import static id.tangerangkota.layanan.complaint.testing.Complaints.ROADS;
import static id.tangerangkota.layanan.complaint.testing.Complaints.words;
import static org.assertj.core.api.Assertions.assertThat;

/** Late is the same for everybody: the public, the scoreboard, the staff. */
// A database of its own: what others file would be counted.
@SpringBootTest(properties = "spring.application.name=overdue")
@Import({ Complaints.class, SetClock.class })
class OverdueIntegrationTests {

	private static final AgencyId LIGHTS = new AgencyId("dishub");

	@Autowired
	private Complaints complaints;

	@Autowired
	private PublicComplaints everybody;

	@Autowired
	private CaseQueue queue;

	@Autowired
	private CaseCounts counts;

	@Autowired
	private CaseExport export;

	@Autowired
	private ComplaintStatistics statistics;

	@Autowired
	private SetClock clock;

	private final List<Receipt> filed = new ArrayList<>();

	private final Set<String> late = new TreeSet<>();

	@BeforeEach
	void set() {
		this.clock.set("2026-07-01T10:00");
	}

	private Receipt expect(boolean overdue, Receipt receipt) {
		this.filed.add(receipt);
		if (overdue) {
			this.late.add(receipt.ticket().toString());
		}
		return receipt;
	}

	@Test
	void countsTheSameEverywhere() {
		expect(true, this.complaints.verified());
		expect(true, this.complaints.started());
		Receipt forwarded = expect(true, this.complaints.verified());
		this.complaints.as(COORDINATOR, forwarded.complaint(),
				(desk, shown) -> desk.forward(shown, LIGHTS, "Ini lampu, bukan jalan."));
		expect(false, this.complaints.asked());
		Receipt resolved = expect(false, this.complaints.resolved());
		expect(false, this.complaints.closed());
		Receipt lateAndAsked = expect(true, this.complaints.verified());
		this.clock.set("2026-07-16T10:00");
		this.complaints.as(OFFICER, lateAndAsked.complaint(),
				(desk, shown) -> desk.ask(shown, "Di depan toko yang mana?"));
		this.clock.set("2026-07-27T10:00");
		Receipt inTime = expect(false, this.complaints.started());
		Receipt reopened = expect(false, this.complaints.started());
		this.complaints.as(OFFICER, reopened.complaint(), (desk, shown) -> desk.resolve(shown, words("Sudah.")));
		this.complaints.asReporter(reopened, (desk, key) -> desk.reopen(key, "Lubang itu masih ada."));
		this.clock.set("2026-07-29T10:00");
		assertThat(List.of(inTime, resolved)).doesNotHaveDuplicates();
		LocalDate first = LocalDate.of(2026, 7, 1);
		LocalDate last = LocalDate.of(2026, 7, 31);
		assertThat(
				this.everybody.list(new PublicFilter(Set.of(), null, null, null, null, null, true, null, null), 1, 100)
					.complaints())
			.as("public list")
			.allMatch(PublicComplaint::overdue)
			.extracting(this::number)
			.containsExactlyInAnyOrderElementsOf(this.late);
		assertThat(this.filed.stream()
			.map((receipt) -> this.everybody.find(receipt.ticket()).orElseThrow())
			.filter(PublicComplaint::overdue)
			.map(this::number)
			.collect(Collectors.toSet())).as("page of each").isEqualTo(this.late);
		assertThat(this.queue
			.list(CaseFilter.of(QueueTab.OVERDUE), CaseAccess.of(COORDINATOR), COORDINATOR.requireAccount(), 1, 100)
			.lines()).as("queue")
			.extracting((line) -> line.ticket().toString())
			.containsExactlyInAnyOrderElementsOf(this.late);
		assertThat(this.counts
			.counts(CaseFilter.of(QueueTab.OVERDUE), CaseAccess.of(COORDINATOR), COORDINATOR.requireAccount())
			.get(QueueTab.OVERDUE)
			.number()).as("tab").isEqualTo(this.late.size());
		Set<String> exported = new TreeSet<>();
		this.export.read(CaseFilter.of(QueueTab.ALL), CaseAccess.of(COORDINATOR), COORDINATOR.requireAccount(), 1000,
				(row) -> {
					if (row.overdue()) {
						exported.add(row.ticket().toString());
					}
				});
		assertThat(exported).as("tables").isEqualTo(this.late);
		assertThat(this.statistics.city(first, last).overdue()).as("scoreboard").isEqualTo(this.late.size());
		assertThat(this.statistics.of(LIGHTS, first, last).orElseThrow().overdue()).as("of who has it now").isOne();
		assertThat(this.statistics.of(ROADS, first, last).orElseThrow().overdue()).isEqualTo(this.late.size() - 1);
	}

	private String number(PublicComplaint complaint) {
		return complaint.ticket().toString();
	}

	@Test
	void isLateWithItsFirstStepLongBeforeItHasToBeSolved() {
		Receipt receipt = this.complaints.file("lain-lain");
		this.complaints.verify(receipt.complaint(), ROADS);
		this.clock.set("2026-07-14T10:00");
		PublicComplaint shown = this.everybody.find(receipt.ticket()).orElseThrow();
		assertThat(shown.overdue()).isTrue();
		assertThat(shown.lateSince()).isEqualTo(SetClock.local("2026-07-08T16:00"));
		assertThat(shown.dueAt()).isAfter(this.clock.instant());
		this.complaints.as(OFFICER, receipt.complaint(), CaseDesk::start);
		assertThat(this.everybody.find(receipt.ticket()).orElseThrow().overdue()).isFalse();
	}

}
