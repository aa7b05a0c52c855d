package id.tangerangkota.layanan.privacy.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import id.tangerangkota.layanan.privacy.breach.BreachDetail;
import id.tangerangkota.layanan.privacy.breach.BreachId;
import id.tangerangkota.layanan.privacy.breach.BreachPage;
import id.tangerangkota.layanan.privacy.breach.BreachRegister;
import id.tangerangkota.layanan.privacy.breach.BreachSummary;
import id.tangerangkota.layanan.privacy.breach.IllegalBreachChange;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.Paging;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register of breaches: what is known of each, and its record. */
@Controller
class BreachController {

	private static final String PATH = "/admin/pelanggaran-data";

	private static final int SIZE = 20;

	private final BreachRegister breaches;

	private final StateTags tags;

	private final MessageSource messages;

	private final PageClock pageClock;

	private final Clock clock;

	BreachController(BreachRegister breaches, StateTags tags, MessageSource messages, PageClock pageClock,
			Clock clock) {
		this.breaches = breaches;
		this.tags = tags;
		this.messages = messages;
		this.pageClock = pageClock;
		this.clock = clock;
	}

	@GetMapping(PATH)
	String list(@RequestParam(required = false) @Nullable String halaman, Model model, Locale locale) {
		int number = Paging.number(halaman);
		BreachPage page = this.breaches.list(number, SIZE);
		model.addAttribute("total", page.total());
		model.addAttribute("items", page.items().stream().map((breach) -> item(breach, locale)).toList());
		model.addAttribute("paging",
				Paging.of(number, SIZE, page.total(), (other) -> PATH + ((other > 1) ? "?halaman=" + other : "")));
		return "privacy/breaches";
	}

	private RequestViews.Item item(BreachSummary breach, Locale locale) {
		Language language = Language.of(locale);
		return new RequestViews.Item(PATH + "/" + breach.id(), breach.title(),
				this.messages.getMessage("privacy.breach.meta",
						new Object[] { this.pageClock.format(breach.noticedAt(), language),
								this.pageClock.format(breach.dueAt(), language) },
						locale),
				this.tags.of(breach, locale));
	}

	@GetMapping("/admin/pelanggaran-data/baru")
	String form(Model model) {
		model.addAttribute("form", BreachForm.EMPTY);
		return "privacy/breach-form";
	}

	@PostMapping("/admin/pelanggaran-data/baru")
	String record(@ModelAttribute("form") BreachForm form, BindingResult errors, HttpServletResponse response,
			RedirectAttributes redirect) {
		Instant noticedAt = form.checkRecorded(this.clock.instant(), errors);
		if (errors.hasErrors() || noticedAt == null) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return "privacy/breach-form";
		}
		BreachId id = this.breaches.record(noticedAt, form.people(), form.facts());
		return to(id, Done.RECORDED, redirect);
	}

	@GetMapping("/admin/pelanggaran-data/{id}")
	String breach(@PathVariable UUID id, @RequestParam(name = Done.PARAMETER, required = false) @Nullable String done,
			Model model, Locale locale) {
		Done.show(done, model);
		BreachDetail breach = find(id);
		Language language = Language.of(locale);
		model.addAttribute("breach", breach);
		model.addAttribute("tag", this.tags.of(breach.summary(), locale));
		model.addAttribute("noticed", this.pageClock.format(breach.summary().noticedAt(), language));
		model.addAttribute("due", this.pageClock.format(breach.summary().dueAt(), language));
		model.addAttribute("recorded", this.pageClock.format(breach.recordedAt(), language));
		model.addAttribute("notices",
				breach.notices()
					.stream()
					.map((notice) -> new SentNotice(notice, this.pageClock.format(notice.sentAt(), language)))
					.toList());
		Instant closedAt = breach.closedAt();
		if (closedAt != null) {
			model.addAttribute("closed", this.pageClock.format(closedAt, language));
		}
		return "privacy/breach";
	}

	/** As the page shows it. */
	record SentNotice(BreachDetail.Notice notice, String at) {
	}

	@GetMapping("/admin/pelanggaran-data/{id}/ubah")
	String amendment(@PathVariable UUID id, Model model) {
		BreachDetail breach = find(id);
		model.addAttribute("breach", breach);
		model.addAttribute("form", BreachForm.of(breach));
		return "privacy/breach-form";
	}

	@PostMapping("/admin/pelanggaran-data/{id}/ubah")
	String amend(@PathVariable UUID id, @ModelAttribute("form") BreachForm form, BindingResult errors,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		form.check(errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("breach", find(id));
			return "privacy/breach-form";
		}
		BreachId breach = new BreachId(id);
		try {
			this.breaches.amend(breach, form.people(), form.facts());
		}
		catch (IllegalBreachChange ex) {
			return to(breach, Done.CANNOT, redirect);
		}
		return to(breach, Done.AMENDED, redirect);
	}

	private BreachDetail find(UUID id) {
		return this.breaches.find(new BreachId(id)).orElseThrow(NotFound::new);
	}

	/** Leads to a breach, which says what was done. */
	static String to(BreachId id, Done done, RedirectAttributes redirect) {
		redirect.addAttribute("id", id.toString());
		redirect.addAttribute(Done.PARAMETER, done.code());
		return "redirect:/admin/pelanggaran-data/{id}";
	}

}
