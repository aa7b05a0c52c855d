package id.tangerangkota.layanan.availability.web;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.availability.incident.Maintenance;
import id.tangerangkota.layanan.availability.incident.MaintenanceScope;
import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Calls announced work by the service or the agency it is on. */
@Component
class WorkTitles {

	private final ServiceCatalog catalog;

	private final Words words;

	WorkTitles(ServiceCatalog catalog, Words words) {
		this.catalog = catalog;
		this.words = words;
	}

	/** What work is on; agencies by code. */
	record Names(Map<ServiceId, String> services, Map<String, String> agencies) {
	}

	/** The names that some work needs, by two queries. */
	Names names(Collection<Maintenance> windows) {
		return new Names(this.catalog.summaries(
				windows.stream().map((window) -> window.scope().service()).filter(Objects::nonNull).distinct().toList())
			.stream()
			.collect(Collectors.toMap(ServiceSummary::id, ServiceSummary::name)),
				this.catalog.agencies().stream().collect(Collectors.toMap(Agency::code, Agency::shortName)));
	}

	/** Null where there is no such service. */
	@Nullable String title(MaintenanceScope scope, Names names, Locale locale) {
		AgencyId agency = scope.agency();
		return (agency != null)
				? this.words.say("availability.maintenance.agency", locale,
						names.agencies().getOrDefault(agency.code(), agency.code()))
				: names.services().get(scope.service());
	}

}
