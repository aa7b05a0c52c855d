package id.tangerangkota.layanan.availability.web;

import java.util.Locale;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.CurrentState;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.web.BadgePicture;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.NotFound;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** A small picture of a service's state for other sites. */
@Controller
class BadgeController {

	private final AvailabilityReport report;

	private final ServiceCatalog catalog;

	private final Words words;

	private final Demo demo;

	BadgeController(AvailabilityReport report, ServiceCatalog catalog, Words words, Demo demo) {
		this.report = report;
		this.catalog = catalog;
		this.words = words;
		this.demo = demo;
	}

	@GetMapping(path = "/lencana/{slug}.svg", produces = "image/svg+xml")
	@ResponseBody
	@CachedPage(tags = { AvailabilityReport.PAGES, CatalogDesk.PAGES })
	String badge(@PathVariable String slug, Locale locale) {
		ServiceDetail service = this.catalog.service(slug).orElseThrow(NotFound::new);
		CurrentState current = this.report.now(service.id());
		return picture(text(current.state(), service.hasVerifiedAddress(), locale), current.state()).svg();
	}

	private String text(ServiceState state, boolean verified, Locale locale) {
		String text = this.words.say("availability.state." + Words.code(state), locale);
		if (state != ServiceState.UNMONITORED && !verified) {
			text = this.words.say("availability.unverified", locale, text);
		}
		return this.demo.on() ? this.words.say("availability.demo.title", locale, text) : text;
	}

	private static BadgePicture picture(String text, ServiceState state) {
		return new BadgePicture(text, color(state), state == ServiceState.UP, line(state));
	}

	/** As in the style sheet by day, on white. */
	private static String color(ServiceState state) {
		return switch (state) {
			case UP -> "#14643a";
			case DEGRADED, MAINTENANCE -> "#744700";
			case DOWN -> "#a3211a";
			case UNKNOWN, UNMONITORED -> "#465662";
		};
	}

	/** A shape besides the colour: full, half, crossed or empty. */
	private static String line(ServiceState state) {
		return switch (state) {
			case DOWN -> "M11.5 11.5l5 5m0-5l-5 5";
			case DEGRADED -> "M14 9v10";
			case MAINTENANCE -> "M11 14h6";
			default -> "";
		};
	}

}
