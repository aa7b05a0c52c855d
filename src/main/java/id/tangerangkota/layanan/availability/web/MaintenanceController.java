package id.tangerangkota.layanan.availability.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.availability.incident.LiveWindows;
import id.tangerangkota.layanan.availability.incident.Maintenance;
import id.tangerangkota.layanan.availability.incident.MaintenanceDesk;
import id.tangerangkota.layanan.availability.incident.MaintenancePage;
import id.tangerangkota.layanan.availability.incident.MaintenanceRefused;
import id.tangerangkota.layanan.availability.incident.MaintenanceScope;
import id.tangerangkota.layanan.availability.incident.MaintenanceWindows;
import id.tangerangkota.layanan.availability.incident.Recurrence;
import id.tangerangkota.layanan.availability.incident.Rewording;
import id.tangerangkota.layanan.availability.incident.Rewordings;
import id.tangerangkota.layanan.availability.incident.WindowId;
import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.Paging;
import id.tangerangkota.layanan.web.SixteenDigits;
import id.tangerangkota.layanan.web.TypedText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Announced work: what goes on, what comes, what was. */
@Controller
class MaintenanceController {

	static final String PATH = ChecksController.PATH + "/perawatan";

	private static final String LIST = "redirect:/admin/ketersediaan/perawatan";

	private static final int SIZE = 20;

	private final MaintenanceDesk desk;

	private final MaintenanceWindows windows;

	private final LiveWindows live;

	private final ServiceCatalog catalog;

	private final WorkTitles titles;

	private final Rewordings rewordings;

	private final StaffIncidents incidents;

	private final Words words;

	MaintenanceController(MaintenanceDesk desk, MaintenanceWindows windows, LiveWindows live, ServiceCatalog catalog,
			WorkTitles titles, Rewordings rewordings, StaffIncidents incidents, Words words) {
		this.desk = desk;
		this.windows = windows;
		this.live = live;
		this.catalog = catalog;
		this.titles = titles;
		this.rewordings = rewordings;
		this.incidents = incidents;
		this.words = words;
	}

	/**
	 * Announced work, in words.
	 *
	 * @param affected how many are, null where nobody said so
	 * @param before how it was worded before
	 */
	record Row(String id, String title, String span, String recurrence, @Nullable String affected, String text,
			List<StaffIncidents.Before> before) {
	}

	@GetMapping(PATH)
	String list(@RequestParam(required = false) @Nullable String halaman, Model model, Locale locale) {
		int number = Paging.number(halaman);
		List<Maintenance> current = this.windows.current();
		List<WindowId> going = current.stream().map(Maintenance::window).toList();
		List<Maintenance> coming = this.live.all()
			.stream()
			.filter((window) -> !going.contains(window.window()))
			.toList();
		MaintenancePage past = this.windows.past(number, SIZE);
		List<Maintenance> all = new ArrayList<>(current);
		all.addAll(coming);
		all.addAll(past.items());
		WorkTitles.Names names = this.titles.names(all);
		Map<Maintenance, Integer> affected = this.windows.affected(all);
		model.addAttribute("current", rows(current, names, affected, locale));
		model.addAttribute("coming", rows(coming, names, affected, locale));
		model.addAttribute("past", rows(past.items(), names, affected, locale));
		model.addAttribute("page",
				Paging.of(number, SIZE, past.total(), (other) -> PATH + ((other > 1) ? "?halaman=" + other : "")));
		return "availability/maintenance";
	}

	private List<Row> rows(List<Maintenance> windows, WorkTitles.Names names, Map<Maintenance, Integer> affected,
			Locale locale) {
		Map<WindowId, List<Rewording>> reworded = this.rewordings
			.of(windows.stream().map(Maintenance::window).toList());
		return windows.stream().map((window) -> {
			String title = this.titles.title(window.scope(), names, locale);
			Integer times = affected.get(window);
			return new Row(window.window().toString(),
					(title != null) ? title : this.words.say("monitoring.check.no-service", locale),
					this.words.span(window.start(), window.end(), locale),
					this.words.say("monitoring.recurrence." + window.recurrence(), locale),
					(times != null) ? this.words.affected(times, locale) : null, window.text(),
					this.incidents.before(reworded.getOrDefault(window.window(), List.of()), locale));
		}).toList();
	}

	/** First for what, then when; the first step stands in the address. */
	@GetMapping(PATH + "/baru")
	String announcing(MaintenanceForm chosen, @RequestParam(required = false) @Nullable String q, Model model,
			Locale locale) {
		String service = TypedText.line(chosen.layanan());
		String agency = TypedText.line(chosen.opd());
		if (service.isEmpty() && agency.isEmpty()) {
			String words = TypedText.line(q);
			String path = PATH + "/baru";
			List<ServiceSummary> found = words.isEmpty() ? List.of() : this.catalog.named(words, ServicePick.MOST);
			model.addAttribute("pick",
					new ServicePick(path, words, found.stream().map((one) -> ServicePick.item(one, path)).toList()));
			model.addAttribute("agencies",
					this.catalog.agencies()
						.stream()
						.map((one) -> new Choice(one.code(), one.name(Language.of(locale))))
						.toList());
			return "availability/maintenance-scope";
		}
		model.addAttribute("form",
				service.isEmpty() ? MaintenanceForm.of(null, agency) : MaintenanceForm.of(service, null));
		return showForm(service.isEmpty() ? null : service, agency, model, locale);
	}

