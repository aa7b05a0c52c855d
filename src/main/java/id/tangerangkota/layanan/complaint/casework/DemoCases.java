package id.tangerangkota.layanan.complaint.casework;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import id.tangerangkota.layanan.catalog.CatalogListing;
import id.tangerangkota.layanan.catalog.ListingDirectory;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.ComplaintEvent.Closing;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.Reporter;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.casework.Entries.Draft;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.DemoHistory;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes up most of a year of complaints once, by the verbs of the aggregate at times that
 * are past. Nobody is told: it is no news.
 */
@Component
@Profile(Demo.PROFILE)
class DemoCases {

	private static final Logger log = LoggerFactory.getLogger(DemoCases.class);

	private static final int COMPLAINTS = 600;

	/** How often a step is late. */
	private static final double LATE = 0.04;

	/**
	 * Those whose solutions are often late, so that the figures have something to say.
	 */
	private static final Set<String> SLOW = Set.of("dlh", "dishub", "disdukcapil");

	private static final double LATE_IF_SLOW = 0.35;

	/** One of so many is forgotten. */
	private static final int FORGOTTEN = 40;

	/** One of so many has no account. */
	private static final int WITHOUT_ACCOUNT = 10;

	private final Intake intake;

	private final Entries entries;

	private final Custody custody;

	private final ClockDecisions decisions;

	private final ComplaintCategories categories;

	private final ListingDirectory listings;

	private final Regions regions;

	private final WorkingCalendar calendar;

	private final EntityManager complaints;

	private final JdbcClient jdbc;

	private final DemoHistory history;

	DemoCases(CaseSeal seal, CurrentActor actor, Entries entries, Custody custody, ClockDecisions decisions,
			ComplaintCategories categories, ListingDirectory listings, Regions regions, WorkingCalendar calendar,
			EntityManager complaints, JdbcClient jdbc, DemoHistory history) {
		this.intake = new Intake(seal, calendar, actor, jdbc, (event) -> {
		});
		this.entries = entries;
		this.custody = custody;
		this.decisions = decisions;
		this.categories = categories;
		this.listings = listings;
		this.regions = regions;
		this.calendar = calendar;
		this.complaints = complaints;
		this.jdbc = jdbc;
		this.history = history;
	}

	/** What somebody could write, and what they could be told in the end. */
	record Example(String category, String subject, String text, String answer) {
	}

	/** After the past of the checks. */
	@EventListener
	@Order(10)
	void on(ApplicationReadyEvent event) {
		this.history.once("complaint.cases", this::make);
	}

	private void make(Instant now) {
		List<Example> examples = examples();
		List<CatalogListing> sites = this.listings.all();
		DemoPlaces places = DemoPlaces.of(this.regions.subDistricts());
		// Neighbouring seeds would begin alike.
		Random seeds = new Random(COMPLAINTS);
		List<DemoTime> pasts = IntStream.range(0, COMPLAINTS)
			.mapToObj((n) -> DemoTime.of(n, now, new Random(seeds.nextLong())))
			.sorted(Comparator.comparing((DemoTime past) -> past.at))
			.toList();
		for (DemoTime past : pasts) {
			Random random = past.random;
			Example example = one(examples, random);
			boolean digital = example.category().equals(ComplaintCategories.DIGITAL_SERVICE);
			take(example, digital ? one(sites, random) : null, digital ? null : places.one(random), past);
		}
		this.complaints.flush();
		this.decisions.decide(this.jdbc.sql("select id from complaint.complaint")
			.query((row, number) -> row.getObject("id", UUID.class))
			.list());
		countForms(PageClock.day(now).minusDays(1));
		log.info("Made up {} complaints", COMPLAINTS);
	}

	/** Each came by a form; now and then somebody gave one up. */
	private void countForms(LocalDate last) {
		this.jdbc
			.sql("""
					insert into complaint.draft_day (day, begun, sent)
					select day, sent + case when abs(hashtextextended(cast(day as text), 1)) % 100 < 35 then 1 else 0 end, sent
					from (select cast(received_at at time zone 'Asia/Jakarta' as date) as day, count(*) as sent
						from complaint.complaint where channel = 'WEB' group by 1) d
					where day <= :last on conflict do nothing""")
			.param("last", last)
			.update();
	}

