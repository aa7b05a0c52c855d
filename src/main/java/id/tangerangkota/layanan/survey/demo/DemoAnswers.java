package id.tangerangkota.layanan.survey.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.AvailabilityReport.Moment;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.catalog.CatalogListing;
import id.tangerangkota.layanan.catalog.ListingDirectory;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.survey.instrument.InstrumentVersion;
import id.tangerangkota.layanan.survey.instrument.Instruments;
import id.tangerangkota.layanan.survey.instrument.Item;
import id.tangerangkota.layanan.survey.result.SumKeeper;
import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.Place;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.DemoHistory;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes up a year of answers once; the job that sums up answers does the rest. People
 * complain of what the made-up past really had: whoever answers during an outage gives
 * less.
 */
@Component
@Profile(Demo.PROFILE)
class DemoAnswers {

	private static final Logger log = LoggerFactory.getLogger(DemoAnswers.class);

	private static final JsonMapper JSON = new JsonMapper();

	private static final int BLOCK = 6;

	private static final int EVERY_REMARK = 40;

	/** Nobody. */
	private static final UUID STAFF = new UUID(0, 0);

	private static final List<String> WORDS = List.of("Contoh: halamannya lama terbuka kalau pagi.",
			"Contoh: petugasnya ramah dan cepat.", "Contoh: syaratnya beda dengan yang di loket.",
			"Contoh: sudah bagus, semoga bisa dari ponsel juga.", "Contoh: formulirnya macet waktu unggah berkas.",
			"Contoh: jadwal selesainya tepat, terima kasih.", "Contoh: tidak tahu harus menghubungi siapa.");

	private final ListingDirectory listings;

	private final Instruments instruments;

	private final AvailabilityReport availability;

	private final Cipher cipher;

	private final JdbcClient jdbc;

	private final SumKeeper sums;

	private final DemoHistory history;

	private final Clock clock;

	DemoAnswers(ListingDirectory listings, Instruments instruments, AvailabilityReport availability, Cipher cipher,
			JdbcClient jdbc, SumKeeper sums, DemoHistory history, Clock clock) {
		this.listings = listings;
		this.instruments = instruments;
		this.availability = availability;
		this.cipher = cipher;
		this.jdbc = jdbc;
		this.sums = sums;
		this.history = history;
		this.clock = clock;
	}

	/** A row on its way to the database. */
	private record Row(UUID sheet, int version, Instant at, UUID service, @Nullable String agency, String occasion,
			String stratum, List<Integer> marks) {
	}

	/** After the past in which they were given. */
	@EventListener
	@Order(11)
	void on(ApplicationReadyEvent event) {
		this.history.meanwhile("survey.answers", this::make);
	}

	private void make(Instant now) {
		LocalDate today = LocalDate.ofInstant(now, AvailabilityReport.ZONE);
		Set<ServiceId> seen = new HashSet<>();
		int answers = 0;
		for (CatalogListing listing : this.listings.all()) {
			if (seen.add(listing.service())) {
				answers += write(listing.slug(), MadeUp.year(listing, today, now));
			}
		}
		askSince(today);
		plan(today);
		this.sums.catchUp();
		log.info("Made up {} answers to surveys", answers);
	}

	/** The questions are as old as the first answers to them. */
	private void askSince(LocalDate today) {
		this.jdbc.sql("update survey.instrument_version set opened_at = least(opened_at, :first) where state = 'OPEN'")
			.param("first", PageClock.start(today.minusDays(MadeUp.DAYS)).atOffset(ZoneOffset.UTC))
			.update();
	}

