package id.tangerangkota.layanan.availability.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.availability.incident.Incidents;
import id.tangerangkota.layanan.availability.incident.Maintenance;
import id.tangerangkota.layanan.availability.incident.MaintenanceScope;
import id.tangerangkota.layanan.availability.incident.MaintenanceWindows;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Incidents and announced work as other pages list them. */
@Component
class IncidentItems {

	private static final int FEW = 5;

	private static final int OF_SERVICE = 10;

	private final Incidents incidents;

	private final MaintenanceWindows windows;

	private final IncidentTitles titles;

	private final ServiceCatalog catalog;

	private final Words words;

	IncidentItems(Incidents incidents, MaintenanceWindows windows, IncidentTitles titles, ServiceCatalog catalog,
			Words words) {
		this.incidents = incidents;
		this.windows = windows;
		this.titles = titles;
		this.catalog = catalog;
		this.words = words;
	}

	List<IncidentItem> open(Locale locale) {
		return this.titles.items(this.incidents.open(), locale);
	}

	/** The newest few that are over. */
	List<IncidentItem> past(Locale locale) {
		return this.titles.items(this.incidents.recent(1, FEW).items(), locale);
	}

	List<IncidentItem> ofService(ServiceId service, Locale locale) {
		return this.titles.items(this.incidents.ofService(service, OF_SERVICE), locale);
	}

	/** What goes on, then what is announced. */
	List<StatusPage.Maintenance> maintenance(Locale locale) {
		List<Maintenance> windows = Stream
			.concat(this.windows.current().stream(), this.windows.upcoming().stream().limit(FEW))
			.toList();
		Map<ServiceId, ServiceSummary> services = this.catalog
			.summaries(windows.stream().map((window) -> window.scope().service()).filter(Objects::nonNull).toList())
			.stream()
			.collect(Collectors.toMap(ServiceSummary::id, Function.identity()));
		List<StatusPage.Maintenance> items = new ArrayList<>();
		for (Maintenance window : windows) {
			String title = title(window.scope(), services, locale);
			if (title != null) {
				items.add(new StatusPage.Maintenance(title, this.words.span(window.start(), window.end(), locale),
						window.text()));
			}
		}
		return items;
	}

	private @Nullable String title(MaintenanceScope scope, Map<ServiceId, ServiceSummary> services, Locale locale) {
		AgencyId agency = scope.agency();
		if (agency != null) {
			return this.catalog.agency(agency.code())
				.map((found) -> this.words.say("availability.maintenance.agency", locale, found.shortName()))
				.orElse(null);
		}
		ServiceSummary service = services.get(scope.service());
		return (service != null) ? service.name() : null;
	}

}
