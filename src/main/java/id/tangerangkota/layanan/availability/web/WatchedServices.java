package id.tangerangkota.layanan.availability.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.CurrentState;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;

import org.springframework.stereotype.Component;

/** The services checks look at, with their names. */
@Component
class WatchedServices {

	private final AvailabilityReport report;

	private final ServiceCatalog catalog;

	WatchedServices(AvailabilityReport report, ServiceCatalog catalog) {
		this.report = report;
		this.catalog = catalog;
	}

	/** A service and how it is. */
	record Watched(ServiceSummary service, CurrentState current) {

		ServiceId id() {
			return this.service.id();
		}

		/** Whether somebody verified an address of it. */
		boolean isVerified() {
			return this.service.hasVerifiedAddress();
		}

	}

	/** Disturbed ones first, by two queries. */
	List<Watched> list(int limit) {
		List<CurrentState> states = this.report.watched(limit);
		Map<ServiceId, ServiceSummary> services = this.catalog
			.summaries(states.stream().map(CurrentState::service).toList())
			.stream()
			.collect(Collectors.toMap(ServiceSummary::id, Function.identity()));
		List<Watched> watched = new ArrayList<>();
		for (CurrentState state : states) {
			ServiceSummary service = services.get(state.service());
			if (service != null) {
				watched.add(new Watched(service, state));
			}
		}
		return watched;
	}

}
