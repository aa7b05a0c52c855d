package id.tangerangkota.layanan.availability.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.availability.incident.IncidentKind;
import id.tangerangkota.layanan.availability.incident.IncidentPage;
import id.tangerangkota.layanan.availability.incident.IncidentStatus;
import id.tangerangkota.layanan.availability.incident.IncidentSummary;
import id.tangerangkota.layanan.availability.incident.Incidents;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.web.ApiParameters;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.PageLinks;
import id.tangerangkota.layanan.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Incidents, for programs. */
@RestController
@Tag(name = "Availability")
class IncidentApiController {

	private static final String PATH = "/api/v1/incidents";

	private static final int USUAL = 20;

	private static final int MOST = 100;

	/** Beyond it, skipping incidents costs as much as reading them. */
	private static final int LAST_PAGE = 1_000;

	private final Incidents incidents;

	private final IncidentTitles titles;

	private final Demo demo;

	IncidentApiController(Incidents incidents, IncidentTitles titles, Demo demo) {
		this.incidents = incidents;
		this.titles = titles;
		this.demo = demo;
	}

	/**
	 * A page of incidents.
	 *
	 * @param demo whether all of it is made up
	 * @param total how many there are
	 * @param items the newest first
	 */
	record IncidentsView(boolean demo, long total, int page, int size, List<IncidentView> items, PageLinks links) {
	}

	/**
	 * An incident.
	 *
	 * @param ended null while it lasts
	 * @param services slugs of the services it concerns
	 * @param unverifiedServices those of them whose address nobody verified; they are no
	 * part of the city's totals
	 */
	record IncidentView(String id, IncidentKind kind, IncidentStatus status, Instant started, @Nullable Instant ended,
			@Nullable StateReason cause, List<String> services, List<String> unverifiedServices, String page) {
	}

	@GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
	@CachedPage(uncached = { "page", "size" }, tags = { AvailabilityReport.PAGES, CatalogDesk.PAGES })
	@Operation(operationId = "listIncidents", summary = "Incidents that go on or are over, the newest first")
	@Parameter(name = "page", in = ParameterIn.QUERY,
			schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "1"))
	@Parameter(name = "size", in = ParameterIn.QUERY,
			schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
	IncidentsView incidents(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent) {
		ApiParameters parameters = new ApiParameters(sent, Set.of("page", "size"));
		int page = parameters.number("page", 1, LAST_PAGE, 1);
		int size = parameters.number("size", 1, MOST, USUAL);
		IncidentPage found = this.incidents.during(null, null, null, page, size);
		Map<ServiceId, ServiceSummary> services = this.titles.services(found.items());
		boolean more = page < LAST_PAGE && (long) page * size < found.total();
		return new IncidentsView(this.demo.on(), found.total(), page, size,
				found.items().stream().map((incident) -> view(incident, services)).toList(),
				new PageLinks(href(page, size), href(1, size), (page > 1) ? href(page - 1, size) : null,
						more ? href(page + 1, size) : null));
	}

	private static String href(int page, int size) {
		return Query.EMPTY.with("size", (size != USUAL) ? String.valueOf(size) : null)
			.with("page", (page > 1) ? String.valueOf(page) : null)
			.at(PATH);
	}

	private static IncidentView view(IncidentSummary incident, Map<ServiceId, ServiceSummary> services) {
		List<ServiceSummary> concerned = IncidentTitles.concerned(incident, services);
		return new IncidentView(incident.id().toString(), incident.kind(), incident.status(), incident.startedAt(),
				incident.endedAt(), incident.cause(), concerned.stream().map(ServiceSummary::slug).toList(),
				concerned.stream()
					.filter((service) -> !service.hasVerifiedAddress())
					.map(ServiceSummary::slug)
					.toList(),
				"/status/insiden/" + incident.id());
	}

}
