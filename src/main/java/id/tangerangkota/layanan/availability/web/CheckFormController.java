package id.tangerangkota.layanan.availability.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.availability.CheckKind;
import id.tangerangkota.layanan.availability.check.CheckDesk;
import id.tangerangkota.layanan.availability.check.CheckDetail;
import id.tangerangkota.layanan.availability.check.CheckMode;
import id.tangerangkota.layanan.availability.check.CheckRefused;
import id.tangerangkota.layanan.availability.check.CheckSpec;
import id.tangerangkota.layanan.availability.check.InvalidCheck;
import id.tangerangkota.layanan.availability.probe.DnsTarget;
import id.tangerangkota.layanan.availability.probe.HttpTarget;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.TypedText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

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

/** Adds checks and changes them. */
@Controller
class CheckFormController {

	static final String PATH = ChecksController.PATH + "/baru";

	private static final String BACK = "redirect:/admin/ketersediaan/{id}";

	private final CheckDesk checks;

	private final ServiceCatalog catalog;

	private final CheckViews views;

	private final Words words;

	CheckFormController(CheckDesk checks, ServiceCatalog catalog, CheckViews views, Words words) {
		this.checks = checks;
		this.catalog = catalog;
		this.views = views;
		this.words = words;
	}

	/**
	 * First for which service, then of which kind, then the rest; each step stands in the
	 * address.
	 */
	@GetMapping(PATH)
	String adding(CheckForm chosen, @RequestParam(required = false) @Nullable String q, Model model, Locale locale) {
		if (TypedText.line(chosen.layanan()).isEmpty()) {
			return pick(q, model);
		}
		ServiceDetail service = service(chosen);
		CheckKind kind = chosen.kind();
		Platform platform = chosen.platform();
		if (kind == null || platform == null || !platforms(service).contains(platform)) {
			model.addAttribute("slug", service.slug());
			model.addAttribute("service", service.name());
			model.addAttribute("platforms", choices(platforms(service), "catalog.platform.", locale));
			model.addAttribute("kinds", kinds(locale));
			return "availability/check-kind";
		}
		model.addAttribute("form", CheckForm.usual(service.slug(), platform, kind));
		return showNew(service, platform, kind, model, locale);
	}

	private String pick(@Nullable String q, Model model) {
		String words = TypedText.line(q);
		List<ServiceSummary> found = words.isEmpty() ? List.of() : this.catalog.named(words, ServicePick.MOST);
		model.addAttribute("pick", new ServicePick(PATH, words,
				found.stream().map((service) -> ServicePick.item(service, PATH)).toList()));
		return "availability/check-service";
	}

