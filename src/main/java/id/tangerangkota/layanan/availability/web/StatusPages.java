package id.tangerangkota.layanan.availability.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.CurrentState;
import id.tangerangkota.layanan.availability.DaySum;
import id.tangerangkota.layanan.availability.Overview;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.Uptime;
import id.tangerangkota.layanan.catalog.Category;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.stereotype.Component;

/** Puts together what all services are like. The number of queries is constant. */
@Component
class StatusPages {

	/** How many days a strip has. */
	static final int DAYS = 90;

	/** Beyond it the page names only those that change first; no city has more sites. */
	private static final int MOST = 400;

	private final AvailabilityReport report;

	private final ServiceCatalog catalog;

	private final IncidentLists incidents;

	private final Words words;

	private final Clock clock;

	StatusPages(AvailabilityReport report, ServiceCatalog catalog, IncidentLists incidents, Words words, Clock clock) {
		this.report = report;
		this.catalog = catalog;
		this.incidents = incidents;
		this.words = words;
		this.clock = clock;
	}

	StatusPage page(Locale locale) {
		Overview overview = this.report.overview();
		List<CurrentState> states = this.report.watched(MOST);
		List<ServiceId> ids = states.stream().map(CurrentState::service).toList();
		Map<ServiceId, ServiceSummary> services = this.catalog.summaries(ids)
			.stream()
			.collect(Collectors.toMap(ServiceSummary::id, Function.identity()));
		List<CurrentState> known = states.stream().filter((state) -> services.containsKey(state.service())).toList();
		boolean on = !known.isEmpty();
		return new StatusPage(headline(overview, on, locale),
				on ? this.words.say("availability.lead", locale, overview.monitored(), overview.listings())
						: this.words.say("availability.lead.off", locale),
				on, disturbed(known, services, locale), this.incidents.open(locale), this.incidents.maintenance(locale),
				groups(known, services, locale), overview.in(ServiceState.UNMONITORED), this.incidents.past(locale));
	}

	private String headline(Overview overview, boolean on, Locale locale) {
		if (!on) {
			return this.words.say("availability.headline.off", locale);
		}
		int down = overview.in(ServiceState.DOWN);
		if (down > 0) {
			return this.words.say("availability.headline.down", locale, down);
		}
		int degraded = overview.in(ServiceState.DEGRADED);
		if (degraded > 0) {
			return this.words.say("availability.headline.degraded", locale, degraded);
		}
		return this.words.say((overview.in(ServiceState.UP) > 0) ? "availability.headline.up"
				: "availability.headline.unknown", locale);
	}

	private List<StatusPage.Row> disturbed(List<CurrentState> states, Map<ServiceId, ServiceSummary> services,
			Locale locale) {
		return states.stream()
			.filter((state) -> state.state() == ServiceState.DOWN || state.state() == ServiceState.DEGRADED)
			.map((state) -> {
				ServiceSummary service = services.get(state.service());
				return new StatusPage.Row(service.slug(), service.name(), Words.code(state.state()),
						this.words.state(state, locale));
			})
			.toList();
	}

	private List<StatusPage.Group> groups(List<CurrentState> states, Map<ServiceId, ServiceSummary> services,
			Locale locale) {
		LocalDate today = PageClock.day(this.clock.instant());
		Map<ServiceId, List<DaySum>> days = this.report
			.days(states.stream().map(CurrentState::service).toList(), today.minusDays(DAYS - 1), today);
		Map<ServiceId, CurrentState> current = states.stream()
			.collect(Collectors.toMap(CurrentState::service, Function.identity()));
		Map<String, List<ServiceSummary>> byCategory = services.values()
			.stream()
			.filter((service) -> current.containsKey(service.id()))
			.sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
			.collect(Collectors.groupingBy((service) -> service.categories().getFirst()));
		List<StatusPage.Group> groups = new ArrayList<>();
		for (Category category : this.catalog.categories()) {
			List<StatusPage.DayRow> rows = byCategory.getOrDefault(category.slug(), List.of())
				.stream()
				.map((service) -> row(service, current.get(service.id()), days.getOrDefault(service.id(), List.of()),
						locale))
				.toList();
			if (!rows.isEmpty()) {
				groups.add(new StatusPage.Group(category.slug(), category.name(), category.nameEn(), rows));
			}
		}
		return groups;
	}

	private StatusPage.DayRow row(ServiceSummary service, CurrentState state, List<DaySum> days, Locale locale) {
		Uptime uptime = days.stream().map(DaySum::uptime).reduce(Uptime.NONE, Uptime::plus);
		return new StatusPage.DayRow(service.slug(), service.name(), Words.code(state.state()),
				Strip.of(days.stream().map(DaySum::shown).toList()), label(days, locale),
				this.words.percent(uptime, locale));
	}

	/** What the bars say, for those who hear the page. */
	String label(List<DaySum> days, Locale locale) {
		boolean anything = days.stream().anyMatch((day) -> !day.uptime().counted().isZero());
		long disturbed = days.stream()
			.map(DaySum::shown)
			.filter((state) -> state == ServiceState.DOWN || state == ServiceState.DEGRADED)
			.count();
		String text = !anything ? this.words.say("availability.strip.nothing", locale)
				: (disturbed == 0) ? this.words.say("availability.strip.whole", locale)
						: this.words.say("availability.strip.days", locale, disturbed);
		return this.words.say("availability.strip", locale, days.size(), text);
	}

}
