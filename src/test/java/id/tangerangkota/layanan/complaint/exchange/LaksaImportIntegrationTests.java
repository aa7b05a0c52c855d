package id.tangerangkota.layanan.complaint.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.complaint.ComplaintDesk;
import id.tangerangkota.layanan.complaint.ComplaintEvent;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintStatistics;
import id.tangerangkota.layanan.complaint.ComplaintStatistics.AgencyCount;
import id.tangerangkota.layanan.complaint.PublicComplaint;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.CaseAccess;
import id.tangerangkota.layanan.complaint.queue.CaseFile;
import id.tangerangkota.layanan.complaint.queue.CaseSamples;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Cases of the LAKSA of before, from a file into the database. */
@PortalTest
@RecordApplicationEvents
@Import({ Complaints.class, SetClock.class })
class LaksaImportIntegrationTests {

	private static final String HEADER = String.join(",", LaksaFile.COLUMNS) + "\n";

	@Autowired
	private LaksaImport importer;

	@Autowired
	private ComplaintDesk desk;

	@Autowired
	private ComplaintStatistics statistics;

	@Autowired
	private CaseSamples samples;

	@Autowired
	private PublicComplaints everybody;

	@Autowired
	private Complaints complaints;

	@Autowired
	private SetClock clock;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationEvents events;

	private final String mark = UUID.randomUUID().toString().substring(0, 8);

	@BeforeEach
	void set() {
		this.clock.set("2026-07-01T10:00");
	}

	@Test
	void takesCasesOverAsTheyStoodOnce() throws IOException {
		String file = HEADER + row("1", "pengaduan", "jalan-rusak", "dpupr", "selesai", "2025-02-10 11:00")
				+ row("2", "pengaduan", "pju", "dishub", "proses", "")
				+ row("3", "aspirasi", "lain-lain", "", "menunggu", "")
				+ row("4", "informasi", "permintaan-informasi", "", "ditolak", "2025-02-04");
		assertThat(run(file, true).taken()).isZero();
		LaksaImport.Outcome outcome = run(file, false);
		assertThat(outcome.problems()).isEmpty();
		assertThat(outcome.taken()).isEqualTo(4);
		assertThat(this.jdbc.sql("""
				select c.status from complaint.complaint c join complaint.entry e on e.complaint_id = c.id
				where e.kind = 'IMPORTED' and e.code like :mark order by e.code""")
			.param("mark", this.mark + "%")
			.query(String.class)
			.list()).containsExactly("CLOSED", "IN_PROGRESS", "SUBMITTED", "REJECTED");
		assertThat(this.jdbc.sql("""
				select distinct c.published_at is null and c.ticket_year = 2025 and c.channel = 'IMPORT'
				from complaint.complaint c join complaint.entry e on e.complaint_id = c.id
				where e.kind = 'IMPORTED' and e.code like :mark""")
			.param("mark", this.mark + "%")
			.query(Boolean.class)
			.list()).containsExactly(true);
		assertThat(this.events.stream(ComplaintEvent.class)).as("nobody is told").isEmpty();
		assertThat(run(file, false).taken()).isZero();
	}

	/** Old numbers are counted up, and stand on letters and lists. */
	@Test
	void opensNothingToWhoeverKnowsTheOldNumber() throws IOException {
		UUID used = UUID.nameUUIDFromBytes(("laksa:" + this.mark + "1").getBytes(StandardCharsets.UTF_8));
		Receipt receipt = this.complaints.file(Complaints.under(used, Complaints.submission("jalan-rusak")));
		String file = HEADER + row("1", "pengaduan", "jalan-rusak", "dpupr", "selesai", "2025-02-10 11:00")
				+ row("2", "pengaduan", "pju", "dishub", "proses", "");
		assertThat(run(file, false).taken()).as("whatever was filed under a key made of it").isEqualTo(2);
		assertThat(this.desk.receipt(used)).contains(receipt);
		assertThat(this.desk
			.receipt(UUID.nameUUIDFromBytes(("laksa:" + this.mark + "2").getBytes(StandardCharsets.UTF_8)))).isEmpty();
	}

