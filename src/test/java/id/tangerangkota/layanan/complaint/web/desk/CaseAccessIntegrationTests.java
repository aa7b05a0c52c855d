package id.tangerangkota.layanan.complaint.web.desk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

import static id.tangerangkota.layanan.complaint.web.desk.DeskBrowser.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who gets to see which case, and does what about it: every role with every kind of case
 * on every page about one. The routes themselves have a table of their own.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({ Letterbox.class, Complaints.class, DeskBrowser.class })
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseAccessIntegrationTests {

	private static final AgencyId LIGHTS = new AgencyId("dishub");

	private static final AgencyId ROADS = Complaints.ROADS;

	/** Somebody of the staff. */
	enum Who {

		OFFICER(Role.OFFICER, ROADS), HEAD(Role.AGENCY_HEAD, ROADS), NEIGHBOUR(Role.OFFICER, LIGHTS),
		NEIGHBOURS_HEAD(Role.AGENCY_HEAD, LIGHTS), COORDINATOR(Role.COORDINATOR, null), INSPECTOR(Role.INSPECTOR, null),
		LEADERSHIP(Role.LEADERSHIP, null), DATA_PROTECTION_OFFICER(Role.DATA_PROTECTION_OFFICER, null),
		ADMINISTRATOR(Role.ADMINISTRATOR, null), AUDITOR(Role.AUDITOR, null);

		private final Actor actor;

		Who(Role role, AgencyId agency) {
			this.actor = Actor.staff(AccountId.random(), Set.of(role), agency);
		}

		boolean mayOpenTheDesk() {
			return this.ordinal() <= LEADERSHIP.ordinal();
		}

	}

	/** A kind of case, and who sees it. */
	enum Kind {

		UNVERIFIED(Set.of(Who.COORDINATOR, Who.LEADERSHIP)),

		OF_ROADS(Set.of(Who.OFFICER, Who.HEAD, Who.COORDINATOR, Who.LEADERSHIP)),

		SECRET_OF_ROADS(Set.of(Who.OFFICER, Who.HEAD, Who.COORDINATOR, Who.LEADERSHIP)),

		OF_LIGHTS(Set.of(Who.NEIGHBOUR, Who.NEIGHBOURS_HEAD, Who.COORDINATOR, Who.LEADERSHIP)),

		ABOUT_CONDUCT(Set.of(Who.INSPECTOR, Who.LEADERSHIP)),

		ABOUT_CONDUCT_AT_ROADS(Set.of(Who.INSPECTOR, Who.LEADERSHIP));

		private final Set<Who> seen;

		Kind(Set<Who> seen) {
			this.seen = seen;
		}

	}

	@Autowired
	private Complaints complaints;

	@Autowired
	private DeskBrowser browser;

	private final Map<Kind, TicketNumber> tickets = new EnumMap<>(Kind.class);

	@BeforeAll
	void file() {
		this.tickets.put(Kind.UNVERIFIED, this.complaints.file().ticket());
		this.tickets.put(Kind.OF_ROADS, this.complaints.verified().ticket());
		Receipt secret = this.complaints.file(Complaints.secret(Complaints.submission("jalan-rusak"), false, true));
		this.complaints.verify(secret.complaint(), ROADS);
		this.tickets.put(Kind.SECRET_OF_ROADS, secret.ticket());
		Receipt lights = this.complaints.file();
		this.complaints.verify(lights.complaint(), LIGHTS);
		this.tickets.put(Kind.OF_LIGHTS, lights.ticket());
		this.tickets.put(Kind.ABOUT_CONDUCT, this.complaints.file("pelayanan-aparatur").ticket());
		Receipt conduct = this.complaints.file("pelayanan-aparatur");
		this.complaints.verify(conduct.complaint(), ROADS);
		this.tickets.put(Kind.ABOUT_CONDUCT_AT_ROADS, conduct.ticket());
	}

	@ParameterizedTest
	@EnumSource
	void opensOnlyCasesThatAreTheirs(Who who) {
		Map<String, Integer> found = new LinkedHashMap<>();
		Map<String, Integer> expected = new LinkedHashMap<>();
		for (Kind kind : Kind.values()) {
			for (String page : pages()) {
				String path = QUEUE + "/" + this.tickets.get(kind) + page;
				int status = this.browser.get(path, who.actor).getResponse().getStatus();
				boolean reads = page.isEmpty() || page.equals("/cetak");
				found.put(kind + page, (status == 303) ? 200 : status);
				expected.put(kind + page, !who.mayOpenTheDesk() ? 403
						: (!reads && who == Who.LEADERSHIP) ? 403 : kind.seen.contains(who) ? 200 : 404);
			}
		}
		assertThat(found).isEqualTo(expected);
	}

	private static List<String> pages() {
		List<String> pages = new ArrayList<>(List.of("", "/cetak"));
		for (CaseStep step : CaseStep.values()) {
			pages.add("/" + step.code());
		}
		return pages;
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "DATA_PROTECTION_OFFICER", "ADMINISTRATOR", "AUDITOR" })
	void listsOnlyCasesThatAreTheirs(Who who) {
		Map<Kind, Boolean> found = new EnumMap<>(Kind.class);
		Map<Kind, Boolean> expected = new EnumMap<>(Kind.class);
		for (Kind kind : Kind.values()) {
			String ticket = this.tickets.get(kind).toString();
			boolean listed = false;
			for (int page = 1; page <= 4 && !listed; page++) {
				String list = DeskBrowser.page(this.browser.get(QUEUE + "?tab=semua&halaman=" + page, who.actor))
					.text();
				listed = list.contains(ticket);
			}
			found.put(kind, listed);
			expected.put(kind, kind.seen.contains(who));
		}
		assertThat(found).isEqualTo(expected);
	}

	/** What is offered, and what a form that was not offered does. */
	@ParameterizedTest
	@EnumSource(names = { "OFFICER", "HEAD", "COORDINATOR", "INSPECTOR", "LEADERSHIP" })
	void offersOnlyWhatIsTheirs(Who who) {
		for (Kind kind : Kind.values()) {
			if (!kind.seen.contains(who)) {
				continue;
			}
			String path = QUEUE + "/" + this.tickets.get(kind);
			List<String> offered = DeskBrowser.page(this.browser.get(path, who.actor))
				.select(".action-list a")
				.eachAttr("href")
				.stream()
				.map((href) -> href.replaceFirst(".*/", "").replaceFirst("\\?.*", ""))
				.toList();
			assertThat(offered).as(kind.name()).isEqualTo(expected(who, kind));
		}
	}

	private static List<String> expected(Who who, Kind kind) {
		boolean verified = kind != Kind.UNVERIFIED && kind != Kind.ABOUT_CONDUCT;
		return switch (who) {
			case OFFICER, HEAD -> List.of("mulai", "tugaskan", "jawab", "tanya", "selesai", "catatan", "teruskan",
					"gabungkan", "pisahkan", "tolak", "alihkan");
			case COORDINATOR -> verified
					? (kind == Kind.SECRET_OF_ROADS)
							? List.of("tugaskan", "jawab", "tanya", "catatan", "teruskan", "gabungkan", "pisahkan",
									"tolak", "alihkan")
							: List.of("tugaskan", "jawab", "tanya", "catatan", "teruskan", "gabungkan", "pisahkan",
									"tolak", "alihkan", "sembunyikan")
					: List.of("verifikasi", "tanya", "catatan", "gabungkan", "pisahkan", "tolak", "alihkan");
			case INSPECTOR -> verified
					? List.of("mulai", "tugaskan", "jawab", "tanya", "selesai", "catatan", "teruskan", "gabungkan",
							"pisahkan", "tolak", "alihkan")
					: List.of("verifikasi", "tanya", "catatan", "gabungkan", "pisahkan", "tolak", "alihkan");
			default -> List.of();
		};
	}

	/** Nothing of what is sent to a case of others is done, whatever it is. */
	@ParameterizedTest
	@EnumSource(names = { "NEIGHBOUR", "INSPECTOR", "LEADERSHIP" })
	void doesNothingAboutCasesOfOthers(Who who) {
		TicketNumber ticket = this.tickets.get(Kind.OF_ROADS);
		String before = DeskBrowser.page(this.browser.get(QUEUE + "/" + ticket, Who.COORDINATOR.actor))
			.select("main")
			.text();
		for (CaseStep step : CaseStep.values()) {
			assertThat(this.browser.post(QUEUE + "/" + ticket + "/" + step.code(), who.actor, "versi", "1", "isi",
					"Halo", "opd", "dishub", "kategori", "jalan-rusak", "alasan", "ABUSE", "tujuan", "OMBUDSMAN",
					"aksi", "gabung", "nomor", this.tickets.get(Kind.OF_LIGHTS).toString(), "hasil", "baik", "perihal",
					"Halo"))
				.as(step.name())
				.hasStatus((who == Who.LEADERSHIP) ? 403 : 404);
		}
		assertThat(
				DeskBrowser.page(this.browser.get(QUEUE + "/" + ticket, Who.COORDINATOR.actor)).select("main").text())
			.isEqualTo(before);
	}

}
