package id.tangerangkota.layanan.availability.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.CurrentState;
import id.tangerangkota.layanan.availability.Overview;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.web.ApiParameters;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.Demo;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What works and what does not, for programs. */
@RestController
@Tag(name = "Availability")
class StatusApiController {

	static final String PATH = "/api/v1/status";

	/** As many as anybody asks for at once. */
	private static final int MOST = 1000;

	private final AvailabilityReport report;

	private final WatchedServices services;

	private final Demo demo;

	StatusApiController(AvailabilityReport report, WatchedServices services, Demo demo) {
		this.report = report;
		this.services = services;
		this.demo = demo;
	}

	/**
	 * All services at a glance.
	 *
	 * @param demo whether all of it is made up
	 * @param counts how many services are in each state
	 * @param unverifiedCounts how many of these have no address that somebody verified;
	 * they are no part of the city's totals
	 * @param monitoredListings how many websites and apps checks look at
	 * @param unverifiedListings how many of these have an address nobody verified
	 * @param listings how many the catalogue has
	 * @param services those that checks look at, disturbed ones first, at most 1,000
	 */
	record StatusView(boolean demo, Map<ServiceState, Integer> counts, Map<ServiceState, Integer> unverifiedCounts,
			int monitoredListings, int unverifiedListings, int listings, List<StateView> services) {
	}

	/**
	 * The state of a service.
	 *
	 * @param verified whether somebody verified an address of it
	 * @param since when it began
	 * @param reason null when it is up
	 */
	record StateView(String slug, String name, ServiceState state, boolean verified, @Nullable Instant since,
			@Nullable StateReason reason, String page) {
	}

	@GetMapping(path = { PATH, "/status.json" }, produces = MediaType.APPLICATION_JSON_VALUE)
	@CachedPage(tags = { AvailabilityReport.PAGES, CatalogDesk.PAGES })
	@Operation(operationId = "getStatus", summary = "The state of all services that are monitored")
	StatusView status(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
		new ApiParameters(parameters, Set.of());
		Overview overview = this.report.overview();
		return new StatusView(this.demo.on(), overview.services(), overview.unverified(), overview.monitored(),
				overview.unverifiedListings(), overview.listings(),
				this.services.list(MOST).stream().map(StatusApiController::view).toList());
	}

	private static StateView view(WatchedServices.Watched watched) {
		ServiceSummary service = watched.service();
		CurrentState current = watched.current();
		return new StateView(service.slug(), service.name(), current.state(), watched.isVerified(), current.since(),
				current.reason(), "/status/" + service.slug());
	}

}
