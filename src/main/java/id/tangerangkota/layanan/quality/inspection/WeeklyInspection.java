package id.tangerangkota.layanan.quality.inspection;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.stereotype.Component;

/**
 * Looks at every site once a week, each at a time of its own. One after the other, so
 * that no machine that holds many sites hears from two of them at once.
 */
@Component
class WeeklyInspection {

	/** The last day of the week is left for what could not be reached. */
	private static final Duration SPREAD = Duration.ofDays(6);

	private static final Duration RETRY_AFTER = Duration.ofHours(23);

	/** Then the rest waits for the next run. */
	private static final Duration LONGEST_RUN = Duration.ofMinutes(4);

	private final Sites sites;

	private final SiteInspector inspector;

	private final InspectionStore store;

	private final Clock clock;

	WeeklyInspection(Sites sites, SiteInspector inspector, InspectionStore store, Clock clock) {
		this.sites = sites;
		this.inspector = inspector;
		this.store = store;
		this.clock = clock;
	}

	/** The Monday of the week an instant lies in. */
	static LocalDate week(Instant instant) {
		return PageClock.day(instant).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
	}

	/** When a site has its turn in a week: always at the same time. */
	static Instant turn(ServiceId service, LocalDate week) {
		long minutes = Math.floorMod(service.value().getLeastSignificantBits() * 0x9E3779B97F4A7C15L >>> 1,
				SPREAD.toMinutes());
		return PageClock.start(week).plus(Duration.ofMinutes(minutes));
	}

	/**
	 * Looks at those whose turn has come.
	 * @return at how many
	 */
	int run() {
		Instant begin = this.clock.instant();
		LocalDate week = week(begin);
		this.store.purge(week);
		Set<ServiceId> done = this.store.done(week, begin.minus(RETRY_AFTER));
		Map<String, ServiceId> due = this.sites.all()
			.entrySet()
			.stream()
			.filter((site) -> !done.contains(site.getValue()) && !turn(site.getValue(), week).isAfter(begin))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		int inspected = 0;
		for (String slug : this.sites.free(due)) {
			if (this.clock.instant().isAfter(begin.plus(LONGEST_RUN)) || Thread.currentThread().isInterrupted()) {
				break;
			}
			inspected += inspect(slug, week) ? 1 : 0;
		}
		return inspected;
	}

	private boolean inspect(String slug, LocalDate week) {
		return this.sites.site(slug).flatMap((site) -> this.inspector.inspect(site).map((inspection) -> {
			this.store.keep(site.service(), week, this.clock.instant(), inspection);
			return true;
		})).orElse(false);
	}

}
