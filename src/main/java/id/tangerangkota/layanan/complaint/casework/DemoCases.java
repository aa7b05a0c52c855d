package id.tangerangkota.layanan.complaint.casework;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

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
import id.tangerangkota.layanan.region.SubDistrict;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.DemoHistory;
import id.tangerangkota.layanan.web.Language;
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

	private static final int COMPLAINTS = 360;

	private static final int DAYS = 300;

	/** Metres of the middle of a kelurahan are within about so many degrees. */
	private static final double NEAR = 0.004;

	private final Intake intake;

	private final Entries entries;

	private final Custody custody;

	private final ComplaintCategories categories;

	private final ListingDirectory listings;

	private final Regions regions;

	private final WorkingCalendar calendar;

	private final EntityManager complaints;

	private final JdbcClient jdbc;

	private final DemoHistory history;

	DemoCases(CaseSeal seal, CurrentActor actor, Entries entries, Custody custody, ComplaintCategories categories,
			ListingDirectory listings, Regions regions, WorkingCalendar calendar, EntityManager complaints,
			JdbcClient jdbc, DemoHistory history) {
		this.intake = new Intake(seal, calendar, actor, jdbc, (event) -> {
		});
		this.entries = entries;
		this.custody = custody;
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
		this.history
			.unless(() -> this.jdbc.sql("select exists (select 1 from complaint.complaint where channel <> 'OUTAGE')")
				.query(Boolean.class)
				.single(), this::make);
	}

	private void make(Instant now) {
		List<Example> examples = examples();
		List<CatalogListing> sites = this.listings.all();
		List<SubDistrict> places = this.regions.subDistricts();
		for (int n = 0; n < COMPLAINTS; n++) {
			Random random = new Random(n);
			Example example = examples.get(random.nextInt(examples.size()));
			Instant at = now.minus(before(random));
			boolean digital = example.category().equals(ComplaintCategories.DIGITAL_SERVICE);
			take(n, example, digital ? sites.get(random.nextInt(sites.size())) : null,
					digital ? null : place(places.get(random.nextInt(places.size())), random), at, now, random);
		}
		log.info("Made up {} complaints", COMPLAINTS);
	}

	/** More of late, so that there are some at every step. */
	private static Duration before(Random random) {
		return Duration
			.ofMinutes(10 + Math.round(Duration.ofDays(DAYS).toMinutes() * Math.pow(random.nextDouble(), 1.5)));
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

	private static ComplaintPlace place(SubDistrict middle, Random random) {
		return new ComplaintPlace(middle.code(), "Contoh, RW " + (1 + random.nextInt(12)),
				middle.latitude() + random.nextDouble(-NEAR, NEAR),
				middle.longitude() + random.nextDouble(-NEAR, NEAR));
	}

	private void take(int n, Example example, @Nullable CatalogListing site, @Nullable ComplaintPlace place, Instant at,
			Instant now, Random random) {
		ComplaintCategory category = this.categories.find(example.category()).orElseThrow();
		ComplaintKind kind = (category.onlyFor() != null) ? category.onlyFor() : ComplaintKind.COMPLAINT;
		ComplaintId id = ComplaintId.random();
		UUID key = UUID.nameUUIDFromBytes(("demo:" + n).getBytes(StandardCharsets.UTF_8));
		this.intake.take(id,
				new Submission(key, (random.nextInt(8) == 0) ? Channel.COUNTER : Channel.WEB, kind, category.code(),
						(site != null) ? site.service() : null, place, example.subject(), example.text(),
						random.nextInt(12) == 0, false, false, Reporter.nobody(Language.INDONESIAN), null, null),
				category, 0, null, at);
		Complaint complaint = this.complaints.find(Complaint.class, id.value());
		handle(complaint, example, category, new Past(at, now, random));
	}

	/** Goes as far with it as the time allows. */
	private void handle(Complaint complaint, Example example, ComplaintCategory category, Past past) {
		Random random = past.random;
		if (!past.goesOn(2, 60)) {
			return;
		}
		if (random.nextInt(14) == 0) {
			complaint.reject(Rejection.NOT_OURS, null, this.calendar, past.at);
			write(complaint, Draft.of(EntryKind.REJECTED, Visibility.REPORTER, Rejection.NOT_OURS.name())
				.with("Contoh: ini wewenang pemerintah provinsi. Silakan lapor lewat SP4N-LAPOR!"), past.at);
			return;
		}
		complaint.verify(category.agency(), category, false, this.calendar, past.at);
		complaint.publish(past.at);
		this.custody.handOver(complaint.id(), category.agency(), past.at);
		write(complaint, Draft.of(EntryKind.VERIFIED, Visibility.PUBLIC, category.agency().code()), past.at);
		if (!past.goesOn(3, 130)) {
			return;
		}
		complaint.start(null, this.calendar, past.at);
		write(complaint, Draft.of(EntryKind.STARTED, Visibility.PUBLIC), past.at);
		// Now and then one is forgotten.
		if (random.nextInt(25) == 0 || !past.goesOn(20, 380)) {
			return;
		}
		resolve(complaint, example, past);
		if (random.nextInt(12) == 0 && past.goesOn(4, 120)) {
			complaint.reopen(null, this.calendar, past.at);
			write(complaint, Draft.of(EntryKind.REOPENED, Visibility.PUBLIC), past.at);
			if (!past.goesOn(10, 200)) {
				return;
			}
			complaint.start(null, this.calendar, past.at);
			write(complaint, Draft.of(EntryKind.STARTED, Visibility.PUBLIC), past.at);
			if (!past.goesOn(10, 200)) {
				return;
			}
			resolve(complaint, example, past);
		}
		close(complaint, past);
	}

	private void resolve(Complaint complaint, Example example, Past past) {
		complaint.resolve(null, this.calendar, past.at);
		write(complaint, Draft.of(EntryKind.RESOLVED, Visibility.PUBLIC).with(example.answer()), past.at);
	}

	private void close(Complaint complaint, Past past) {
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

	/** A time that goes on until now. */
	private static final class Past {

		private final Instant now;

		private final Random random;

		private Instant at;

		Past(Instant at, Instant now, Random random) {
			this.at = at;
			this.now = now;
			this.random = random;
		}

		/** By some hours; false when that is still to come. */
		boolean goesOn(int atLeast, int below) {
			Instant later = this.at.plus(Duration.ofMinutes(this.random.nextLong(atLeast * 60L, below * 60L)));
			if (later.isAfter(this.now)) {
				return false;
			}
			this.at = later;
			return true;
		}

	}

}
