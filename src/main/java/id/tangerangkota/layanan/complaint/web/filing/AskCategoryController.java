package id.tangerangkota.layanan.complaint.web.filing;

import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.filing.CategoryChoice;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** What kind of thing it is, the fitting ones first. */
@Controller
class AskCategoryController {

	private static final String PATH = FilingSession.PATH + "/kategori";

	private static final String COUNTER_PATH = FilingSession.COUNTER + "/kategori";

	private final Walk walk;

	private final CategoryChoice categories;

	AskCategoryController(Walk walk, CategoryChoice categories) {
		this.walk = walk;
		this.categories = categories;
	}

	/** The answer, by its code. */
	record CategoryForm(@Nullable String kategori) {
	}

	@GetMapping({ PATH, COUNTER_PATH })
	Object form(HttpServletRequest request, Model model, Locale locale) {
		return this.walk.ask(Step.CATEGORY, request, model, (draft) -> {
			CategoryChoice.Choice choice = this.categories.of(draft);
			String first = choice.suggested().isEmpty() ? null : choice.suggested().getFirst().code();
			model.addAttribute("form", new CategoryForm((draft.category() != null) ? draft.category() : first));
			return show(choice, model, locale);
		});
	}

	@PostMapping({ PATH, COUNTER_PATH })
	Object answer(@ModelAttribute("form") CategoryForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model, Locale locale) {
		Draft draft = this.walk.draftFor(Step.CATEGORY, request, model);
		if (form.kategori() == null || !this.categories.has(form.kategori(), draft)) {
			errors.rejectValue("kategori", "complaint-filing.category.missing");
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(this.categories.of(draft), model, locale);
		}
		boolean same = form.kategori().equals(draft.category());
		return this.walk.goOn(request, same ? draft : draft.withCategory(form.kategori()));
	}

	private static String show(CategoryChoice.Choice choice, Model model, Locale locale) {
		model.addAttribute("suggested", options(choice.suggested(), locale));
		model.addAttribute("others", options(choice.others(), locale));
		return "complaint/filing/category";
	}

	static List<Choice> options(List<ComplaintCategory> categories, Locale locale) {
		boolean english = Language.of(locale) == Language.ENGLISH;
		return categories.stream()
			.map((category) -> new Choice(category.code(), english ? category.nameEn() : category.name(),
					english ? category.scopeEn() : category.scope()))
			.toList();
	}

}
