package id.tangerangkota.layanan.survey.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.Occasion;
import id.tangerangkota.layanan.survey.answer.Filled;
import id.tangerangkota.layanan.survey.answer.Filled.OutageMet;
import id.tangerangkota.layanan.survey.answer.Filled.Question;
import id.tangerangkota.layanan.survey.answer.Sheet;
import id.tangerangkota.layanan.survey.answer.Sheets;
import id.tangerangkota.layanan.survey.instrument.Item;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.Query;
import id.tangerangkota.layanan.web.SitePages;
import id.tangerangkota.layanan.web.TypedText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows sheets, and reads what comes back. */
@Component
class SheetPages {

	/** In the address of a sheet: what was drawn for it. */
	static final String DRAW = "susunan";

	/** Sent instead of the answers: the sheet once more, in the other language. */
	static final String SWITCH = "bahasa";

	/** The sealed sheet. */
	static final String SHEET = "lembar";

	static final String OUTAGE = "gangguan";

	static final String WORDS = "kata";

	static final String SERVICE = "layanan";

	static final String SOLVED = "beres";

	private static final String YES = "ya";

	private static final String NO = "tidak";

	static final int LONGEST_WORDS = 1000;

	/** Starts the name of each question's field. */
	private static final String FIELD = "j-";

	private final Sheets sheets;

	private final SurveyWords words;

	SheetPages(Sheets sheets, SurveyWords words) {
		this.sheets = sheets;
		this.words = words;
	}

	/**
	 * What a page says beside the questions.
	 *
	 * @param about name of the service or agency
	 * @param solved whether it is asked if a problem was solved
	 * @param said whether they said before that it was
	 * @param secret whether nothing may be written here
	 */
	record Setting(String title, @Nullable String about, String lead, String action, boolean outage, boolean solved,
			boolean said, boolean secret, List<Choice> services) {
	}

	/**
	 * What came.
	 *
	 * @param filled null when something is wrong
	 * @param answers what was chosen, by field
	 * @param switched whether it is only shown again, in the other language
	 */
	record Read(Sheet sheet, @Nullable Filled filled, Map<String, String> answers, @Nullable String outage,
			@Nullable String solved, String words, @Nullable String service, boolean changed, boolean switched,
			List<SheetView.Problem> errors) {
	}

	/**
	 * Gives the page of a sheet that was just drawn an address at which it asks the same,
	 * loaded again or in the other language.
	 */
	void keep(Sheet drawn, RedirectAttributes redirect) {
		redirect.addAttribute(DRAW, this.sheets.draw(drawn));
	}

	/** A sheet nobody has answered yet. */
	SheetView show(Sheet sheet, Setting setting, Locale locale) {
		return view(
				new Read(sheet, null, Map.of(), null, setting.said() ? YES : null, "", null, false, false, List.of()),
				setting, locale);
	}

	/** Shows what came and cannot be taken. */
	void again(Read read, Setting setting, HttpServletRequest request, HttpServletResponse response, Model model,
			Locale locale) {
		response.setStatus((read.switched() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT).value());
		put(view(read, setting, locale), request, model);
	}

	void put(SheetView sheet, HttpServletRequest request, Model model) {
		model.addAttribute("sheet", sheet);
		model.addAttribute(SitePages.CARRIED, Query.EMPTY.with(DRAW, request.getParameter(DRAW)));
	}

	SheetView view(Read read, Setting setting, Locale locale) {
		List<SheetView.Question> questions = new ArrayList<>();
		Instrument before = null;
		for (Sheet.Part part : read.sheet().parts()) {
			Instrument instrument = part.version().instrument();
			for (int position : part.positions()) {
				Item item = part.version().item(position);
				String name = name(part, position);
				questions
					.add(new SheetView.Question(name,
							(instrument != before) ? this.words.say("survey.sheet.heading." + instrument, locale)
									: null,
							(Language.of(locale) == Language.ENGLISH) ? item.textEn() : item.text(),
							options(instrument, locale), read.answers().get(name), error(name, read.errors())));
				before = instrument;
			}
		}
		return new SheetView(setting.title(), setting.about(), setting.lead(), setting.action(),
				this.sheets.seal(read.sheet()), questions, setting.services(), read.service(), setting.outage(),
				outages(locale), read.outage(), setting.solved(), solutions(locale), read.solved(), setting.secret(),
				read.words(), read.changed(), read.errors());
	}

	private static @Nullable String error(String name, List<SheetView.Problem> errors) {
		return errors.stream()
			.filter((error) -> error.fieldName().equals(name))
			.map(SheetView.Problem::message)
			.findFirst()
			.orElse(null);
	}

	private static String name(Sheet.Part part, int position) {
		return FIELD + part.version().id() + "-" + position;
	}

	/** The best first where people give grades, as they read them elsewhere. */
	private List<Choice> options(Instrument instrument, Locale locale) {
		List<Choice> options = new ArrayList<>();
		for (int value = instrument.highest(); value >= 1; value--) {
			options.add(new Choice(Integer.toString(value), this.words.value(instrument, value, locale)));
		}
		return options;
	}

