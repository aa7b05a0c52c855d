package id.tangerangkota.layanan.availability.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.CurrentState;
import id.tangerangkota.layanan.availability.DaySum;
import id.tangerangkota.layanan.availability.Overview;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.Uptime;
import id.tangerangkota.layanan.availability.check.UnwatchedServices;
import id.tangerangkota.layanan.availability.check.UnwatchedServices.Unwatched;
import id.tangerangkota.layanan.availability.check.UnwatchedServices.Why;
import id.tangerangkota.layanan.availability.web.WatchedServices.Watched;
import id.tangerangkota.layanan.catalog.Category;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Puts together what all services are like. The number of queries is constant. */
@Component
class StatusPages {

	/** How many days a strip has. */
	static final int DAYS = 90;

	/** Beyond it the page names only those that change first; no city has more sites. */
	private static final int MOST = 400;

	private final AvailabilityReport report;

	private final WatchedServices services;

	private final ServiceCatalog catalog;

	private final UnwatchedServices unwatched;

	private final IncidentItems incidents;

	private final Headlines headlines;

	private final Words words;

	private final Clock clock;

	StatusPages(AvailabilityReport report, WatchedServices services, ServiceCatalog catalog,
			UnwatchedServices unwatched, IncidentItems incidents, Headlines headlines, Words words, Clock clock) {
		this.report = report;
		this.services = services;
		this.catalog = catalog;
		this.unwatched = unwatched;
		this.incidents = incidents;
		this.headlines = headlines;
		this.words = words;
		this.clock = clock;
	}

	StatusPage page(Locale locale) {
		Overview overview = this.report.overview();
		List<Watched> watched = this.services.list(MOST);
		List<IncidentItem> open = this.incidents.open(locale);
		List<StatusPage.Row> disturbed = disturbed(watched, open, locale);
		return new StatusPage(this.headlines.headline(overview, open.size(), unverified(open), locale),
				this.headlines.lead(overview, locale), !watched.isEmpty(), disturbed, unknown(watched, locale),
				others(open, disturbed), this.incidents.maintenance(locale), groups(watched, locale),
				this.headlines.coverage(overview, locale), overview.in(ServiceState.UNMONITORED), why(watched, locale),
				this.incidents.past(locale));
	}

	private static int unverified(List<IncidentItem> incidents) {
		return (int) incidents.stream().filter((incident) -> !incident.verified()).count();
	}

	private List<StatusPage.Row> disturbed(List<Watched> watched, List<IncidentItem> open, Locale locale) {
		List<Watched> disturbed = watched.stream().filter((one) -> isDisturbed(one.current().state())).toList();
		Map<ServiceId, IncidentItem> incidents = this.incidents.among(open,
				disturbed.stream().map(Watched::id).toList());
		return disturbed.stream().map((one) -> row(one, incidents.get(one.id()), locale)).toList();
	}

	/** Those that no disturbed service names already. */
	private static List<IncidentItem> others(List<IncidentItem> open, List<StatusPage.Row> disturbed) {
		return open.stream()
			.filter((incident) -> disturbed.stream().noneMatch((row) -> incident.equals(row.incident())))
			.toList();
	}

	private StatusPage.Row row(Watched one, @Nullable IncidentItem incident, Locale locale) {
		CurrentState current = one.current();
		return new StatusPage.Row(one.service().slug(), one.service().name(), Words.code(current.state()),
				this.words.state(current, locale), one.isVerified(), incident);
	}

	private List<StatusPage.Unknown> unknown(List<Watched> watched, Locale locale) {
		Map<String, List<StatusPage.Row>> reasons = new LinkedHashMap<>();
		for (Watched one : watched) {
			if (one.current().state() == ServiceState.UNKNOWN) {
				String reason = this.words.reason(one.current(), locale);
				reasons
					.computeIfAbsent((reason != null) ? reason : this.words.say("availability.unknown.text", locale),
							(text) -> new ArrayList<>())
					.add(row(one, null, locale));
			}
		}
		return reasons.entrySet().stream().map((one) -> new StatusPage.Unknown(one.getKey(), one.getValue())).toList();
	}

	/** Why nobody looks at all others. */
	private List<String> why(List<Watched> watched, Locale locale) {
		Map<ServiceId, Unwatched> others = this.unwatched.all();
		watched.forEach((one) -> others.remove(one.id()));
		Map<Why, Integer> counts = new EnumMap<>(Why.class);
		others.values().forEach((other) -> counts.merge(other.why(), 1, Integer::sum));
		return counts.entrySet()
			.stream()
			.map((one) -> this.words.say("availability.unmonitored." + one.getKey(), locale, one.getValue()))
			.toList();
	}

	private static boolean isDisturbed(ServiceState state) {
		return state == ServiceState.DOWN || state == ServiceState.DEGRADED;
	}

	private List<StatusPage.Group> groups(List<Watched> watched, Locale locale) {
		LocalDate today = PageClock.day(this.clock.instant());
		Map<ServiceId, List<DaySum>> days = this.report.days(watched.stream().map(Watched::id).toList(),
				today.minusDays(DAYS - 1), today);
		Map<String, List<Watched>> byCategory = watched.stream()
			.sorted(Comparator.comparing((one) -> one.service().name(), String.CASE_INSENSITIVE_ORDER))
			.collect(Collectors.groupingBy((one) -> one.service().categories().getFirst()));
		List<StatusPage.Group> groups = new ArrayList<>();
		for (Category category : this.catalog.categories()) {
			List<Watched> inside = byCategory.getOrDefault(category.slug(), List.of());
			List<StatusPage.DayRow> rows = inside.stream()
				.map((one) -> dayRow(one, days.getOrDefault(one.id(), List.of()), locale))
				.toList();
			if (!rows.isEmpty()) {
				groups.add(new StatusPage.Group(category.slug(), category.name(), category.nameEn(), rows,
						inside.stream().filter((one) -> isDisturbed(one.current().state())).count()));
			}
		}
		return groups;
	}

	private StatusPage.DayRow dayRow(Watched one, List<DaySum> days, Locale locale) {
		Uptime uptime = days.stream().map(DaySum::uptime).reduce(Uptime.NONE, Uptime::plus);
		return new StatusPage.DayRow(one.service().slug(), one.service().name(), Words.code(one.current().state()),
				Strip.of(days.stream().map(DaySum::shown).toList()), label(days, locale),
				this.words.percent(uptime, locale), uncounted(uptime, locale), one.isVerified());
	}

	/** What a share is to be read with, null where all of the time counts. */
	private @Nullable String uncounted(Uptime uptime, Locale locale) {
		return (uptime.counted().isZero() || uptime.excluded().isZero()) ? null
				: this.words.say("availability.uncounted", locale, this.words.duration(uptime.excluded(), locale));
	}

	/** What the bars say, for those who hear the page. */
	String label(List<DaySum> days, Locale locale) {
		long recorded = days.stream().filter((day) -> !day.uptime().counted().isZero()).count();
		long disturbed = days.stream().map(DaySum::shown).filter(StatusPages::isDisturbed).count();
		String text = (recorded == 0) ? this.words.say("availability.strip.nothing", locale)
				: (disturbed == 0) ? this.words.say("availability.strip.whole", locale)
						: this.words.say("availability.strip.days", locale, disturbed);
		if (recorded > 0 && recorded < days.size()) {
			text = this.words.say("availability.strip.recorded", locale, recorded, days.size(), text);
		}
		return this.words.say("availability.strip", locale, days.size(), text);
	}

}