	private static List<Example> examples() {
		try (InputStream json = new ClassPathResource("data/complaint/demo.json").getInputStream()) {
			return new JsonMapper().readValue(json, new TypeReference<List<Example>>() {
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static <T> T one(List<T> all, Random random) {
		return all.get(random.nextInt(all.size()));
	}

	/** Nobody can sign in as them. */
	private static Reporter reporter(Random random) {
		return (random.nextInt(WITHOUT_ACCOUNT) == 0) ? Reporter.nobody(Language.INDONESIAN)
				: Reporter.of(AccountId.random(), Language.INDONESIAN);
	}

	private void take(Example example, @Nullable CatalogListing site, @Nullable ComplaintPlace place, DemoTime past) {
		Random random = past.random;
		ComplaintCategory category = this.categories.find(example.category()).orElseThrow();
		ComplaintKind kind = (category.onlyFor() != null) ? category.onlyFor() : ComplaintKind.COMPLAINT;
		ComplaintId id = ComplaintId.random();
		UUID key = UUID.nameUUIDFromBytes(("demo:" + past.number).getBytes(StandardCharsets.UTF_8));
		this.intake.take(id,
				new Submission(key, (random.nextInt(8) == 0) ? Channel.COUNTER : Channel.WEB, kind, category.code(),
						(site != null) ? site.service() : null, place, example.subject(), example.text(),
						random.nextInt(12) == 0, false, false, reporter(random), null, null),
				category, 0, null, past.at);
		Complaint complaint = this.complaints.find(Complaint.class, id.value());
		handle(complaint, example, category, past);
	}

	/** Goes as far with it as the time allows. */
	private void handle(Complaint complaint, Example example, ComplaintCategory category, DemoTime past) {
		Random random = past.random;
		if (!past.goesOnBy(complaint.clocks().verification(), LATE)) {
			return;
		}
		// In time: what ran out before is written down by the desk, as of now alone.
		if (random.nextInt(14) == 0 && !past.at.isAfter(complaint.clocks().verification().dueAt())) {
			complaint.reject(Rejection.NOT_OURS, null, this.calendar, past.at);
			write(complaint, Draft.of(EntryKind.REJECTED, Visibility.REPORTER, Rejection.NOT_OURS.name())
				.with("Contoh: ini wewenang pemerintah provinsi. Silakan lapor lewat SP4N-LAPOR!"), past.at);
			return;
		}
		complaint.verify(category.agency(), category, false, this.calendar, past.at);
		complaint.publish(past.at);
		this.custody.handOver(complaint.id(), category.agency(), past.at);
		write(complaint, Draft.of(EntryKind.VERIFIED, Visibility.PUBLIC, category.agency().code()), past.at);
		if (!past.goesOnBy(complaint.clocks().start(), LATE)) {
			return;
		}
		complaint.start(null, this.calendar, past.at);
		write(complaint, Draft.of(EntryKind.STARTED, Visibility.PUBLIC), past.at);
		double late = SLOW.contains(category.agency().code()) ? LATE_IF_SLOW : LATE;
		if (random.nextInt(FORGOTTEN) == 0 || !past.goesOnBy(complaint.clocks().solution(), late)) {
			return;
		}
		resolve(complaint, example, past);
		if (random.nextInt(12) == 0 && past.goesOn(4, 120)) {
			complaint.reopen(null, this.calendar, past.at);
			write(complaint, Draft.of(EntryKind.REOPENED, Visibility.PUBLIC), past.at);
			if (!past.goesOnBy(complaint.clocks().start(), LATE)) {
				return;
			}
			complaint.start(null, this.calendar, past.at);
			write(complaint, Draft.of(EntryKind.STARTED, Visibility.PUBLIC), past.at);
			if (!past.goesOnBy(complaint.clocks().solution(), LATE)) {
				return;
			}
			resolve(complaint, example, past);
		}
		close(complaint, past);
	}

	private void resolve(Complaint complaint, Example example, DemoTime past) {
		complaint.resolve(null, this.calendar, past.at);
		write(complaint, Draft.of(EntryKind.RESOLVED, Visibility.PUBLIC).with(example.answer()), past.at);
	}

	private void close(Complaint complaint, DemoTime past) {
		if (past.random.nextInt(3) == 0) {
			if (past.goesOn(480, 560)) {
				complaint.close(Closing.UNCONFIRMED, null, this.calendar, past.at);
				write(complaint, Draft.of(EntryKind.CLOSED, Visibility.PUBLIC), past.at);
			}
			return;
		}
		if (past.goesOn(2, 150)) {
			complaint.close(Closing.CONFIRMED_BY_CITIZEN, null, this.calendar, past.at);
			write(complaint, Draft.of(EntryKind.CONFIRMED, Visibility.PUBLIC, Entries.CITIZEN), past.at);
			if (past.random.nextBoolean()) {
				int stars = Math.clamp(Math.round(3.6 + past.random.nextGaussian()), 1, 5);
				complaint.rate(stars, stars > 2, past.at);
				write(complaint, Draft.of(EntryKind.RATED, Visibility.REPORTER, String.valueOf(stars)), past.at);
			}
		}
	}

	private void write(Complaint complaint, Draft draft, Instant at) {
		this.entries.write(complaint.id(), complaint.isSealed(), draft, at);
	}

}
