package id.tangerangkota.layanan.survey.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.survey.Occasion;
import id.tangerangkota.layanan.survey.answer.AnswerDesk;
import id.tangerangkota.layanan.survey.answer.Filled;
import id.tangerangkota.layanan.survey.answer.Respondent;
import id.tangerangkota.layanan.survey.answer.Sheet;
import id.tangerangkota.layanan.survey.answer.Sheets;
import id.tangerangkota.layanan.survey.instrument.InstrumentDesk;
import id.tangerangkota.layanan.survey.instrument.ShortQuestion;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.Suggestion;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Asks how a service is: one tap first, and a few questions for who wants to say more.
 */
@Controller
class ServiceSurveyController {

	static final String PATH = "/survei/{slug}";

	static final String TAP = PATH + "/nilai";

	/** Where all that is finished leads. */
	static final String THANKS = "redirect:/survei/terima-kasih";

	private final ServiceCatalog catalog;

	private final ShortQuestion question;

	private final AnswerDesk desk;

	private final Sheets sheets;

	private final SheetPages pages;

	private final SurveyWords words;

	private final SurveyDoor door;

	ServiceSurveyController(ServiceCatalog catalog, ShortQuestion question, AnswerDesk desk, Sheets sheets,
			SheetPages pages, SurveyWords words, SurveyDoor door) {
		this.catalog = catalog;
		this.question = question;
		this.desk = desk;
		this.sheets = sheets;
		this.pages = pages;
		this.words = words;
		this.door = door;
	}

	@GetMapping(PATH)
	@CachedPage(tags = { CatalogDesk.PAGES, InstrumentDesk.PAGES })
	String ask(@PathVariable String slug, Model model, Locale locale) {
		ServiceDetail service = find(slug);
		model.addAttribute("service", service);
		model.addAttribute("question",
				service.lifecycle().isOver() ? null : this.question.text(Language.of(locale)).orElse(null));
		model.addAttribute("indexed", false);
		return "survey/short";
	}

	/** A service that is closed is not rated any more; its answers stay. */
	private boolean isAsked(ServiceDetail service) {
		return !service.lifecycle().isOver() && this.question.text(Language.INDONESIAN).isPresent();
	}

	@PostMapping(TAP)
	ResponseEntity<Void> tap(@PathVariable String slug, @RequestParam(required = false) @Nullable String nilai,
			HttpServletRequest request) {
		ServiceDetail service = find(slug);
		String next = "/survei/" + service.slug();
		if (nilai != null && nilai.matches("[1-5]") && isAsked(service)) {
			this.desk.tap(service.id(), agency(service), nilai.charAt(0) - '0', this.door.enter(request));
			next += "/terima-kasih";
		}
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.header(HttpHeaders.LOCATION, Language.of(request).addTo(next))
			.build();
	}

	@GetMapping(PATH + "/terima-kasih")
	String thanks(@PathVariable String slug, Model model) {
		ServiceDetail service = find(slug);
		return thanks(service, this.sheets.words(service.id(), agency(service)), "", null, model);
	}

	private String thanks(ServiceDetail service, Sheet sheet, String typed, @Nullable String error, Model model) {
		model.addAttribute("service", service);
		model.addAttribute("asked", isAsked(service));
		model.addAttribute("more", isAsked(service) && this.sheets.hasMore());
		model.addAttribute("sealed", this.sheets.seal(sheet));
		model.addAttribute("typed", typed);
		model.addAttribute("error", error);
		model.addAttribute("errors",
				(error != null) ? List.of(new SheetView.Problem(SheetPages.WORDS, error, false)) : List.of());
		model.addAttribute("indexed", false);
		return "survey/thanks";
	}

	/** Words beside the one tap; nobody has to write any. */
	@PostMapping(PATH + "/terima-kasih")
	String write(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response, Model model,
			Locale locale) {
		ServiceDetail service = find(slug);
		Sheet sheet = this.sheets.open(request.getParameter(SheetPages.SHEET))
			.filter((sent) -> sent.parts().isEmpty() && service.id().equals(sent.service()))
			.orElseGet(() -> this.sheets.words(service.id(), agency(service)));
		String typed = SheetPages.text(request.getParameter(SheetPages.WORDS));
		if (typed.length() > SheetPages.LONGEST_WORDS) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return thanks(service, sheet, typed,
					this.words.say("survey.error.long", locale, SheetPages.LONGEST_WORDS, typed.length()), model);
		}
		if (isAsked(service)) {
			this.desk.take(new Filled(sheet, Map.of(), null, typed), this.door.enter(request));
		}
		return THANKS;
	}

	@GetMapping("/survei/terima-kasih")
	@CachedPage
	String finished(Model model) {
		model.addAttribute("indexed", false);
		return "survey/finished";
	}

	@GetMapping(PATH + "/lanjut")
	String more(@PathVariable String slug, HttpServletRequest request, Model model, Locale locale,
			RedirectAttributes redirect) {
		ServiceDetail service = find(slug);
		Optional<Sheet> shown = shown(service, request);
		Sheet sheet = shown.orElseGet(() -> draw(service));
		if (!isAsked(service) || sheet.parts().isEmpty()) {
			throw new NotFound();
		}
		if (this.desk.hasAnswered(sheet, this.door.respondent(request))) {
			return THANKS;
		}
		if (shown.isEmpty()) {
			this.pages.keep(sheet, redirect);
			return "redirect:/survei/{slug}/lanjut";
		}
		this.pages.put(this.pages.show(sheet, setting(service, locale), locale), request, model);
		return "survey/sheet";
	}

	@PostMapping(PATH + "/lanjut")
	String take(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response, Model model,
			Locale locale) {
		ServiceDetail service = find(slug);
		SheetPages.Read read = this.pages.read(request, shown(service, request).orElseGet(() -> draw(service)), locale);
		if (read.filled() != null) {
			Respondent respondent = this.door.enter(request);
			this.desk.take(read.filled(), respondent);
			return THANKS;
		}
		this.pages.again(read, setting(service, locale), request, response, model, locale);
		return "survey/sheet";
	}

	private Optional<Sheet> shown(ServiceDetail service, HttpServletRequest request) {
		return this.sheets.drawn(request.getParameter(SheetPages.DRAW), Occasion.SERVICE, service.id(), agency(service),
				null);
	}

	private Sheet draw(ServiceDetail service) {
		return this.sheets.more(Occasion.SERVICE, service.id(), agency(service), null);
	}

	private SheetPages.Setting setting(ServiceDetail service, Locale locale) {
		return new SheetPages.Setting(this.words.say("survey.more.title", locale), service.name(),
				this.words.say("survey.more.lead", locale), "/survei/" + service.slug() + "/lanjut", true, false, false,
				false, List.of());
	}

	private static @Nullable String agency(ServiceDetail service) {
		return (service.agency() != null) ? service.agency().code() : null;
	}

	private ServiceDetail find(String slug) {
		return this.catalog.service(slug)
			.orElseThrow(() -> new NotFound(this.catalog.similar(slug)
				.stream()
				.map((service) -> new Suggestion(service.name(), "/survei/" + service.slug()))
				.toList()));
	}

}
