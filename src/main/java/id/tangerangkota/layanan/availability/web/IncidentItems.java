package id.tangerangkota.layanan.availability.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.availability.incident.Incidents;
import id.tangerangkota.layanan.availability.incident.Maintenance;
import id.tangerangkota.layanan.availability.incident.MaintenanceScope;
import id.tangerangkota.layanan.availability.incident.MaintenanceWindows;
import id.tangerangkota.layanan.availability.incident.Rewording;
import id.tangerangkota.layanan.availability.incident.Rewordings;
import id.tangerangkota.layanan.availability.incident.WindowId;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.catalog.ServiceId;
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

	private final WorkTitles works;

	private final Rewordings rewordings;

	private final Words words;

	IncidentItems(Incidents incidents, MaintenanceWindows windows, IncidentTitles titles, WorkTitles works,
			Rewordings rewordings, Words words) {
		this.incidents = incidents;
		this.windows = windows;
		this.titles = titles;
		this.works = works;
		this.rewordings = rewordings;
		this.words = words;
	}

	List<IncidentItem> open(Locale locale) {
		return this.titles.items(this.incidents.open(), locale);
	}

	/** Which of these goes on at which of the services. */
	Map<ServiceId, IncidentItem> among(List<IncidentItem> open, List<ServiceId> services) {
		Map<ServiceId, IncidentItem> found = new HashMap<>();
		this.incidents.openOf(services)
			.forEach((service, id) -> open.stream()
				.filter((incident) -> incident.id().equals(id.toString()))
				.forEach((incident) -> found.put(service, incident)));
		return found;
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
		return maintenance((scope) -> true, locale);
	}

	/** As {@link #maintenance(Locale)}, of what concerns a service. */
	List<StatusPage.Maintenance> maintenance(ServiceDetail service, Locale locale) {
		AgencyId agency = (service.agency() != null) ? new AgencyId(service.agency().code()) : null;
		return maintenance(
				(scope) -> service.id().equals(scope.service()) || (agency != null && agency.equals(scope.agency())),
				locale);
	}

	private List<StatusPage.Maintenance> maintenance(Predicate<MaintenanceScope> wanted, Locale locale) {
		List<Maintenance> windows = Stream.concat(this.windows.current().stream(), this.windows.upcoming().stream())
			.filter((window) -> wanted.test(window.scope()))
			.toList();
		if (windows.isEmpty()) {
			return List.of();
		}
		WorkTitles.Names names = this.works.names(windows);
		Map<WindowId, List<Rewording>> reworded = this.rewordings
			.of(windows.stream().map(Maintenance::window).toList());
		List<StatusPage.Maintenance> items = new ArrayList<>();
		for (Maintenance window : windows) {
			String title = this.works.title(window.scope(), names, locale);
			if (title != null) {
				items.add(new StatusPage.Maintenance(title, this.words.span(window.start(), window.end(), locale),
						window.text(), edited(reworded.get(window.window()), locale)));
			}
		}
		return items;
	}

	private @Nullable String edited(@Nullable List<Rewording> rewordings, Locale locale) {
		return (rewordings != null) ? this.words.time(rewordings.getLast().at(), locale) : null;
	}

}
