package id.tangerangkota.layanan.availability.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.CurrentState;
import id.tangerangkota.layanan.availability.DaySum;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.Uptime;
import id.tangerangkota.layanan.availability.check.Measurements;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.Verification;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Puts together how one service is and was. */
@Component
class ServiceStatusPages {

	private static final int[] WINDOWS = { 1, 7, 30, 90, 365 };

	private static final Duration MEASURED = Duration.ofDays(7);

	private static final int LAST = 10;

	private final AvailabilityReport report;

	private final Measurements measurements;

	private final StatusPages pages;

	private final IncidentLists incidents;

	private final Words words;

	private final Clock clock;

	ServiceStatusPages(AvailabilityReport report, Measurements measurements, StatusPages pages, IncidentLists incidents,
			Words words, Clock clock) {
		this.report = report;
		this.measurements = measurements;
		this.pages = pages;
		this.incidents = incidents;
		this.words = words;
		this.clock = clock;
	}

	ServiceStatusPage page(ServiceDetail service, Locale locale) {
		Instant now = this.clock.instant();
		LocalDate today = PageClock.day(now);
		CurrentState current = this.report.now(service.id());
		List<DaySum> days = this.report.days(List.of(service.id()), today.minusDays(StatusPages.DAYS - 1), today)
			.getOrDefault(service.id(), List.of());
		List<Measurements.Hour> hours = this.measurements.hours(service.id(), now.minus(MEASURED), now);
		Chart chart = hours.isEmpty() ? null : Chart.of(hours, now.minus(MEASURED), now);
		boolean monitored = current.state() != ServiceState.UNMONITORED;
		return new ServiceStatusPage(service.slug(), service.name(), Words.code(current.state()),
				this.words.state(current, locale), this.words.reason(current, locale),
				current.state() == ServiceState.DOWN, monitored, monitored && isCited(service),
				days.stream().anyMatch((day) -> !recorded(day).isZero()) || current.since() != null,
				Strip.of(days.stream().map(DaySum::shown).toList()), this.pages.label(days, locale), days(days, locale),
				windows(service.id(), now, locale), chart, grid(chart, locale), ticks(chart, locale),
				speeds(hours, locale), phases(service.id(), now, locale),
				this.measurements.certificateEnds(service.id(), now)
					.map((day) -> this.words.date(day, locale))
					.orElse(null),
				checks(service.id(), now, locale), this.incidents.ofService(service.id(), locale));
	}

	private static boolean isCited(ServiceDetail service) {
		return service.listings()
			.stream()
			.anyMatch((listing) -> listing.address() != null && listing.verification() == Verification.CITED);
	}

	private static Duration recorded(DaySum day) {
		return day.uptime().total().minus(day.uptime().unmonitored());
	}

	private List<ServiceStatusPage.Day> days(List<DaySum> days, Locale locale) {
		return days.reversed()
			.stream()
			.filter((day) -> recorded(day).isPositive())
			.map((day) -> new ServiceStatusPage.Day(this.words.date(day.day(), locale),
					this.words.percent(day.uptime(), locale), this.words.duration(day.uptime().down(), locale),
					this.words.duration(day.uptime().excluded(), locale)))
			.toList();
	}

	private List<ServiceStatusPage.Window> windows(ServiceId service, Instant now, Locale locale) {
		List<ServiceStatusPage.Window> windows = new ArrayList<>();
		for (int days : WINDOWS) {
			Uptime uptime = this.report.uptime(service, now.minus(Duration.ofDays(days)), now);
			windows.add(new ServiceStatusPage.Window(this.words.say("availability.window." + days, locale),
					this.words.percent(uptime, locale), this.words.duration(uptime.degraded(), locale),
					this.words.duration(uptime.down(), locale), this.words.duration(uptime.excluded(), locale)));
		}
		return windows;
	}

	private List<ServiceStatusPage.GridLabel> grid(@Nullable Chart chart, Locale locale) {
		return (chart == null) ? List.of() : chart.grid()
			.stream()
			.map((line) -> new ServiceStatusPage.GridLabel(line.path(), line.y(), millis(line.millis(), locale)))
			.toList();
	}

	private List<ServiceStatusPage.TickLabel> ticks(@Nullable Chart chart, Locale locale) {
		return (chart == null) ? List.of()
				: chart.ticks()
					.stream()
					.map((tick) -> new ServiceStatusPage.TickLabel(tick.x(), this.words.shortDate(tick.day(), locale)))
					.toList();
	}

	private String millis(int millis, Locale locale) {
		return this.words.say("availability.response.ms", locale, millis);
	}

	/** The hours of each day together; of percentiles the median and the highest. */
	private List<ServiceStatusPage.Speed> speeds(List<Measurements.Hour> hours, Locale locale) {
		Map<LocalDate, List<Measurements.Hour>> days = new LinkedHashMap<>();
		hours.reversed()
			.forEach((hour) -> days.computeIfAbsent(PageClock.day(hour.start()), (day) -> new ArrayList<>()).add(hour));
		return days.entrySet().stream().map((day) -> {
			List<Integer> medians = day.getValue().stream().map(Measurements.Hour::p50).sorted().toList();
			return new ServiceStatusPage.Speed(this.words.date(day.getKey(), locale),
					day.getValue().stream().mapToLong(Measurements.Hour::count).sum(),
					millis(medians.get(medians.size() / 2), locale),
					millis(day.getValue().stream().mapToInt(Measurements.Hour::p95).max().orElse(0), locale));
		}).toList();
	}

	private List<ServiceStatusPage.Phase> phases(ServiceId service, Instant now, Locale locale) {
		return this.measurements.phases(service, now.minus(MEASURED), now)
			.map((phases) -> List.of(phase("dns", phases.dns(), locale), phase("connect", phases.connect(), locale),
					phase("tls", phases.tls(), locale), phase("first-byte", phases.firstByte(), locale)))
			.orElse(List.of());
	}

	private ServiceStatusPage.Phase phase(String name, int millis, Locale locale) {
		return new ServiceStatusPage.Phase(this.words.say("availability.phase." + name, locale),
				millis(millis, locale));
	}

	private List<ServiceStatusPage.CheckRow> checks(ServiceId service, Instant now, Locale locale) {
		return this.measurements.last(service, now, LAST).stream().map((result) -> {
			String outcome = this.words.say("availability.outcome." + result.outcome(), locale);
			String text = (result.cause() != null) ? this.words.say("availability.checks.because", locale, outcome,
					this.words.say("availability.cause." + result.cause(), locale)) : outcome;
			return new ServiceStatusPage.CheckRow(this.words.time(result.at(), locale), text,
					millis(result.totalMillis(), locale));
		}).toList();
	}

}
