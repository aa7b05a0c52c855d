package id.tangerangkota.layanan.availability.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.incident.Recurring.Time;
import id.tangerangkota.layanan.availability.incident.WindowRows.Window;
import id.tangerangkota.layanan.availability.state.PlannedWork;
import id.tangerangkota.layanan.web.PageChanges;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets announced work begin and end. States know of it a few minutes before, so that a
 * check that fails in its first second is no outage.
 */
@Component
@Transactional
class MaintenancePlan {

	private static final Duration AHEAD = Duration.ofMinutes(10);

	/** Work that nobody wrote down because everything was off is written down later. */
	private static final Duration BACK = Duration.ofDays(31);

	private final WindowRows rows;

	private final ServicesAtWork services;

	private final PlannedWork plan;

	private final PageChanges pages;

	private final Clock clock;

	MaintenancePlan(WindowRows rows, ServicesAtWork services, PlannedWork plan, PageChanges pages, Clock clock) {
		this.rows = rows;
		this.services = services;
		this.plan = plan;
		this.pages = pages;
		this.clock = clock;
	}

	/** Doing it again changes nothing. */
	void follow() {
		Instant now = this.clock.instant();
		for (Window window : this.rows.live()) {
			for (Time time : window.times().between(now.minus(BACK), now.plus(AHEAD))) {
				if (this.rows.plan(window.id(), time)) {
					this.plan.plan(window.id().value(), this.services.of(window.scope()), time.start(), time.end());
				}
			}
		}
		if (this.plan.follow()) {
			this.pages.changed(AvailabilityReport.PAGES);
		}
	}

}
