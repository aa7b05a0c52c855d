package id.tangerangkota.layanan.availability.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.Outage;
import id.tangerangkota.layanan.availability.Overview;
import id.tangerangkota.layanan.availability.Uptime;
import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.catalog.Verification;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Makes the reports of months. */
@Component
public class MonthlyReports {

	private final AvailabilityReport report;

	private final ServiceCatalog catalog;

	private final Clock clock;

	MonthlyReports(AvailabilityReport report, ServiceCatalog catalog, Clock clock) {
		this.report = report;
		this.catalog = catalog;
		this.clock = clock;
	}

	/** The month that is going on. */
	public YearMonth currentMonth() {
		return YearMonth.from(PageClock.day(this.clock.instant()));
	}

	/**
	 * The report of a month that has begun.
	 * @param agency code, null for all
	 * @throws NotFound if there is no such agency, or the month has not begun
	 */
	public MonthlyReport make(YearMonth month, @Nullable String agency) {
		Instant now = this.clock.instant();
		Instant from = PageClock.start(month.atDay(1));
		if (from.isAfter(now)) {
			throw new NotFound();
		}
		Instant end = PageClock.start(month.plusMonths(1).atDay(1));
		Instant to = end.isBefore(now) ? end : now;
		String name = (agency != null) ? this.catalog.agency(agency).map(Agency::name).orElseThrow(NotFound::new)
				: null;
		List<ServiceSummary> services = this.catalog.summaries(this.report.watchedDuring(from, to))
			.stream()
			.filter((service) -> agency == null || agency.equals(service.agencyCode()))
			.toList();
		List<ServiceId> ids = services.stream().map(ServiceSummary::id).toList();
		Map<ServiceId, Uptime> uptimes = this.report.uptimes(ids, from, to);
		Map<ServiceId, List<Outage>> outages = this.report.outages(ids, from, to);
		List<MonthlyReport.Row> rows = new ArrayList<>();
		Uptime published = Uptime.NONE;
		for (ServiceSummary service : services) {
			MonthlyReport.Row row = row(service, uptimes.getOrDefault(service.id(), Uptime.NONE),
					outages.getOrDefault(service.id(), List.of()), from, to);
			rows.add(row);
			if (row.verified()) {
				published = published.plus(row.uptime());
			}
		}
		Overview overview = this.report.overview();
		return new MonthlyReport(month, name, now, to, rows, published, overview.monitored(), overview.listings());
	}

	private static MonthlyReport.Row row(ServiceSummary service, Uptime uptime, List<Outage> outages, Instant from,
			Instant to) {
		Duration longest = outages.stream()
			.map((outage) -> within(outage, from, to))
			.max(Duration::compareTo)
			.orElse(Duration.ZERO);
		return new MonthlyReport.Row(service.slug(), service.name(), service.agency(),
				service.verification() == Verification.VERIFIED, uptime, outages.size(), longest);
	}

	private static Duration within(Outage outage, Instant from, Instant to) {
		Instant start = outage.start().isBefore(from) ? from : outage.start();
		Instant end = (outage.end() == null || outage.end().isAfter(to)) ? to : outage.end();
		return Duration.between(start, end);
	}

}
