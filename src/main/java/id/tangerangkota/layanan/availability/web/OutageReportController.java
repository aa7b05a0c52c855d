package id.tangerangkota.layanan.availability.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.Outage;
import id.tangerangkota.layanan.availability.OutageFollowers;
import id.tangerangkota.layanan.availability.OutageSuspicions;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.throttle.AddressPrefix;
import id.tangerangkota.layanan.throttle.Limit;
import id.tangerangkota.layanan.throttle.Throttle;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Takes "I cannot open it" and "I am affected too": one tap, counted, without a name. */
@Controller
class OutageReportController {

	static final String PATH = "/status/{slug}/lapor";

	/** Loose: many people on phones share an address. */
	private static final Limit NETWORK = new Limit("availability.report.network", 60, Duration.ofMinutes(10));

	private final AvailabilityReport report;

	private final OutageSuspicions suspicions;

	private final OutageFollowers followers;

	private final ServiceCatalog catalog;

	private final Throttle throttle;

	private final Clock clock;

	OutageReportController(AvailabilityReport report, OutageSuspicions suspicions, OutageFollowers followers,
			ServiceCatalog catalog, Throttle throttle, Clock clock) {
		this.report = report;
		this.suspicions = suspicions;
		this.followers = followers;
		this.catalog = catalog;
		this.throttle = throttle;
		this.clock = clock;
	}

	@PostMapping(PATH)
	ResponseEntity<Void> report(@PathVariable String slug, HttpServletRequest request) {
		ServiceDetail service = this.catalog.service(slug).orElseThrow(NotFound::new);
		String network = AddressPrefix.of(request.getRemoteAddr());
		this.throttle.take(NETWORK, network).ifPresent((wait) -> {
			throw new TooManyTries(wait);
		});
		Instant now = this.clock.instant();
		Optional<Outage> outage = this.report.outages(service.id(), now, now.plusNanos(1000))
			.stream()
			.filter(Outage::isOpen)
			.findFirst();
		if (outage.isPresent()) {
			this.followers.affected(outage.get().id(), visitor(request));
		}
		else if (this.report.now(service.id()).state() == ServiceState.MAINTENANCE) {
			this.followers.affected(service.id(), visitor(request));
		}
		else {
			this.suspicions.tap(service.id(), network, visitor(request));
		}
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.header(HttpHeaders.LOCATION, Language.of(request).addTo("/status/" + service.slug() + "/terlapor"))
			.build();
	}

	/** Without a session nothing tells visitors apart better. It is only compared. */
	private static String visitor(HttpServletRequest request) {
		return request.getRemoteAddr() + ' ' + request.getHeader(HttpHeaders.USER_AGENT);
	}

}
