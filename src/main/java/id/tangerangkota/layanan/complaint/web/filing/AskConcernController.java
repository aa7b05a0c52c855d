package id.tangerangkota.layanan.complaint.web.filing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.catalog.ServiceFilter;
import id.tangerangkota.layanan.catalog.ServiceSearch;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.complaint.filing.Draft.About;
import id.tangerangkota.layanan.complaint.filing.Draft.Concern;
import id.tangerangkota.layanan.web.Choice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What it is about: a service, a place or neither; and which service. */
@Controller
class AskConcernController {

	private static final String CONCERN = FilingSession.PATH + "/tentang";

	private static final String COUNTER_CONCERN = FilingSession.COUNTER + "/tentang";

	private static final String SERVICE = FilingSession.PATH + "/layanan";

	private static final String COUNTER_SERVICE = FilingSession.COUNTER + "/layanan";

	private static final int MOST_FOUND = 10;

	private static final int LONGEST_WORDS = 200;

	private final Walk walk;

	private final ServiceCatalog catalog;

	private final ServiceSearch search;

	private final MessageSource messages;

	AskConcernController(Walk walk, ServiceCatalog catalog, ServiceSearch search, MessageSource messages) {
		this.walk = walk;
		this.catalog = catalog;
		this.search = search;
		this.messages = messages;
	}

	/** What it is about. */
	record ConcernForm(@Nullable String tentang) {

		Optional<About> about() {
			return Arrays.stream(About.values()).filter((about) -> code(about).equals(this.tentang)).findFirst();
		}

		static String code(About about) {
			return switch (about) {
				case SERVICE -> "layanan";
				case PLACE -> "tempat";
				case OTHER -> "lain";
			};
		}

	}

	/** Which service, by its slug. */
	record ServiceForm(@Nullable String layanan) {
	}

	@GetMapping({ CONCERN, COUNTER_CONCERN })
	Object concern(HttpServletRequest request, Model model, Locale locale) {
		return this.walk.ask(Step.CONCERN, request, model, (draft) -> {
			Concern concern = draft.concern();
			model.addAttribute("form", new ConcernForm((concern != null) ? ConcernForm.code(concern.about()) : null));
			return showConcern(model, locale);
		});
	}

	@PostMapping({ CONCERN, COUNTER_CONCERN })
	Object takeConcern(@ModelAttribute("form") ConcernForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model, Locale locale) {
		Draft draft = this.walk.draftFor(Step.CONCERN, request, model);
		Optional<About> about = form.about();
		if (about.isEmpty()) {
			errors.rejectValue("tentang", "complaint-filing.concern.missing");
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return showConcern(model, locale);
		}
		Concern before = draft.concern();
		if (before != null && before.about() == about.get() && about.get() != About.SERVICE) {
			return this.walk.goOn(request, draft);
		}
		// Whoever says "a service" again wants to choose another one.
		return this.walk.goOn(request, draft.withConcern(new Concern(about.get(), null, false)));
	}

	private String showConcern(Model model, Locale locale) {
		model.addAttribute("options",
				Arrays.stream(About.values())
					.map((about) -> new Choice(ConcernForm.code(about),
							this.messages.getMessage("complaint-filing.concern." + about, null, locale),
							this.messages.getMessage("complaint-filing.concern." + about + ".hint", null, locale)))
					.toList());
		return "complaint/filing/concern";
	}

	@GetMapping({ SERVICE, COUNTER_SERVICE })
	Object service(@RequestParam(required = false) @Nullable String q, HttpServletRequest request, Model model,
			Locale locale) {
		return this.walk.ask(Step.SERVICE, request, model, (draft) -> {
			model.addAttribute("form", new ServiceForm(null));
			return showServices(q, model, locale);
		});
	}

	@PostMapping({ SERVICE, COUNTER_SERVICE })
	Object takeService(@ModelAttribute("form") ServiceForm form, BindingResult errors,
			@RequestParam(required = false) @Nullable String q, HttpServletRequest request,
			HttpServletResponse response, Model model, Locale locale) {
		Draft draft = this.walk.draftFor(Step.SERVICE, request, model);
		Optional<ServiceDetail> service = Optional.ofNullable(form.layanan())
			.filter(StringUtils::hasText)
			.flatMap(this.catalog::service);
		if (service.isEmpty()) {
			errors.rejectValue("layanan", "complaint-filing.service.missing");
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return showServices(q, model, locale);
		}
		return this.walk.goOn(request, draft.withConcern(new Concern(About.SERVICE, service.get().id(), false)));
	}

	private String showServices(@Nullable String typed, Model model, Locale locale) {
		String words = StringUtils.hasText(typed) ? typed.strip() : "";
		String asked = words.substring(0,
				words.offsetByCodePoints(0, Math.min(words.codePointCount(0, words.length()), LONGEST_WORDS)));
		List<Choice> found = asked.isEmpty() ? List.of()
				: this.search.search(asked, ServiceFilter.NONE, 1, MOST_FOUND)
					.page()
					.items()
					.stream()
					.map((service) -> new Choice(service.slug(), name(service, locale), service.agencyName()))
					.toList();
		model.addAttribute("q", asked);
		model.addAttribute("found", found);
		return "complaint/filing/service";
	}

	/** A website and an app may have the same name. */
	private String name(ServiceSummary service, Locale locale) {
		String kind = this.messages.getMessage("catalog.kind." + service.kind(), null, locale);
		return this.messages.getMessage("catalog.related.item", new Object[] { service.name(), kind }, locale);
	}

}