	@PostMapping(PATH)
	String add(@ModelAttribute("form") CheckForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model, Locale locale, RedirectAttributes redirect) {
		ServiceDetail service = service(form);
		CheckKind kind = form.kind();
		Platform platform = form.platform();
		if (kind == null || platform == null) {
			throw new NotFound();
		}
		CheckSpec spec = form.spec(kind, errors);
		if (spec != null) {
			try {
				redirect.addAttribute("id", this.checks.add(service.id(), platform, spec));
				Flash.put(request, Flash.Kind.SUCCESS, "monitoring.done.added");
				return BACK;
			}
			catch (InvalidCheck ex) {
				reject(ex, kind, errors);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return showNew(service, platform, kind, model, locale);
	}

	/** The form has looked at all else. */
	private void reject(InvalidCheck invalid, CheckKind kind, BindingResult errors) {
		if (invalid.reason() == InvalidCheck.Reason.PORT) {
			String ports = this.checks.ports().stream().map(String::valueOf).collect(Collectors.joining(", "));
			errors.rejectValue(isPorted(kind) ? "port" : "alamat", "monitoring.error.port", new Object[] { ports },
					null);
		}
		else {
			errors.reject("monitoring.error.no-listing");
		}
	}

	private static boolean isPorted(CheckKind kind) {
		return kind == CheckKind.TLS || kind == CheckKind.TCP;
	}

	private ServiceDetail service(CheckForm form) {
		return this.catalog.service(TypedText.line(form.layanan())).orElseThrow(NotFound::new);
	}

	private static List<Platform> platforms(ServiceDetail service) {
		return service.listings().stream().map((listing) -> listing.platform()).distinct().toList();
	}

	private String showNew(ServiceDetail service, Platform platform, CheckKind kind, Model model, Locale locale) {
		model.addAttribute("service", service.name());
		model.addAttribute("platform", this.words.say("catalog.platform." + platform, locale));
		return showForm(kind, model, locale);
	}

	private String showForm(CheckKind kind, Model model, Locale locale) {
		model.addAttribute("kind", kind.name());
		model.addAttribute("ported", isPorted(kind));
		model.addAttribute("methods", plain(HttpTarget.Method.values()));
		model.addAttribute("records", plain(DnsTarget.Type.values()));
		model.addAttribute("modes",
				Arrays.stream(CheckMode.values())
					.map((mode) -> new Choice(mode.name(), this.words.say("monitoring.mode." + mode, locale),
							this.words.say("monitoring.mode.hint." + mode, locale)))
					.toList());
		model.addAttribute("follow",
				List.of(new Choice(CheckForm.YES, this.words.say("monitoring.field.follow", locale))));
		return "availability/check-form";
	}

	@GetMapping(CheckController.PATH + "/ubah")
	String editing(@PathVariable int id, Model model, Locale locale) {
		CheckDetail check = require(id);
		model.addAttribute("form", CheckForm.of(check));
		return showEdit(check, model, locale);
	}

	@PostMapping(CheckController.PATH + "/ubah")
	String edit(@PathVariable int id, @ModelAttribute("form") CheckForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
		CheckDetail check = require(id);
		CheckSpec spec = form.spec(check.spec().kind(), errors);
		HttpStatus refused = HttpStatus.UNPROCESSABLE_CONTENT;
		if (spec != null) {
			try {
				this.checks.edit(id, form.version(), spec);
				Flash.put(request, Flash.Kind.SUCCESS, "monitoring.done.edited");
				return BACK;
			}
			catch (InvalidCheck ex) {
				reject(ex, spec.kind(), errors);
			}
			catch (CheckRefused ex) {
				refused = HttpStatus.CONFLICT;
				errors.reject("monitoring.refused." + ex.reason());
				check = require(id);
				model.addAttribute("stored", this.views.facts(check, null, locale));
			}
		}
		response.setStatus(refused.value());
		// With the present version: whoever has read what is stored may write over it.
		model.addAttribute("version", check.version());
		return showEdit(check, model, locale);
	}

	private String showEdit(CheckDetail check, Model model, Locale locale) {
		model.addAttribute("id", check.id());
		model.addAttribute("address", check.spec().address());
		model.addAttribute("service",
				this.catalog.summaries(List.of(check.service()))
					.stream()
					.map(ServiceSummary::name)
					.findFirst()
					.orElseGet(() -> this.words.say("monitoring.check.no-service", locale)));
		model.addAttribute("platform", this.words.say("catalog.platform." + check.platform(), locale));
		return showForm(check.spec().kind(), model, locale);
	}

	private CheckDetail require(int id) {
		return this.checks.find(id).orElseThrow(NotFound::new);
	}

	private List<Choice> kinds(Locale locale) {
		return Arrays.stream(CheckKind.values())
			.map((kind) -> new Choice(kind.name(), this.words.say("monitoring.kind." + kind, locale),
					this.words.say("monitoring.kind.hint." + kind, locale)))
			.toList();
	}

	private List<Choice> choices(List<? extends Enum<?>> values, String prefix, Locale locale) {
		return values.stream()
			.map((value) -> new Choice(value.name(), this.words.say(prefix + value.name(), locale)))
			.toList();
	}

	private static List<Choice> plain(Enum<?>[] values) {
		return Arrays.stream(values).map((value) -> new Choice(value.name(), value.name())).toList();
	}

}
