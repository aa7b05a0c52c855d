package id.tangerangkota.layanan.complaint.filing;

import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.SetTimeTest;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.filing.Draft.About;
import id.tangerangkota.layanan.complaint.filing.Draft.Concern;
import id.tangerangkota.layanan.complaint.filing.Draft.Words;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What is offered instead of the same report once more. */
@SetTimeTest
class SimilarComplaintsIntegrationTests {

	private static final double METRE = 1 / 111_320.0;

	private static final ComplaintPlace PLACE = Complaints.submission("jalan-rusak").place();

	private static final RegionCode ELSEWHERE = new RegionCode("36.71.05.1001");

	private static final Words ALIKE = new Words("Jalan berlubang", "Ada lubang besar di jalan depan pasar.", false);

	private static final Words UNLIKE = new Words("Trotoar retak", "Kursi roda susah lewat, ubin pecah.", false);

	@Autowired
	private SimilarComplaints similar;

	@Autowired
	private ComplaintCategories categories;

	@Autowired
	private Complaints complaints;

	@Autowired
	private SetClock clock;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void hideOthers() {
		this.jdbc.sql("update complaint.complaint set published_at = null").update();
		this.clock.set("2026-07-01T10:00");
	}

	private List<TicketNumber> offered(Draft draft) {
		return this.similar.to(draft).stream().map(SimilarComplaints.Similar::ticket).toList();
	}

	private static Draft draft(Concern concern, String category, @Nullable ComplaintPlace place, Words words) {
		return new Draft(UUID.randomUUID(), Channel.WEB, ComplaintKind.COMPLAINT, concern, category, place, words, true,
				null, false);
	}

	/** About a road, so many metres to the north and to the east of what was filed. */
	private static Draft road(double north, double east) {
		return road(
				new ComplaintPlace(ELSEWHERE, null, PLACE.latitude() + north * METRE, PLACE.longitude() + east * METRE),
				ALIKE);
	}

	private static Draft road(ComplaintPlace place, Words words) {
		return draft(new Concern(About.PLACE, null, false), "jalan-rusak", place, words);
	}

	private static Draft service(ServiceId service, Words words) {
		return draft(new Concern(About.SERVICE, service, true), "layanan-digital", null, words);
	}

	@Test
	void offersWhatLiesWithinTheRadiusOfTheCategory() {
		Receipt receipt = this.complaints.verified();
		int radius = this.categories.find("jalan-rusak").orElseThrow().radius();
		assertThat(offered(road(0, 0))).containsExactly(receipt.ticket());
		assertThat(offered(road(0.9 * radius, 0))).containsExactly(receipt.ticket());
		assertThat(offered(road(-0.9 * radius, 0))).containsExactly(receipt.ticket());
		assertThat(offered(road(0, 0.9 * radius))).containsExactly(receipt.ticket());
		assertThat(offered(road(1.1 * radius, 0))).isEmpty();
		assertThat(offered(road(-1.1 * radius, 0))).isEmpty();
		assertThat(offered(road(0, -1.1 * radius))).isEmpty();
	}

	@Test
	void takesTheKelurahanWhereThereIsNoPoint() {
		Receipt receipt = this.complaints.verified();
		ComplaintPlace here = new ComplaintPlace(Complaints.SUB_DISTRICT, null, null, null);
		ComplaintPlace elsewhere = new ComplaintPlace(ELSEWHERE, null, null, null);
		ComplaintPlace far = new ComplaintPlace(Complaints.SUB_DISTRICT, null, PLACE.latitude() + 0.05,
				PLACE.longitude());
		assertThat(offered(road(here, ALIKE))).containsExactly(receipt.ticket());
		assertThat(offered(road(elsewhere, ALIKE))).isEmpty();
		assertThat(offered(road(far, ALIKE))).as("two points decide").isEmpty();
		this.jdbc.sql("update complaint.complaint set latitude = null, longitude = null where id = ?")
			.param(receipt.complaint().value())
			.update();
		assertThat(offered(road(far, ALIKE))).containsExactly(receipt.ticket());
	}

	@Test
	void offersNothingInOtherWordsOrOfAnotherCategory() {
		this.complaints.verified();
		assertThat(offered(road(PLACE, UNLIKE))).isEmpty();
		assertThat(offered(draft(new Concern(About.PLACE, null, false), "pju", PLACE, ALIKE))).isEmpty();
	}

	@Test
	void offersWhatIsAboutTheSameService() {
		List<ServiceId> services = this.jdbc.sql("select id from catalog.service order by slug limit 2")
			.query((row, number) -> new ServiceId(row.getObject("id", UUID.class)))
			.list();
		Submission submission = Complaints.about(services.getFirst());
		Receipt receipt = this.complaints.file(submission);
		this.complaints.verify(receipt.complaint(), Complaints.ROADS);
		Words same = new Words("Situs mati", "Halaman tidak bisa dibuka sejak pagi.", false);
		assertThat(offered(service(services.getFirst(), same))).containsExactly(receipt.ticket());
		assertThat(offered(service(services.getLast(), same))).isEmpty();
		assertThat(offered(service(services.getFirst(), UNLIKE))).isEmpty();
	}

	@Test
	void offersNothingThatIsOlderThanSixtyDays() {
		Receipt receipt = this.complaints.verified();
		this.clock.set("2026-08-30T09:59");
		assertThat(offered(road(0, 0))).containsExactly(receipt.ticket());
		this.clock.set("2026-08-30T10:01");
		assertThat(offered(road(0, 0))).isEmpty();
	}

	@Test
	void offersNothingThatIsOverOrThatNotEverybodyMaySee() {
		this.complaints.closed();
		this.complaints.resolved();
		this.complaints.file();
		Receipt hidden = this.complaints.verified();
		this.complaints.as(Complaints.COORDINATOR, hidden.complaint(), (desk, shown) -> desk.publish(shown, false));
		assertThat(offered(road(0, 0))).isEmpty();
		Receipt open = this.complaints.asked();
		assertThat(offered(road(0, 0))).containsExactly(open.ticket());
		assertThat(offered(draft(new Concern(About.PLACE, null, false), "perempuan-anak", PLACE, ALIKE)))
			.as("only for the staff to read")
			.isEmpty();
	}

	@Test
	void offersAFewAndTheMostAlikeFirst() {
		for (int i = 0; i < 3; i++) {
			this.complaints.verified();
		}
		Submission submission = Complaints.submission("jalan-rusak");
		Receipt most = this.complaints
			.file(new Submission(submission.key(), submission.channel(), submission.kind(), submission.category(), null,
					PLACE, ALIKE.subject(), ALIKE.text(), false, false, false, submission.reporter(), null, null));
		this.complaints.verify(most.complaint(), Complaints.ROADS);
		assertThat(offered(road(0, 0))).hasSize(3).startsWith(most.ticket());
	}

}
