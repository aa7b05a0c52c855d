package id.tangerangkota.layanan.survey.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceFilter;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.survey.answer.AnswerDesk;
import id.tangerangkota.layanan.survey.answer.Filled;
import id.tangerangkota.layanan.survey.answer.Sheet;
import id.tangerangkota.layanan.survey.answer.Sheets;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.Links;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.QrPicture;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks those who were served at a counter and scanned the code on its wall. */
@Controller
class CounterSurveyController {

	private static final String PATH = "/survei/loket/{agency}";

	/** More than any agency has. */
	private static final int MOST_SERVICES = 100;

	private final ServiceCatalog catalog;

	private final AnswerDesk desk;

	private final Sheets sheets;

	private final SheetPages pages;

	private final SurveyWords words;

	private final SurveyDoor door;

	private final Links links;

	CounterSurveyController(ServiceCatalog catalog, AnswerDesk desk, Sheets sheets, SheetPages pages, SurveyWords words,
			SurveyDoor door, Links links) {
		this.catalog = catalog;
		this.desk = desk;
		this.sheets = sheets;
		this.pages = pages;
		this.words = words;
		this.door = door;
		this.links = links;
	}

	@GetMapping(PATH)
	String ask(@PathVariable String agency, HttpServletRequest request, Model model, Locale locale) {
		Agency found = find(agency);
		Sheet sheet = this.sheets.counter(null, found.code());
		model.addAttribute("indexed", false);
		if (sheet.parts().isEmpty()) {
			return "survey/expired";
		}
		this.pages.put(this.pages.show(sheet, setting(found, services(found), locale), locale), request, model);
		return "survey/sheet";
	}

	@PostMapping(PATH)
	String take(@PathVariable String agency, HttpServletRequest request, HttpServletResponse response, Model model,
			Locale locale) {
		Agency found = find(agency);
		List<ServiceSummary> services = services(found);
		SheetPages.Read read = this.pages.read(request, this.sheets.counter(null, found.code()), locale);
		Filled filled = read.filled();
		if (filled != null && found.code().equals(filled.sheet().agency())) {
			AnswerDesk.Outcome outcome = this.desk.take(about(filled, read.service(), services),
					this.door.enter(request));
			if (outcome == AnswerDesk.Outcome.KNOWN) {
				Flash.put(request, Flash.Kind.WARNING, "survey.counter.known");
			}
			return ServiceSurveyController.THANKS;
		}
		model.addAttribute("indexed", false);
		this.pages.again(read, setting(found, services, locale), request, response, model, locale);
		return "survey/sheet";
	}

	/** What is no service of this agency is as if nothing was chosen. */
	private static Filled about(Filled filled, @Nullable String slug, List<ServiceSummary> services) {
		return services.stream()
			.filter((service) -> service.slug().equals(slug))
			.findFirst()
			.map((service) -> new Filled(filled.sheet().about(service.id()), filled.answers(), filled.outage(),
					filled.words()))
			.orElse(filled);
	}

	/** To be printed and put up. */
	@GetMapping(PATH + "/cetak")
	@CachedPage(tags = CatalogDesk.PAGES)
	String poster(@PathVariable String agency, Model model, Locale locale) {
		Agency found = find(agency);
		String address = this.links.absolute("/survei/loket/" + found.code());
		model.addAttribute("agency", SurveyWords.name(found, locale));
		model.addAttribute("address", address);
		model.addAttribute("code", found.code());
		model.addAttribute("qr", QrPicture.forPaper(address));
		model.addAttribute("indexed", false);
		return "survey/poster";
	}

	private List<ServiceSummary> services(Agency agency) {
		return this.catalog
			.list(new ServiceFilter(null, null, null, agency.code(), null, null, false), 1, MOST_SERVICES)
			.items()
			.stream()
			.filter((service) -> !service.lifecycle().isObsolete())
			.toList();
	}

	private SheetPages.Setting setting(Agency agency, List<ServiceSummary> services, Locale locale) {
		List<Choice> choices = new ArrayList<>();
		choices.add(new Choice("", this.words.say("survey.counter.other", locale)));
		services.forEach((service) -> choices.add(new Choice(service.slug(), service.name())));
		return new SheetPages.Setting(this.words.say("survey.counter.title", locale), SurveyWords.name(agency, locale),
				this.words.say("survey.counter.lead", locale), "/survei/loket/" + agency.code(), false, false, false,
				false, (choices.size() > 1) ? choices : List.of());
	}

	private Agency find(String code) {
		return this.catalog.agency(code).orElseThrow(NotFound::new);
	}

}
