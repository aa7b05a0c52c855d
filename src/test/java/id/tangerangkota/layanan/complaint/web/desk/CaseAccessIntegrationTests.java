package id.tangerangkota.layanan.complaint.web.desk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.EntryKind;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;

import static id.tangerangkota.layanan.complaint.web.desk.DeskBrowser.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who gets to see which case, and does what about it: every role with every kind of case
 * on every page about one. The routes themselves have a table of their own.
 */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseAccessIntegrationTests {

	private static final AgencyId LIGHTS = new AgencyId("dishub");

	private static final AgencyId ROADS = Complaints.ROADS;

	/** Somebody of the staff. */
	enum Who {

		OFFICER(Role.OFFICER, ROADS), HEAD(Role.AGENCY_HEAD, ROADS), NEIGHBOUR(Role.OFFICER, LIGHTS),
		NEIGHBOURS_HEAD(Role.AGENCY_HEAD, LIGHTS), COORDINATOR(Role.COORDINATOR, null), INSPECTOR(Role.INSPECTOR, null),
		INSPECTOR_AT_ROADS(Set.of(Role.INSPECTOR, Role.OFFICER), ROADS), LEADERSHIP(Role.LEADERSHIP, null),
		DATA_PROTECTION_OFFICER(Role.DATA_PROTECTION_OFFICER, null), ADMINISTRATOR(Role.ADMINISTRATOR, null),
		AUDITOR(Role.AUDITOR, null);

		private final Actor actor;

		Who(Role role, AgencyId agency) {
			this(Set.of(role), agency);
		}

		Who(Set<Role> roles, AgencyId agency) {
			this.actor = Actor.staff(AccountId.random(), roles, agency);
		}

		boolean mayOpenTheDesk() {
			return this.ordinal() <= LEADERSHIP.ordinal();
		}

	}

	/** A kind of case, and who sees it. */
	enum Kind {

		UNVERIFIED(false, Set.of(Who.COORDINATOR, Who.LEADERSHIP)),

		OF_ROADS(true, Set.of(Who.OFFICER, Who.HEAD, Who.COORDINATOR, Who.INSPECTOR_AT_ROADS, Who.LEADERSHIP)),

		SECRET_OF_ROADS(false, Set.of(Who.OFFICER, Who.HEAD, Who.COORDINATOR, Who.INSPECTOR_AT_ROADS, Who.LEADERSHIP)),

		/** Was not verified when it became part of one that was. */
		MERGED_INTO_ROADS(false,
				Set.of(Who.OFFICER, Who.HEAD, Who.COORDINATOR, Who.INSPECTOR_AT_ROADS, Who.LEADERSHIP)),

		OF_LIGHTS(true, Set.of(Who.NEIGHBOUR, Who.NEIGHBOURS_HEAD, Who.COORDINATOR, Who.LEADERSHIP)),

		ABOUT_CONDUCT(false, Set.of(Who.INSPECTOR, Who.INSPECTOR_AT_ROADS, Who.LEADERSHIP)),

		ABOUT_CONDUCT_AT_ROADS(false, Set.of(Who.INSPECTOR, Who.INSPECTOR_AT_ROADS, Who.LEADERSHIP));

		private final boolean open;

		private final Set<Who> seen;

		Kind(boolean open, Set<Who> seen) {
			this.open = open;
			this.seen = seen;
		}

	}

	@Autowired
	private Complaints complaints;

	@Autowired
	private DeskBrowser browser;

	private final Map<Kind, TicketNumber> tickets = new EnumMap<>(Kind.class);

	private final Map<Kind, Map<Place, AttachmentId>> photos = new EnumMap<>(Kind.class);

	@BeforeAll
	void file() {
		put(Kind.UNVERIFIED, this.complaints.file());
		put(Kind.OF_ROADS, this.complaints.verified());
		Receipt secret = this.complaints.file(Complaints.secret(Complaints.submission("jalan-rusak"), false, true));
		this.complaints.verify(secret.complaint(), ROADS);
		put(Kind.SECRET_OF_ROADS, secret);
		Receipt merged = this.complaints.file();
		put(Kind.MERGED_INTO_ROADS, merged);
		Receipt master = this.complaints.verified();
		this.complaints.as(Complaints.COORDINATOR, merged.complaint(),
				(desk, shown) -> desk.merge(shown, master.ticket()));
		Receipt lights = this.complaints.file();
		this.complaints.verify(lights.complaint(), LIGHTS);
		put(Kind.OF_LIGHTS, lights);
		put(Kind.ABOUT_CONDUCT, this.complaints.file("pelayanan-aparatur"));
		Receipt conduct = this.complaints.file("pelayanan-aparatur");
		this.complaints.verify(conduct.complaint(), ROADS);
		put(Kind.ABOUT_CONDUCT_AT_ROADS, conduct);
	}

	private void put(Kind kind, Receipt receipt) {
		this.tickets.put(kind, receipt.ticket());
		this.complaints.asReporter(receipt, (desk, key) -> desk.reply(key, Complaints.words("Ini fotonya.")));
		boolean conduct = kind == Kind.ABOUT_CONDUCT || kind == Kind.ABOUT_CONDUCT_AT_ROADS;
		this.complaints.as(conduct ? Complaints.INSPECTOR : Complaints.COORDINATOR, receipt.complaint(),
				(desk, shown) -> desk.note(shown, Complaints.words("Foto dari lapangan.")));
		this.photos.put(kind,
				Map.of(Place.COMPLAINT, this.complaints.photo(receipt), Place.REPLY,
						this.complaints.photo(receipt, EntryKind.REPLIED), Place.NOTE,
						this.complaints.photo(receipt, EntryKind.NOTE)));
	}

	@ParameterizedTest
	@EnumSource
	void opensOnlyCasesThatAreTheirs(Who who) {
		Map<String, Integer> found = new LinkedHashMap<>();
		Map<String, Integer> expected = new LinkedHashMap<>();
		for (Kind kind : Kind.values()) {
			for (String page : pages()) {
				int status = this.browser.get(QUEUE + page.formatted(this.tickets.get(kind)), who.actor)
					.getResponse()
					.getStatus();
				found.put(kind + page, (status == 303) ? 200 : status);
				expected.put(kind + page, answer(who, kind, page));
			}
		}
		assertThat(found).isEqualTo(expected);
	}

	private static List<String> pages() {
		List<String> pages = new ArrayList<>(List.of("/%s", "/%s/cetak", "/buka-identitas/%s"));
		for (CaseStep step : CaseStep.values()) {
			pages.add("/%s/" + step.code());
		}
		return pages;
	}

	private static int answer(Who who, Kind kind, String page) {
		if (!who.mayOpenTheDesk()) {
			return 403;
		}
		boolean reads = page.equals("/%s") || page.equals("/%s/cetak");
		return (!reads && who == Who.LEADERSHIP) ? 403 : kind.seen.contains(who) ? 200 : 404;
	}

	/** Where a photo hangs. */
	private enum Place {

		/** On what the reporter handed in. */
		COMPLAINT,

		/** On what the reporter added. */
		REPLY,

		/** On a note of the staff. */
		NOTE

	}

	/**
	 * Whatever hangs on a case is for whom the case is; only what everybody may see is
	 * for everybody.
	 */
	@ParameterizedTest
	@EnumSource
	void opensOnlyPhotosOfCasesThatAreTheirs(Who who) {
		Map<String, Integer> found = new LinkedHashMap<>();
		Map<String, Integer> expected = new LinkedHashMap<>();
		this.photos.forEach((kind, byPlace) -> byPlace.forEach((place, photo) -> {
			boolean everybody = place == Place.COMPLAINT && kind.open;
			for (String size : List.of("", "/kecil")) {
				found.put(kind + " " + place + size,
						this.browser.get("/berkas/" + photo + size, who.actor).getResponse().getStatus());
				expected.put(kind + " " + place + size, (everybody || kind.seen.contains(who)) ? 200 : 404);
			}
		}));
		assertThat(found).isEqualTo(expected);
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
				.select(".next-step a")
				.eachAttr("href")
				.stream()
				.map((href) -> href.replaceFirst(".*/", "").replaceFirst("\\?.*", ""))
				.toList();
			assertThat(offered).as(kind.name()).containsExactlyInAnyOrderElementsOf(expected(who, kind));
		}
	}

	private static List<String> expected(Who who, Kind kind) {
		boolean verified = kind != Kind.UNVERIFIED && kind != Kind.ABOUT_CONDUCT;
		if (kind == Kind.MERGED_INTO_ROADS) {
			return (who == Who.COORDINATOR) ? List.of("catatan", "tampilkan")
					: (who == Who.LEADERSHIP) ? List.of() : List.of("catatan");
		}
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
