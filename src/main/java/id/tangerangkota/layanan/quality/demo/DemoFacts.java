package id.tangerangkota.layanan.quality.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

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

	private final JdbcClient jdbc;

	private final Clock clock;

	DemoFacts(DemoHistory history, MadeUpFacts facts, Inspections inspections, JdbcClient jdbc, Clock clock) {
		this.history = history;
		this.facts = facts;
		this.inspections = inspections;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** After the past in which all of it would have been counted. */
	@EventListener
	@Order(20)
	void on(ApplicationReadyEvent event) {
		this.history.unless(
				() -> this.jdbc.sql("select exists (select 1 from quality.day)").query(Boolean.class).single(),
				this::make);
	}

	private void make(Instant now) {
		this.facts.make(PageClock.day(now).minusDays(1), DAYS, this.inspections.since().orElse(null));
		log.info("Made up a year of counts in {} ms", Duration.between(now, this.clock.instant()).toMillis());
	}

}
