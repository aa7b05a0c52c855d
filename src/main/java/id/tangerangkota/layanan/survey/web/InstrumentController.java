package id.tangerangkota.layanan.survey.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.answer.Burst;
import id.tangerangkota.layanan.survey.answer.BurstDesk;
import id.tangerangkota.layanan.survey.instrument.InstrumentDesk;
import id.tangerangkota.layanan.survey.instrument.InstrumentDesk.Words;
import id.tangerangkota.layanan.survey.instrument.InstrumentVersion;
import id.tangerangkota.layanan.survey.instrument.InstrumentVersion.State;
import id.tangerangkota.layanan.survey.instrument.Instruments;
import id.tangerangkota.layanan.survey.instrument.Item;
import id.tangerangkota.layanan.survey.result.Populations;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.TypedText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Administrators keep the questions and the numbers of users. */
@Controller
class InstrumentController {

	static final String PATH = "/admin/survei";

	private static final String ONE = "redirect:/admin/survei/{code}";

	private static final int LONGEST = 300;

	private static final long MOST_PEOPLE = 300_000_000;

	private final Instruments instruments;

	private final InstrumentDesk desk;

	private final BurstDesk bursts;

	private final Populations populations;

	private final ServiceCatalog catalog;

	private final SurveyWords words;

	InstrumentController(Instruments instruments, InstrumentDesk desk, BurstDesk bursts, Populations populations,
			ServiceCatalog catalog, SurveyWords words) {
		this.instruments = instruments;
		this.desk = desk;
		this.bursts = bursts;
		this.populations = populations;
		this.catalog = catalog;
		this.words = words;
	}

	/** A questionnaire in the list. */
	record Row(String code, String name, String state, boolean draft) {
	}

	/** A version. */
	record VersionRow(String title, String state, boolean edited, List<Item> items) {
	}

	/** An item on the form. */
	record Field(String code, String text, String textEn, @Nullable String error, @Nullable String errorEn) {
	}

	/** The users of a service. */
	record People(String slug, String people) {
	}

	@GetMapping(PATH)
	String list(Model model, Locale locale) {
		List<Row> rows = new ArrayList<>();
		for (Instrument instrument : Instrument.values()) {
			List<InstrumentVersion> versions = this.instruments.versions(instrument);
			InstrumentVersion open = versions.stream()
				.filter((version) -> version.state() == State.OPEN)
				.findFirst()
				.orElse(null);
			rows.add(new Row(code(instrument), this.words.instrument(instrument, locale),
					(open != null) ? this.words.say("survey.admin.open", locale, open.number(), open.items().size())
							: this.words.say("survey.admin.closed", locale),
					versions.getFirst().state() == State.DRAFT));
		}
		model.addAttribute("rows", rows);
		model.addAttribute("bursts",
				this.bursts.list(100).stream().map(Burst::genuine).filter((genuine) -> genuine == null).count());
		return "survey/instruments";
	}

	private static String code(Instrument instrument) {
		return instrument.name().toLowerCase(Locale.ROOT);
	}

	private static Instrument find(String code) {
		return Arrays.stream(Instrument.values())
			.filter((instrument) -> code(instrument).equals(code))
			.findFirst()
			.orElseThrow(NotFound::new);
	}

	@GetMapping(PATH + "/{code}")
	String show(@PathVariable String code, Model model, Locale locale) {
		Instrument instrument = find(code);
		List<InstrumentVersion> versions = this.instruments.versions(instrument);
		model.addAttribute("code", code);
		model.addAttribute("name", this.words.instrument(instrument, locale));
		model.addAttribute("draft", versions.getFirst().state() == State.DRAFT);
		model.addAttribute("open", versions.stream().anyMatch((version) -> version.state() == State.OPEN));
		model.addAttribute("versions", versions.stream()
			.map((version) -> new VersionRow(this.words.say("survey.admin.version", locale, version.number()),
					this.words.say("survey.admin.state." + version.state(), locale), version.edited(), version.items()))
			.toList());
		return "survey/instrument";
	}

	@GetMapping(PATH + "/{code}/ubah")
	String editing(@PathVariable String code, Model model, Locale locale) {
		Instrument instrument = find(code);
		List<Field> fields = this.instruments.versions(instrument)
			.getFirst()
			.items()
			.stream()
			.map((item) -> new Field(item.code(), item.text(), item.textEn(), null, null))
			.toList();
		return form(code, instrument, fields, model, locale);
	}

