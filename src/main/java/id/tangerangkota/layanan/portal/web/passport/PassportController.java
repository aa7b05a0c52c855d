package id.tangerangkota.layanan.portal.web.passport;

import java.util.Locale;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.quality.Scorecard;
import id.tangerangkota.layanan.survey.SkmBand;
import id.tangerangkota.layanan.survey.SkmResult;
import id.tangerangkota.layanan.survey.SurveyResults;
import id.tangerangkota.layanan.web.BadgePicture;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The passport of a service for everybody, and its grade as a picture for other sites.
 */
@Controller
class PassportController {

	private final Passports passports;

	private final ServiceCatalog catalog;

	private final PassportWords words;

	private final Demo demo;

	PassportController(Passports passports, ServiceCatalog catalog, PassportWords words, Demo demo) {
		this.passports = passports;
		this.catalog = catalog;
		this.words = words;
		this.demo = demo;
	}

	@GetMapping("/layanan/{slug}/paspor")
	@CachedPage(tags = { CatalogDesk.PAGES, AvailabilityReport.PAGES, PublicComplaints.PAGES, SurveyResults.PAGES,
			Scorecard.PAGES })
	String passport(@PathVariable String slug, Model model, Locale locale) {
		Passport passport = this.passports.find(slug).orElseThrow(NotFound::new);
		model.addAttribute("service", passport.service());
		model.addAttribute("passport", PassportView.of(passport, this.words, locale));
		// Links to files carry no language of themselves.
		model.addAttribute("badge", Language.of(locale).addTo("/lencana/" + passport.service().slug() + "/mutu.svg"));
		return "portal/passport";
	}

	@GetMapping(path = "/lencana/{slug}/mutu.svg", produces = "image/svg+xml")
	@ResponseBody
	@CachedPage(tags = { CatalogDesk.PAGES, SurveyResults.PAGES })
	String badge(@PathVariable String slug, Locale locale) {
		ServiceDetail service = this.catalog.service(slug).orElseThrow(NotFound::new);
		SkmBand band = service.lifecycle().isOver() ? null
				: this.passports.skm(service).map(SkmResult::band).orElse(null);
		String text = text(service, band, locale);
		return new BadgePicture(this.demo.on() ? this.words.say("passport.badge.demo", locale, text) : text,
				color(band), band == SkmBand.A || band == SkmBand.B, line(band))
			.svg();
	}

	/** A grade would recommend what is no longer there. */
	private String text(ServiceDetail service, @Nullable SkmBand band, Locale locale) {
		if (service.lifecycle().isOver()) {
			return this.words.say("catalog.lifecycle." + service.lifecycle(), locale);
		}
		return (band != null) ? this.words.say("passport.badge", locale, this.words.say("survey.band." + band, locale))
				: this.words.say("passport.badge.none", locale);
	}

	/** As in the style sheet by day, on white. */
	private static String color(@Nullable SkmBand band) {
		if (band == null) {
			return "#465662";
		}
		return switch (band) {
			case A, B -> "#14643a";
			case C -> "#744700";
			case D -> "#a3211a";
		};
	}

	private static String line(@Nullable SkmBand band) {
		if (band == SkmBand.C) {
			return "M14 9v10";
		}
		return (band == SkmBand.D) ? "M11.5 11.5l5 5m0-5l-5 5" : "";
	}

}
