package id.tangerangkota.layanan.quality.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.DaySum;
import id.tangerangkota.layanan.availability.Outage;
import id.tangerangkota.layanan.availability.Uptime;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.evidence.Evidence.Watched;
import id.tangerangkota.layanan.quality.indicator.Owners;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.stereotype.Component;

/** How long services could be opened. */
@Component
class ServiceEvidence {

	private final ServiceCatalog catalog;

	private final AvailabilityReport availability;

	private final Owners owners;

	ServiceEvidence(ServiceCatalog catalog, AvailabilityReport availability, Owners owners) {
		this.owners = owners;
		this.catalog = catalog;
		this.availability = availability;
	}

	/**
	 * What nobody had verified on a day is shown by itself and stays out of the city's
	 * number of that day, as it does in the indicators.
	 */
	void collect(Period days, Found found) {
		List<ServiceSummary> services = this.catalog.summaries(this.catalog.owners().keySet())
			.stream()
			.sorted(Comparator.comparing(ServiceSummary::slug))
			.toList();
		List<ServiceId> ids = services.stream().map(ServiceSummary::id).toList();
		Map<ServiceId, List<DaySum>> sums = this.availability.days(ids, days.from(), days.to());
		Map<ServiceId, List<Outage>> outages = this.availability.outages(ids, PageClock.start(days.from()),
				PageClock.start(days.to().plusDays(1)));
		Map<LocalDate, Set<ServiceId>> verified = this.owners.verified(days.from(), days.to());
		Uptime city = Uptime.NONE;
		long begun = 0;
		for (ServiceSummary service : services) {
			Uptime uptime = sum(sums, service.id(), (day) -> true);
			if (uptime.counted().isZero()) {
				continue;
			}
			String slug = service.slug();
			found.names().put(slug, service.name());
			found.count("nyala", slug, slug, micros(uptime, true), micros(uptime, false));
			found.publish("nyala", slug, Rule.SHARE_DOWN, uptime.percent(2).orElse(BigDecimal.ZERO).toPlainString());
			Predicate<LocalDate> vouched = (day) -> verified.getOrDefault(day, Set.of()).contains(service.id());
			Uptime ofCity = sum(sums, service.id(), vouched);
			if (!ofCity.counted().isZero()) {
				long own = outages.getOrDefault(service.id(), List.of())
					.stream()
					.filter((outage) -> vouched.test(PageClock.day(outage.start())))
					.count();
				found.count("gangguan", Found.CITY, slug, own, 1);
				begun += own;
				city = city.plus(ofCity);
				found.count("nyala", Found.CITY, slug, micros(ofCity, true), micros(ofCity, false));
			}
		}
		city.percent(2)
			.ifPresent((percent) -> found.publish("nyala", Found.CITY, Rule.SHARE_DOWN, percent.toPlainString()));
		if (found.counts().stream().anyMatch((count) -> count.figure().equals("gangguan"))) {
			found.publish("gangguan", Found.CITY, Rule.SUM, Long.toString(begun));
		}
	}

	private static Uptime sum(Map<ServiceId, List<DaySum>> sums, ServiceId service, Predicate<LocalDate> wanted) {
		return sums.getOrDefault(service, List.of())
			.stream()
			.filter((sum) -> wanted.test(sum.day()))
			.map(DaySum::uptime)
			.reduce(Uptime.NONE, Uptime::plus);
	}

	/** Of how many services the numbers are. */
	Watched watched(Found found) {
		long measured = found.published().stream().filter((one) -> one.figure().equals("nyala")).count();
		long verified = found.counts()
			.stream()
			.filter((one) -> one.figure().equals("nyala") && one.subject().equals(Found.CITY))
			.count();
		return new Watched((verified > 0) ? measured - 1 : measured, verified, this.catalog.totals(null).services());
	}

	/** Microseconds: the finest the database keeps. */
	private static long micros(Uptime uptime, boolean up) {
		return (up ? uptime.up().plus(uptime.degraded()) : uptime.counted()).toNanos() / 1000;
	}

}
