package id.tangerangkota.layanan.availability.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.Outage;
import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.availability.Uptime;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.web.ApiParameters;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.InvalidParameter;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageClock;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How much of a time a service was up, for programs. */
@RestController
@Tag(name = "Availability")
class AvailabilityApiController {

	private static final int MOST_DAYS = 400;

	private static final int USUAL_DAYS = 30;

	private static final int LONGEST_DATE = 10;

	private final AvailabilityReport report;

	private final ServiceCatalog catalog;

	private final Demo demo;

	private final Clock clock;

	AvailabilityApiController(AvailabilityReport report, ServiceCatalog catalog, Demo demo, Clock clock) {
		this.report = report;
		this.catalog = catalog;
		this.demo = demo;
		this.clock = clock;
	}

	/**
	 * How a service was.
	 *
	 * @param demo whether all of it is made up
	 * @param verified whether somebody verified an address of it; if not, it is no part
	 * of the city's totals
	 * @param from first day (Asia/Jakarta)
	 * @param to last day
	 * @param uptime of the whole time
	 * @param days each day by itself
	 * @param outages that touch the time, the newest first
	 */
	record AvailabilityView(boolean demo, String slug, boolean verified, LocalDate from, LocalDate to,
			UptimeView uptime, List<DayView> days, List<OutageView> outages) {
	}

	/**
	 * Seconds in each state; they add up to the whole time.
	 *
	 * @param percent (up + degraded) / (up + degraded + down), rounded down, null when
	 * nothing counted
	 */
	record UptimeView(@Nullable BigDecimal percent, double up, double degraded, double down, double maintenance,
			double unknown, double unmonitored) {

		private static final int DECIMALS = 4;

		static UptimeView of(Uptime uptime) {
			return new UptimeView(uptime.percent(DECIMALS).orElse(null), seconds(uptime.up()),
					seconds(uptime.degraded()), seconds(uptime.down()), seconds(uptime.maintenance()),
					seconds(uptime.unknown()), seconds(uptime.unmonitored()));
		}

		private static double seconds(Duration duration) {
			return duration.toNanos() / 1e9;
		}

	}

	/** A day of the city. */
	record DayView(LocalDate day, UptimeView uptime) {
	}

	/**
	 * A time the service was down.
	 *
	 * @param end null while it lasts
	 */
	record OutageView(String id, Instant start, @Nullable Instant end, StateReason cause) {

		static OutageView of(Outage outage) {
			return new OutageView(outage.id().toString(), outage.start(), outage.end(), outage.cause());
		}

	}

	@GetMapping(path = "/api/v1/services/{slug}/availability", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "getAvailability", summary = "How much of a time a service was up")
	@Parameter(name = "from", in = ParameterIn.QUERY, description = "First day; 30 days ago if absent",
			schema = @Schema(type = "string", format = "date"))
	@Parameter(name = "to", in = ParameterIn.QUERY, description = "Last day; today if absent",
			schema = @Schema(type = "string", format = "date"))
	ResponseEntity<AvailabilityView> availability(
			@Parameter(description = "Slug of the service", example = "sobat-dukcapil") @PathVariable String slug,
			@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent) {
		ApiParameters parameters = new ApiParameters(sent, Set.of("from", "to"));
		LocalDate today = PageClock.day(this.clock.instant());
		LocalDate to = day(parameters, "to", today);
		LocalDate from = day(parameters, "from", to.minusDays(USUAL_DAYS - 1));
		if (from.isAfter(to)) {
			throw new InvalidParameter("from", "The first day must not be after the last.");
		}
		if (from.plusDays(MOST_DAYS).isBefore(to)) {
			throw new InvalidParameter("from", "At most " + MOST_DAYS + " days can be asked for at once.");
		}
		ServiceDetail service = this.catalog.service(slug).orElseThrow(NotFound::new);
		return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(view(service, from, to));
	}

	private static LocalDate day(ApiParameters parameters, String name, LocalDate otherwise) {
		String text = parameters.text(name, LONGEST_DATE);
		try {
			return (text != null) ? LocalDate.parse(text) : otherwise;
		}
		catch (DateTimeException ex) {
			throw new InvalidParameter(name, "The value must be a day such as 2026-11-26.");
		}
	}

	private AvailabilityView view(ServiceDetail service, LocalDate from, LocalDate to) {
		ServiceId id = service.id();
		Instant start = PageClock.start(from);
		Instant end = PageClock.start(to.plusDays(1));
		return new AvailabilityView(this.demo.on(), service.slug(), service.hasVerifiedAddress(), from, to,
				UptimeView.of(this.report.uptime(id, start, end)),
				this.report.days(List.of(id), from, to)
					.getOrDefault(id, List.of())
					.stream()
					.map((day) -> new DayView(day.day(), UptimeView.of(day.uptime())))
					.toList(),
				this.report.outages(id, start, end).stream().map(OutageView::of).toList());
	}

}
