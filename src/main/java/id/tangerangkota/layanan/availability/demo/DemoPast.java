package id.tangerangkota.layanan.availability.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.check.CheckDesk;
import id.tangerangkota.layanan.availability.check.CheckDetail;
import id.tangerangkota.layanan.availability.check.CheckSpec;
import id.tangerangkota.layanan.availability.demo.PastPlan.WatchedSite;
import id.tangerangkota.layanan.availability.probe.HttpTarget;
import id.tangerangkota.layanan.availability.result.ObservationListener;
import id.tangerangkota.layanan.availability.state.PlannedWork;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.ListingDirectory;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.Verification;
import id.tangerangkota.layanan.web.Demo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes up the past once, and opens the simulated city. */
@Component
@Profile(Demo.PROFILE)
class DemoPast {

	private static final Logger log = LoggerFactory.getLogger(DemoPast.class);

	private static final Duration STEP = Duration.ofMinutes(5);

	private final CityServer city;

	private final JdbcClient jdbc;

	private final DataSource database;

	private final CheckDesk checks;

	private final ObjectProvider<ObservationListener> listeners;

	private final PlannedWork plan;

	private final ServiceCatalog catalog;

	private final CatalogDesk catalogDesk;

	private final ListingDirectory listings;

	private final TransactionTemplate transaction;

	private final Clock clock;

	DemoPast(CityServer city, JdbcClient jdbc, DataSource database, CheckDesk checks,
			ObjectProvider<ObservationListener> listeners, PlannedWork plan, ServiceCatalog catalog,
			CatalogDesk catalogDesk, ListingDirectory listings, TransactionTemplate transaction, Clock clock) {
		this.city = city;
		this.jdbc = jdbc;
		this.database = database;
		this.checks = checks;
		this.listeners = listeners;
		this.plan = plan;
		this.catalog = catalog;
		this.catalogDesk = catalogDesk;
		this.listings = listings;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** When the catalogue is there, and the checks that follow it. */
	@EventListener
	@Order(0)
	void on(ApplicationReadyEvent event) {
		this.transaction.executeWithoutResult((status) -> make());
		this.city.open(this.clock.instant());
	}

	private void make() {
		// Results wait meanwhile: whoever stores them reads this row first.
		this.jdbc.sql("select 1 from availability.rollup_progress for update").query((row) -> {
		});
		boolean made = this.jdbc.sql("select made_until is not null from demo.ground for update")
			.query(Boolean.class)
			.single();
		if (made) {
			return;
		}
		Instant now = this.clock.instant();
		Instant until = Instant.ofEpochSecond(now.getEpochSecond() / STEP.toSeconds() * STEP.toSeconds());
		LocalDate today = LocalDate.ofInstant(now, AvailabilityReport.ZONE);
		Instant start = PastPlan.start(today);
		forgetFirstMoments();
		readOneSite();
		verifyMost();
		List<WatchedSite> sites = sites();
		PastWork work = new PastWork(this.jdbc, this.plan, this.catalog);
		Map<Instant, Runnable> done = work.announce(today);
		List<Past> past = PastPlan.make(sites, today, until);
		PastSums sums = new PastSums(this.database, this.jdbc);
		// Both take as long, and have nothing to do with each other.
		CompletableFuture<PastSums.Tables> tables = CompletableFuture
			.supplyAsync(() -> sums.addUp(sites, past, start, until));
		new PastStates(this.listeners.orderedStream().toList()).tell(sites, start, past, done);
		work.write();
		sums.write(tables.join());
		this.jdbc.sql("insert into availability.day_closed values (?)").param(today.minusDays(1)).update();
		sumUpFrom(until);
		this.jdbc.sql("update demo.ground set made_until = ?").param(until.atOffset(ZoneOffset.UTC)).update();
		log.info("Made up {} days of {} sites in {} ms", PastPlan.DAYS, sites.size(),
				Duration.between(now, this.clock.instant()).toMillis());
	}

	/** What lies before is summed up, as whoever reads sums has to know. */
	private void sumUpFrom(Instant until) {
		this.jdbc.sql("""
				update availability.rollup_progress set closed_until = greatest(closed_until, :until),
					built_until = greatest(built_until, :until)""")
			.param("until", until.atOffset(ZoneOffset.UTC))
			.update();
	}

	/** What was seen since the start would stand in the way of what was before. */
	private void forgetFirstMoments() {
		this.jdbc.sql("delete from availability.incident_entry").update();
		this.jdbc.sql("delete from availability.incident_service").update();
		this.jdbc.sql("delete from availability.incident").update();
		this.jdbc.sql("delete from availability.outage").update();
		this.jdbc.sql("delete from availability.service_interval").update();
		this.jdbc.sql("delete from availability.check_interval").update();
		this.jdbc.sql("delete from availability.check_state").update();
		this.jdbc.sql("delete from availability.result").update();
	}

	/**
	 * As if somebody had opened most cited addresses, so that published totals say
	 * something.
	 */
	private void verifyMost() {
		this.listings.all()
			.stream()
			.filter((listing) -> listing.platform() == Platform.WEB && listing.verification() == Verification.CITED
					&& listing.slug().hashCode() % 4 != 0)
			.forEach((listing) -> this.catalogDesk.verify(listing.slug(), listing.platform(), "Simulasi"));
	}

	private List<WatchedSite> sites() {
		List<WatchedSite> sites = new ArrayList<>();
		this.jdbc.sql("""
				select id from availability.check_definition
				where mode in ('COUNTED', 'CITED') and not gone and removed_at is null order by id""")
			.query(Integer.class)
			.list()
			.forEach((id) -> this.checks.find(id)
				.ifPresent((check) -> sites.add(new WatchedSite(id, check.spec().target().host().name()))));
		return sites;
	}

	/** One check reads what it gets, as an administrator would have it. */
	private void readOneSite() {
		this.jdbc.sql("select id from availability.check_definition where target = ? and removed_at is null")
			.param("https://" + Timetable.READ_HOST + "/")
			.query(Integer.class)
			.list()
			.forEach((id) -> this.checks.find(id).ifPresent(this::read));
	}

	private void read(CheckDetail check) {
		CheckSpec spec = check.spec();
		if (spec.target() instanceof HttpTarget page) {
			this.checks.edit(check.id(), check.version(), new CheckSpec(page.reading(Timetable.MARK, null),
					spec.interval(), spec.failures(), spec.successes(), spec.slows(), spec.mode()));
		}
	}

}