	/** Those that were stored before are known to whoever counted numbers up. */
	@Test
	void forgetsKeysThatFollowFromNumbers() throws IOException {
		run(HEADER + row("1", "pengaduan", "jalan-rusak", "dpupr", "selesai", "2025-02-10 11:00"), false);
		Submission submission = Complaints.submission("jalan-rusak");
		this.complaints.file(submission);
		String migration = new ClassPathResource("db/migration/complaint/V30__make_no_key_of_what_is_known.sql")
			.getContentAsString(StandardCharsets.UTF_8);
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			this.jdbc.sql("drop index complaint.entry_imported_key").update();
			this.jdbc.sql(migration).update();
			assertThat(this.jdbc.sql("select count(*) from complaint.submission where complaint_id = ?")
				.param(taken("1").id().value())
				.query(Integer.class)
				.single()).isZero();
			assertThat(this.desk.receipt(submission.key())).as("of somebody").isPresent();
		});
	}

	@Test
	void takesNothingOfAFileWithAMistake() throws IOException {
		LaksaImport.Outcome outcome = run(
				HEADER + row("1", "pengaduan", "jalan-rusak", "dpupr", "selesai", "2025-02-10")
						+ row("2", "laporan", "apa-saja", "dinas-lain", "beres", "kemarin"),
				false);
		assertThat(outcome.taken()).isZero();
		assertThat(outcome.problems()).extracting(FileProblem::column)
			.containsExactlyInAnyOrder("kind", "category", "agency", "status", "finished_at");
		assertThat(outcome.problems()).extracting(FileProblem::line).containsOnly(3L);
		assertThat(this.jdbc.sql("select count(*) from complaint.entry where code like ?")
			.param(this.mark + "%")
			.query(Integer.class)
			.single()).isZero();
	}

	/** One of the two would be lost, and nobody could say which. */
	@Test
	void takesNothingOfAFileWithOneNumberTwice() throws IOException {
		LaksaImport.Outcome outcome = run(
				HEADER + row("1", "pengaduan", "jalan-rusak", "dpupr", "selesai", "2025-02-10")
						+ row("2", "pengaduan", "pju", "dishub", "proses", "")
						+ row("1", "aspirasi", "lain-lain", "", "menunggu", ""),
				false);
		assertThat(outcome.taken()).isZero();
		assertThat(outcome.problems()).singleElement().hasToString("Line 4, number: stands in line 2 too");
	}

	@Test
	void saysThatAFileIsNone() throws IOException {
		assertThat(run("", false).problems()).hasSize(1);
		assertThat(run("a,b\n1,2\n", false).problems()).hasSize(1);
	}

	/** Nobody knows here how long the work took, nor asked whether it was good. */
	@Test
	void countsWhatIsTakenOverAsReceivedAndClosedOnly() throws IOException {
		LocalDate day = LocalDate.parse("2024-05-06");
		AgencyId agency = new AgencyId("dpupr");
		String file = HEADER + row("1", "pengaduan", "jalan-rusak", "dpupr", "selesai", "")
				+ row("2", "pengaduan", "jalan-rusak", "dpupr", "selesai", "2024-05-08 11:00")
				+ row("3", "pengaduan", "jalan-rusak", "dpupr", "ditolak", "2024-05-08")
				+ row("4", "pengaduan", "jalan-rusak", "dpupr", "proses", "");
		assertThat(run(file.replace("2025-02-03", "2024-05-06"), false).taken()).isEqualTo(4);
		for (AgencyCount count : List.of(this.statistics.of(agency, day, day).orElseThrow(),
				this.statistics.city(day, day))) {
			assertThat(count.received() + count.transferredIn()).isEqualTo(4)
				.isEqualTo(count.open() + count.closed() + count.rejected() + count.merged() + count.referred()
						+ count.transferredOut());
			assertThat(count.closed()).isEqualTo(2);
			assertThat(List.of(count.unconfirmed(), count.resolved(), count.inTime(), count.everResolved()))
				.containsOnly(0L);
			assertThat(count.medianDays()).isNull();
		}
		assertThat(this.samples.open(CaseAccess.of(Complaints.COORDINATOR), 1000)).as("nobody here closed them")
			.extracting(CaseFile.Related::receivedAt)
			.doesNotContain(SetClock.local("2024-05-06T08:15"));
	}

	/** The portal promised nothing before it had them. */
	@Test
	void startsTheClocksOfWhatIsOpenWhenItIsTakenOver() throws IOException {
		LocalDate day = LocalDate.parse("2023-05-08");
		AgencyId agency = new AgencyId("dpupr");
		String file = HEADER + row("1", "pengaduan", "jalan-rusak", "", "menunggu", "")
				+ row("2", "pengaduan", "jalan-rusak", "dpupr", "menunggu", "")
				+ row("3", "pengaduan", "jalan-rusak", "dpupr", "proses", "");
		assertThat(run(file.replace("2025-02-03", "2023-05-08"), false).taken()).isEqualTo(3);
		assertThat(this.jdbc.sql("""
				select distinct c.received_at = :received and c.verify_starts = :now and c.resolve_starts = :now
					and c.due_at > :now and c.remind_at > :now and coalesce(c.verify_met, :now) = :now
				from complaint.complaint c join complaint.entry e on e.complaint_id = c.id
				where e.kind = 'IMPORTED' and e.code like :mark and e.at = :now""")
			.param("received", Timestamp.from(SetClock.local("2023-05-08T08:15")))
			.param("now", Timestamp.from(this.clock.instant()))
			.param("mark", this.mark + "%")
			.query(Boolean.class)
			.list()).containsExactly(true);
		assertThat(this.statistics.city(day, day).overdue()).isZero();
		assertThat(this.statistics.of(agency, day, day).orElseThrow().overdue()).isZero();
		Taken begun = taken("3");
		this.complaints.as(Complaints.COORDINATOR, begun.id(), (desk, shown) -> desk.publish(shown, true));
		PublicComplaint shown = this.everybody.find(begun.ticket()).orElseThrow();
		assertThat(shown.receivedAt()).as("its age is told").isEqualTo(SetClock.local("2023-05-08T08:15"));
		assertThat(shown.overdue()).isFalse();
		this.clock.set("2026-10-01T10:00");
		assertThat(this.everybody.find(begun.ticket()).orElseThrow().overdue()).as("from then on as any other")
			.isTrue();
		assertThat(this.statistics.city(day, day).overdue()).isEqualTo(3);
	}

	private record Taken(ComplaintId id, TicketNumber ticket) {
	}

	private Taken taken(String number) {
		return this.jdbc.sql("""
				select c.id, c.ticket_year, c.ticket_number
				from complaint.complaint c join complaint.entry e on e.complaint_id = c.id
				where e.kind = 'IMPORTED' and e.code = ?""")
			.param(this.mark + number)
			.query((row, line) -> new Taken(new ComplaintId(row.getObject("id", UUID.class)),
					new TicketNumber(row.getInt("ticket_year"), row.getLong("ticket_number"))))
			.single();
	}

	private String row(String number, String kind, String category, String agency, String status, String finished) {
		return String.join(",",
				List.of(this.mark + number, "2025-02-03 08:15", kind, category, "Lubang di jalan",
						"Lubang di depan pasar lama.", agency, status, "36.71.01.1001", "Jalan Kenanga", finished,
						"\"Sudah kami periksa, terima kasih.\""))
				+ "\n";
	}

	private LaksaImport.Outcome run(String file, boolean dryRun) throws IOException {
		return this.importer.run(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), dryRun);
	}

}