	@PostMapping(PATH + "/baru")
	String announce(@ModelAttribute("form") MaintenanceForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model, Locale locale) {
		String service = TypedText.line(form.layanan());
		String agency = TypedText.line(form.opd());
		MaintenanceScope scope = service.isEmpty() ? MaintenanceScope.of(new AgencyId(agency(agency).code()))
				: MaintenanceScope.of(service(service).id());
		MaintenanceForm.Times times = form.times(errors);
		if (times != null) {
			try {
				this.desk.announce(scope, times.start(), times.length(), times.recurrence(), times.lastDay(),
						form.text());
				Flash.put(request, Flash.Kind.SUCCESS,
						SixteenDigits.isIn(form.text()) ? "monitoring.done.masked" : "monitoring.done.announced");
				return LIST;
			}
			catch (MaintenanceRefused ex) {
				reject(ex, errors, locale);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return showForm(service.isEmpty() ? null : service, agency, model, locale);
	}

	private void reject(MaintenanceRefused refused, Errors errors, Locale locale) {
		MaintenanceRefused.Budget budget = refused.budget();
		switch (refused.reason()) {
			case TOO_SOON -> errors.rejectValue("tanggal", "monitoring.error.too-soon",
					new Object[] { this.words.ahead(this.desk.lead(), locale) }, null);
			case IMPOSSIBLE_LENGTH -> errors.rejectValue("lama", "monitoring.error.length");
			case ENDS_BEFORE_START -> errors.rejectValue("sampai", "monitoring.error.last-day");
			case TOO_MUCH -> errors.rejectValue("lama", "monitoring.error.too-much",
					(budget != null) ? new Object[] { this.words.month(budget.month(), locale),
							this.words.duration(budget.most(), locale), this.words.duration(budget.asked(), locale) }
							: new Object[0],
					null);
		}
	}

	private String showForm(@Nullable String service, String agency, Model model, Locale locale) {
		model.addAttribute("scope", (service != null) ? service(service).name()
				: this.words.say("availability.maintenance.agency", locale, agency(agency).shortName()));
		model.addAttribute("lead", this.words.ahead(this.desk.lead(), locale));
		model.addAttribute("recurrences",
				Arrays.stream(Recurrence.values())
					.map((one) -> new Choice(one.name(), this.words.say("monitoring.recurrence." + one, locale)))
					.toList());
		return "availability/maintenance-form";
	}

	private ServiceDetail service(String slug) {
		return this.catalog.service(slug).orElseThrow(NotFound::new);
	}

	private Agency agency(String code) {
		return this.catalog.agency(code).orElseThrow(NotFound::new);
	}

	@GetMapping(PATH + "/{id}/ubah")
	String wording(@PathVariable UUID id, Model model, Locale locale) {
		int version = this.rewordings.version(new WindowId(id));
		Maintenance window = require(id);
		model.addAttribute("form", new WordingForm(window.text(), null));
		return showWording(window, version, model, locale);
	}

	@PostMapping(PATH + "/{id}/ubah")
	String reword(@PathVariable UUID id, @ModelAttribute("form") WordingForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
		String text = TypedText.text(form.isi());
		Written.check("isi", text, true, Written.LONGEST_TEXT, errors);
		if (!errors.hasErrors() && isReworded(id, form.version(), text, errors)) {
			Flash.put(request, Flash.Kind.SUCCESS,
					SixteenDigits.isIn(text) ? "monitoring.done.masked" : "monitoring.done.reworded");
			return LIST;
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		int version = this.rewordings.version(new WindowId(id));
		Maintenance window = require(id);
		if (form.versi() != null && form.version() != version) {
			model.addAttribute("stored", window.text());
		}
		return showWording(window, version, model, locale);
	}

	private boolean isReworded(UUID id, int version, String text, Errors errors) {
		try {
			this.desk.reword(new WindowId(id), version, text);
			return true;
		}
		catch (ConcurrencyFailureException ex) {
			errors.reject("monitoring.error.maintenance.changed");
			return false;
		}
	}

	/**
	 * Shows the form for new words.
	 * @param version read before the window, so that it is never that of a later text
	 */
	private String showWording(Maintenance window, int version, Model model, Locale locale) {
		model.addAttribute("window", row(window, locale));
		model.addAttribute("version", version);
		return "availability/maintenance-wording";
	}

	@GetMapping(PATH + "/{id}/akhiri")
	String ending(@PathVariable UUID id, Model model, Locale locale) {
		Maintenance window = require(id);
		model.addAttribute("window", row(window, locale));
		model.addAttribute("going", isGoing(window));
		return "availability/maintenance-end";
	}

	@PostMapping(PATH + "/{id}/akhiri")
	String end(@PathVariable UUID id, HttpServletRequest request) {
		try {
			this.desk.end(new WindowId(id));
			Flash.put(request, Flash.Kind.SUCCESS, "monitoring.done.ended");
		}
		catch (NotFound ex) {
			Flash.put(request, Flash.Kind.WARNING, "monitoring.error.window-over");
		}
		return LIST;
	}

	private boolean isGoing(Maintenance window) {
		return this.windows.current().stream().anyMatch((one) -> one.window().equals(window.window()));
	}

	private Row row(Maintenance window, Locale locale) {
		return rows(List.of(window), this.titles.names(List.of(window)), Map.of(), locale).getFirst();
	}

	private Maintenance require(UUID id) {
		return this.live.find(new WindowId(id)).orElseThrow(NotFound::new);
	}

}
