package id.tangerangkota.layanan.availability.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.CurrentState;
import id.tangerangkota.layanan.availability.DaySum;
import id.tangerangkota.layanan.availability.Outage;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.Uptime;
import id.tangerangkota.layanan.availability.check.CheckRule;
import id.tangerangkota.layanan.availability.check.CheckRules;
import id.tangerangkota.layanan.availability.check.UnwatchedServices;
import id.tangerangkota.layanan.availability.check.UnwatchedServices.Unwatched;
import id.tangerangkota.layanan.availability.probe.Phases;
import id.tangerangkota.layanan.availability.result.CheckResults;
import id.tangerangkota.layanan.availability.result.ResponseTime;
import id.tangerangkota.layanan.availability.result.StoredResult;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Puts together how one service is and was. */
@Component
class ServiceStatusPages {

	/** In days, today among them; the last is the longest. */
	private static final int[] WINDOWS = { 7, 30, StatusPages.DAYS, 365 };

	private static final Duration MEASURED = Duration.ofDays(7);

	private static final int LAST = 10;

	private final AvailabilityReport report;

	private final CheckRules rules;

	private final CheckResults results;

	private final UnwatchedServices unwatched;

	private final StatusPages pages;

	private final IncidentItems incidents;

	private final Words words;

	private final Clock clock;

	ServiceStatusPages(AvailabilityReport report, CheckRules rules, CheckResults results, UnwatchedServices unwatched,
			StatusPages pages, IncidentItems incidents, Words words, Clock clock) {
		this.report = report;
		this.rules = rules;
		this.results = results;
		this.unwatched = unwatched;
		this.pages = pages;
		this.incidents = incidents;
		this.words = words;
		this.clock = clock;
	}

	ServiceStatusPage page(ServiceDetail service, Locale locale) {
		Instant now = this.clock.instant();
		LocalDate today = PageClock.day(now);
		CurrentState current = this.report.now(service.id());
		List<DaySum> year = this.report
			.days(List.of(service.id()), today.minusDays(WINDOWS[WINDOWS.length - 1] - 1), today)
			.getOrDefault(service.id(), List.of());
		List<DaySum> days = last(year, StatusPages.DAYS);
		List<CheckRule> checks = checks(service.id());
		List<ResponseTime> hours = checks.isEmpty() ? List.of()
				: answered(checks.getFirst().check(), now.minus(MEASURED), now, CheckResults.Resolution.HOUR);
		// Of percentiles of hours none of a day can be made.
		List<ResponseTime> measuredDays = checks.isEmpty() ? List.of() : answered(checks.getFirst().check(),
				PageClock.start(today.minusDays(MEASURED.toDays() - 1)), now, CheckResults.Resolution.DAY);
		Map<Integer, List<StoredResult>> last = last(checks);
		Chart chart = hours.isEmpty() ? null : Chart.of(hours, now.minus(MEASURED), now);
		Unwatched unwatched = (current.state() == ServiceState.UNMONITORED) ? this.unwatched.of(service.id()) : null;
		return new ServiceStatusPage(service.slug(), service.name(), Words.code(current.state()),
				this.words.state(current, locale), this.words.reason(current, locale),
				current.state() == ServiceState.DOWN,
				(unwatched != null) ? this.words.say("availability.service.unmonitored." + unwatched.why(), locale)
						: null,
				(unwatched != null) ? unwatched.reasons() : List.of(),
				unwatched == null && service.hasUnverifiedAddress(),
				days.stream().anyMatch((day) -> !recorded(day).isZero()) || current.since() != null,
				Strip.of(days.stream().map(DaySum::shown).toList()), this.pages.label(days, locale), days(days, locale),
				windows(service.id(), year, now, locale), chart, grid(chart, locale), ticks(chart, locale),
				speeds(measuredDays, locale), phases(hours, locale),
				(checks.size() > 1) ? this.words.say("availability.response.of", locale, name(checks, 0, locale))
						: null,
				certificate(checks, last, today, locale), checked(checks, last, locale),
				pauses(service.id(), PageClock.start(today.minusDays(StatusPages.DAYS - 1)), locale),
				this.incidents.maintenance(service, locale), this.incidents.ofService(service.id(), locale),
				service.agency(), service.related());
	}

	/** Whether announced work keeps people from a service now. */
	boolean isWorkedOn(ServiceId service) {
		return this.report.now(service).state() == ServiceState.MAINTENANCE;
	}

	/** Since when an outage is known that lasts now, null without one. */
	@Nullable String downSince(ServiceId service, Locale locale) {
		Instant now = this.clock.instant();
		return this.report.outages(service, now, now.plusNanos(1000))
			.stream()
			.filter(Outage::isOpen)
			.findFirst()
			.map((outage) -> this.words.time(outage.start(), locale))
			.orElse(null);
	}

	/** Its website speaks for a service, else its app: the first is the one measured. */
	private List<CheckRule> checks(ServiceId service) {
		return this.rules.ofService(service)
			.stream()
			.sorted(Comparator.comparing(CheckRule::platform).thenComparing(CheckRule::check))
			.toList();
	}

	/** The last few results of each check. */
	private Map<Integer, List<StoredResult>> last(List<CheckRule> checks) {
		return checks.isEmpty() ? Map.of()
				: this.results.lastOfEach(checks.stream().map(CheckRule::check).toList(), LAST);
	}