	@PostMapping(PATH + "/{code}/ubah")
	String edit(@PathVariable String code, HttpServletRequest request, HttpServletResponse response, Model model,
			Locale locale, RedirectAttributes redirect) {
		Instrument instrument = find(code);
		Map<String, Words> changed = new HashMap<>();
		List<Field> fields = new ArrayList<>();
		boolean wrong = false;
		for (Item item : this.instruments.versions(instrument).getFirst().items()) {
			String text = TypedText.maskedLine(request.getParameter("id-" + item.code()));
			String english = TypedText.maskedLine(request.getParameter("en-" + item.code()));
			Field field = new Field(item.code(), text, english, error(text, locale), error(english, locale));
			wrong |= field.error() != null || field.errorEn() != null;
			fields.add(field);
			changed.put(item.code(), new Words(text, english));
		}
		if (wrong) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return form(code, instrument, fields, model, locale);
		}
		this.desk.reword(instrument, changed);
		Flash.put(request, Flash.Kind.SUCCESS, "survey.done.reworded");
		redirect.addAttribute("code", code);
		return ONE;
	}

	private @Nullable String error(String text, Locale locale) {
		if (text.isEmpty()) {
			return this.words.say("survey.error.missing", locale);
		}
		return (text.length() > LONGEST) ? this.words.say("survey.error.long", locale, LONGEST, text.length()) : null;
	}

	private String form(String code, Instrument instrument, List<Field> fields, Model model, Locale locale) {
		List<SheetView.Problem> errors = new ArrayList<>();
		for (Field field : fields) {
			if (field.error() != null) {
				errors.add(new SheetView.Problem("id-" + field.code(), field.error(), false));
			}
			if (field.errorEn() != null) {
				errors.add(new SheetView.Problem("en-" + field.code(), field.errorEn(), false));
			}
		}
		model.addAttribute("code", code);
		model.addAttribute("name", this.words.instrument(instrument, locale));
		model.addAttribute("fields", fields);
		model.addAttribute("errors", errors);
		return "survey/instrument-form";
	}

	@PostMapping(PATH + "/{code}/buka")
	String open(@PathVariable String code, HttpServletRequest request, RedirectAttributes redirect) {
		this.desk.open(find(code));
		Flash.put(request, Flash.Kind.SUCCESS, "survey.done.opened");
		redirect.addAttribute("code", code);
		return ONE;
	}

	@PostMapping(PATH + "/{code}/tutup")
	String close(@PathVariable String code, HttpServletRequest request, RedirectAttributes redirect) {
		this.desk.close(find(code));
		Flash.put(request, Flash.Kind.SUCCESS, "survey.done.closed");
		redirect.addAttribute("code", code);
		return ONE;
	}

	@GetMapping(PATH + "/pengguna")
	String people(Model model, Locale locale) {
		return people("", "", null, null, model, locale);
	}

	@PostMapping(PATH + "/pengguna")
	String setPeople(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
		String slug = TypedText.maskedLine(request.getParameter("layanan"));
		String typed = TypedText.maskedLine(request.getParameter("jumlah"));
		boolean known = this.catalog.service(slug).isPresent();
		Long count = count(typed, locale);
		if (!known || count == null) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return people(slug, typed, known ? null : this.words.say("survey.error.service", locale),
					(count != null) ? null : this.words.say("survey.error.people", locale), model, locale);
		}
		this.populations.set(slug, count);
		Flash.put(request, Flash.Kind.SUCCESS, "survey.done.people");
		return "redirect:/admin/survei/pengguna";
	}

	/** Digits, or groups of three as the language of the page writes them; else null. */
	private static @Nullable Long count(String typed, Locale locale) {
		String group = (Language.of(locale) == Language.ENGLISH) ? "," : ".";
		boolean grouped = typed.matches("[1-9]\\d{0,2}(\\Q" + group + "\\E\\d{3})+");
		String digits = grouped ? typed.replace(group, "") : typed;
		return (digits.matches("[1-9]\\d{0,8}") && Long.parseLong(digits) <= MOST_PEOPLE) ? Long.valueOf(digits) : null;
	}

	private String people(String slug, String typed, @Nullable String slugError, @Nullable String peopleError,
			Model model, Locale locale) {
		List<People> rows = new ArrayList<>();
		this.populations.services()
			.forEach((service, people) -> rows.add(new People(service, this.words.number(people, 0, locale))));
		List<SheetView.Problem> errors = new ArrayList<>();
		if (slugError != null) {
			errors.add(new SheetView.Problem("layanan", slugError, false));
		}
		if (peopleError != null) {
			errors.add(new SheetView.Problem("jumlah", peopleError, false));
		}
		model.addAttribute("rows", rows);
		model.addAttribute("slug", slug);
		model.addAttribute("people", typed);
		model.addAttribute("slugError", slugError);
		model.addAttribute("peopleError", peopleError);
		model.addAttribute("errors", errors);
		return "survey/people";
	}

}