	private int write(String slug, List<MadeUp> year) {
		List<ServiceState> states = this.availability
			.statesAt(year.stream().map((one) -> new Moment(one.service(), one.at())).toList());
		List<Row> rows = new ArrayList<>();
		for (int n = 0; n < year.size(); n++) {
			MadeUp one = year.get(n);
			InstrumentVersion version = this.instruments.open(one.instrument()).orElseThrow();
			UUID sheet = UUID.nameUUIDFromBytes(("demo:" + slug + n).getBytes(StandardCharsets.UTF_8));
			Instant at = one.occasion().equals("COMPLAINT") ? day(one.at()) : one.at();
			rows.add(new Row(sheet, version.id(), at, one.service().value(), one.agency(), one.occasion(),
					one.stratum(), marks(version, one, states.get(n), new Random(sheet.hashCode()))));
			if (n % EVERY_REMARK == EVERY_REMARK - 1) {
				remark(sheet, one, WORDS.get(Math.floorMod(sheet.hashCode(), WORDS.size())));
			}
		}
		this.jdbc
			.sql("""
					insert into survey.answer (sheet_id, version_id, at, service_id, agency, occasion, stratum, marks)
					select sheet, version, at, service, agency, occasion, stratum, marks
					from jsonb_to_recordset(cast(:rows as jsonb)) as r (sheet uuid, version integer, at timestamptz, service uuid,
						agency text, occasion text, stratum text, marks smallint[])""")
			.param("rows", JSON.writeValueAsString(rows))
			.update();
		this.jdbc.sql("""
				insert into survey.touched (service_id, day)
				select distinct service_id, day from survey.answer where service_id = ?""")
			.param(year.isEmpty() ? STAFF : year.getFirst().service().value())
			.update();
		return rows.size();
	}

	/** As precise as real ones are kept. */
	private static Instant day(Instant at) {
		return PageClock.start(PageClock.day(at));
	}

	private static List<Integer> marks(InstrumentVersion version, MadeUp one, ServiceState state, Random random) {
		List<Item> items = new ArrayList<>(version.items());
		if (version.instrument() != Instrument.SKM) {
			Collections.shuffle(items, random);
		}
		boolean down = state == ServiceState.DOWN;
		double top = version.instrument().highest();
		return items.stream().limit(BLOCK + ((version.instrument() == Instrument.SKM) ? 3 : 0)).map((item) -> {
			double taste = new Random(item.code().hashCode()).nextGaussian() * 0.25;
			double trouble = !down ? 0 : item.dimension().equals("AVAILABILITY") ? 2 : 0.7;
			double value = (one.mood() + taste - trouble + random.nextGaussian() * 0.5) * top / 5
					+ ((top < 5) ? 0.5 : 0);
			return item.position() * 10 + (int) Math.clamp(Math.round(value), 1, (long) top);
		}).toList();
	}

	private void remark(UUID sheet, MadeUp one, String words) {
		this.jdbc.sql("insert into survey.remark (sheet_id, service_id, agency, at, text) values (?, ?, ?, ?, ?)")
			.param(sheet)
			.param(one.service().value())
			.param(one.agency())
			.param(day(one.at()).atOffset(ZoneOffset.UTC))
			.param(this.cipher.seal(words, new Place("survey.remark", "text", sheet.toString())))
			.update();
	}

	/** What would be done about the weakest parts of the half before this one. */
	private void plan(LocalDate today) {
		SkmPeriod period = SkmPeriod.half(today.minusMonths(6));
		plan(period, "U3", "Memangkas langkah permohonan dan memasang penghitung waktu di loket",
				"Bidang Pelayanan Terpadu", today.minusDays(20), today.minusDays(30), "Waktu rata-rata turun dua hari");
		plan(period, "U8", "Menjawab setiap pengaduan paling lambat lima hari kerja", "Bidang Pengaduan",
				today.plusDays(40), null, null);
		plan(period, "U2", "Menulis ulang petunjuk permohonan dengan bahasa sederhana", "Bidang Informasi",
				today.minusDays(5), null, null);
	}

	private void plan(SkmPeriod period, String part, String action, String owner, LocalDate due,
			@Nullable LocalDate done, @Nullable String result) {
		this.jdbc
			.sql("""
					insert into survey.follow_up (id, period, item, action, owner, due_on, done_on, result, created_by, created_at, version)
					values (:id, :period, :item, :action, :owner, :due, :done, :result, :staff, :now, 0)""")
			.param("id", UUID.randomUUID())
			.param("period", period.toString())
			.param("item", part)
			.param("action", action)
			.param("owner", owner)
			.param("due", due)
			.param("done", done)
			.param("result", result)
			.param("staff", STAFF)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

}