	private List<Choice> outages(Locale locale) {
		return Arrays.stream(OutageMet.values())
			.map((met) -> new Choice(met.name(), this.words.say("survey.outage." + met, locale)))
			.toList();
	}

	private List<Choice> solutions(Locale locale) {
		return List.of(new Choice(YES, this.words.say("survey.solved.yes", locale)),
				new Choice(NO, this.words.say("survey.solved.no", locale)));
	}

	/**
	 * Reads what came.
	 * @param fresh another sheet, for whoever sends one that was never handed out
	 */
	Read read(HttpServletRequest request, Sheet fresh, Locale locale) {
		Sheet sent = this.sheets.open(request.getParameter(SHEET))
			.filter((sheet) -> isOfPage(sheet, fresh))
			.orElse(null);
		String outage = request.getParameter(OUTAGE);
		String text = text(request.getParameter(WORDS));
		String service = request.getParameter(SERVICE);
		String solved = request.getParameter(SOLVED);
		Set<String> fields = new TreeSet<>();
		request.getParameterNames().asIterator().forEachRemaining((name) -> {
			if (name.startsWith(FIELD)) {
				fields.add(name);
			}
		});
		boolean wordsAlone = isWordsAlone(request, fields, text) && fresh.occasion() != Occasion.COMPLAINT;
		Map<String, String> answers = new HashMap<>();
		Map<Question, Integer> values = new HashMap<>();
		List<SheetView.Problem> errors = new ArrayList<>();
		for (Sheet.Part part : (sent != null) ? sent.parts() : List.<Sheet.Part>of()) {
			for (int position : part.positions()) {
				String name = name(part, position);
				fields.remove(name);
				if (!wordsAlone) {
					read(request.getParameterValues(name), part, position, answers, values, errors, locale);
				}
			}
		}
		if (sent == null || !fields.isEmpty()) {
			return new Read(fresh, null, Map.of(), outage, solved, text, service, true, false, List.of());
		}
		if (request.getParameter(SWITCH) != null) {
			return new Read(sent, null, answers, outage, solved, text, service, false, true, List.of());
		}
		if (text.length() > LONGEST_WORDS) {
			errors.add(problem(WORDS, this.words.say("survey.error.long", locale, LONGEST_WORDS, text.length())));
		}
		OutageMet met = TypedText.choice(OutageMet.values(), outage);
		if (outage != null && !outage.isEmpty() && met == null) {
			errors.add(problem(OUTAGE, this.words.say("survey.error.choose", locale)));
		}
		Boolean verdict = YES.equals(solved) ? Boolean.TRUE : NO.equals(solved) ? Boolean.FALSE : null;
		if (values.isEmpty() && verdict == null && !wordsAlone && errors.isEmpty()) {
			errors.add(problem(name(sent.parts().getFirst(), sent.parts().getFirst().positions().getFirst()),
					this.words.say("survey.error.nothing", locale)));
		}
		return new Read(sent, errors.isEmpty() ? new Filled(sent, values, met, verdict, text) : null, answers, outage,
				solved, text, service, false, false, List.copyOf(errors));
	}

	private static boolean isWordsAlone(HttpServletRequest request, Set<String> fields, String text) {
		return !text.isEmpty() && fields.stream()
			.map(request::getParameterValues)
			.allMatch((values) -> Arrays.stream(values).allMatch(String::isEmpty));
	}

	/** A sheet of another page would make its answers be counted there. */
	private static boolean isOfPage(Sheet sheet, Sheet fresh) {
		return sheet.occasion() == fresh.occasion() && Objects.equals(sheet.service(), fresh.service())
				&& Objects.equals(sheet.invitation(), fresh.invitation()) && !sheet.parts().isEmpty();
	}

	/** The official survey takes no answer with gaps; elsewhere one may leave out. */
	private void read(String @Nullable [] sent, Sheet.Part part, int position, Map<String, String> answers,
			Map<Question, Integer> values, List<SheetView.Problem> errors, Locale locale) {
		String name = name(part, position);
		String value = (sent != null && sent.length == 1) ? sent[0] : "";
		if (sent != null && sent.length > 1) {
			errors.add(problem(name, this.words.say("survey.error.choose", locale)));
		}
		else if (value.isEmpty()) {
			if (part.version().instrument() == Instrument.SKM) {
				errors.add(problem(name, this.words.say("survey.error.all", locale)));
			}
		}
		else if (value.length() == 1 && value.charAt(0) >= '1'
				&& value.charAt(0) <= '0' + part.version().instrument().highest()) {
			answers.put(name, value);
			values.put(new Question(part.version().id(), position), value.charAt(0) - '0');
		}
		else {
			errors.add(problem(name, this.words.say("survey.error.choose", locale)));
		}
	}

	private static SheetView.Problem problem(String field, String message) {
		return new SheetView.Problem(field, message, false);
	}

	/** Line breaks stay; other signs that cannot be seen do not. */
	static String text(@Nullable String typed) {
		return (typed != null) ? typed.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]+", " ").strip() : "";
	}

}
