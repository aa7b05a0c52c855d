package id.tangerangkota.layanan.quality.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.demo.MadeUpFacts.Ground;
import id.tangerangkota.layanan.quality.indicator.Owners;
import id.tangerangkota.layanan.quality.inspection.Inspections;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.DemoHistory;
import id.tangerangkota.layanan.web.PageClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives the demo a year of counts. */
@Component
@Profile(Demo.PROFILE)
class DemoFacts {

	private static final Logger log = LoggerFactory.getLogger(DemoFacts.class);

	private static final int DAYS = 365;

	private final DemoHistory history;

	private final MadeUpFacts facts;

	private final Inspections inspections;

	private final Owners owners;

	private final JdbcClient jdbc;

	private final Clock clock;

	DemoFacts(DemoHistory history, MadeUpFacts facts, Inspections inspections, Owners owners, JdbcClient jdbc,
			Clock clock) {
		this.history = history;
		this.facts = facts;
		this.inspections = inspections;
		this.owners = owners;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * After the past in which all of it would have been counted. The last quarter comes
	 * by itself: whoever is quick to look finds it already.
	 */
	@EventListener
	@Order(20)
	void on(ApplicationReadyEvent event) {
		LocalDate last = PageClock.day(this.clock.instant()).minusDays(1);
		Ground ground = new Ground(new Period(last.minusDays(DAYS - 1L), last), this.inspections.since().orElse(null),
				this.owners.verified());
		LocalDate first = ground.year().from();
		this.history.unless(() -> made().isPresent(), (now) -> make(ground, ground.recent(), now));
		this.history.unless(() -> !made().orElseThrow().isAfter(first),
				(now) -> make(ground, new Period(first, made().orElseThrow().minusDays(1)), now));
	}

	private void make(Ground ground, Period days, Instant now) {
		this.facts.make(ground, days);
		log.info("Made up counts of {} days in {} ms", days.days(),
				Duration.between(now, this.clock.instant()).toMillis());
	}

	/** The first day there is. */
	private Optional<LocalDate> made() {
		return this.jdbc.sql("select day from quality.day order by day limit 1").query(LocalDate.class).optional();
	}

}