	/** Two of one kind are told apart by a number. */
	private String name(List<CheckRule> checks, int place, Locale locale) {
		Platform platform = checks.get(place).platform();
		long before = checks.subList(0, place).stream().filter((other) -> other.platform() == platform).count();
		String name = this.words.say("catalog.platform." + platform, locale);
		return (before == 0) ? name : this.words.say("availability.checks.another", locale, name, before + 1);
	}

	private List<ServiceStatusPage.Checked> checked(List<CheckRule> checks, Map<Integer, List<StoredResult>> last,
			Locale locale) {
		List<ServiceStatusPage.Checked> checked = new ArrayList<>();
		for (int place = 0; place < checks.size(); place++) {
			List<StoredResult> results = last.getOrDefault(checks.get(place).check(), List.of());
			checked.add(new ServiceStatusPage.Checked(name(checks, place, locale), rows(results, locale)));
		}
		return checked;
	}

	private @Nullable String certificate(List<CheckRule> checks, Map<Integer, List<StoredResult>> last, LocalDate today,
			Locale locale) {
		return checks.stream()
			.flatMap((check) -> last.getOrDefault(check.check(), List.of()).stream())
			.map(StoredResult::certificateExpires)
			.filter(Objects::nonNull)
			.findFirst()
			.map((day) -> this.words.say(
					day.isBefore(today) ? "availability.certificate.ended" : "availability.certificate.until", locale,
					this.words.date(day, locale)))
			.orElse(null);
	}

	/** The hours or days in which there was an answer. */
	private List<ResponseTime> answered(int check, Instant from, Instant until, CheckResults.Resolution resolution) {
		return this.results.series(check, from, until, resolution)
			.stream()
			.filter((span) -> span.phases() != null)
			.toList();
	}

	private List<ServiceStatusPage.Pause> pauses(ServiceId service, Instant since, Locale locale) {
		return this.unwatched.pauses(service, since)
			.stream()
			.map((pause) -> new ServiceStatusPage.Pause(pause.reason(), this.words.time(pause.from(), locale),
					(pause.until() != null) ? this.words.time(pause.until(), locale) : null))
			.toList();
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

	/**
	 * Whole days, as other pages and programs count them; the last hours to the second.
	 */
	private List<ServiceStatusPage.Window> windows(ServiceId service, List<DaySum> year, Instant now, Locale locale) {
		List<ServiceStatusPage.Window> windows = new ArrayList<>();
		windows.add(window(1, this.report.uptime(service, now.minus(Duration.ofDays(1)), now), locale));
		for (int days : WINDOWS) {
			windows.add(window(days, last(year, days).stream().map(DaySum::uptime).reduce(Uptime.NONE, Uptime::plus),
					locale));
		}
		return windows;
	}

	private static List<DaySum> last(List<DaySum> days, int count) {
		return days.subList(Math.max(0, days.size() - count), days.size());
	}

	private ServiceStatusPage.Window window(int days, Uptime uptime, Locale locale) {
		return new ServiceStatusPage.Window(this.words.say("availability.window." + days, locale),
				this.words.percent(uptime, locale), this.words.duration(uptime.degraded(), locale),
				this.words.duration(uptime.down(), locale), this.words.duration(uptime.excluded(), locale));
	}

	private List<ServiceStatusPage.GridLabel> grid(@Nullable Chart chart, Locale locale) {
		return (chart == null) ? List.of()
				: chart.grid()
					.stream()
					.map((line) -> new ServiceStatusPage.GridLabel(line.path(), line.y(),
							this.words.say("availability.response.axis", locale, line.millis())))
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

	private List<ServiceStatusPage.Speed> speeds(List<ResponseTime> days, Locale locale) {
		return days.reversed()
			.stream()
			.map((day) -> new ServiceStatusPage.Speed(this.words.date(PageClock.day(day.at()), locale),
					(long) day.up() + day.slow(), millis(Objects.requireNonNullElse(day.p50(), 0), locale),
					millis(Objects.requireNonNullElse(day.p95(), 0), locale)))
			.toList();
	}

	private List<ServiceStatusPage.Phase> phases(List<ResponseTime> hours, Locale locale) {
		return hours.isEmpty() ? List.of()
				: List.of(phase("dns", hours, Phases::dns, locale), phase("connect", hours, Phases::connect, locale),
						phase("tls", hours, Phases::tls, locale),
						phase("first-byte", hours, Phases::firstByte, locale));
	}

	/** The mean of all answers. */
	private ServiceStatusPage.Phase phase(String name, List<ResponseTime> hours, ToIntFunction<Phases> part,
			Locale locale) {
		long answers = 0;
		long sum = 0;
		for (ResponseTime hour : hours) {
			Phases phases = hour.phases();
			if (phases != null) {
				answers += hour.up() + hour.slow();
				sum += (long) part.applyAsInt(phases) * (hour.up() + hour.slow());
			}
		}
		return new ServiceStatusPage.Phase(this.words.say("availability.phase." + name, locale),
				millis((answers > 0) ? (int) (sum / answers) : 0, locale));
	}

	private List<ServiceStatusPage.CheckRow> rows(List<StoredResult> last, Locale locale) {
		return last.stream().map((result) -> {
			String outcome = this.words.say("availability.outcome." + result.outcome(), locale);
			String text = (result.cause() != null) ? this.words.say("availability.checks.because", locale, outcome,
					this.words.say("availability.cause." + result.cause(), locale)) : outcome;
			return new ServiceStatusPage.CheckRow(this.words.time(result.at(), locale), text,
					millis(result.phases().total(), locale));
		}).toList();
	}

}
