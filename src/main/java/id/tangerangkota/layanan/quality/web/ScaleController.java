package id.tangerangkota.layanan.quality.web;

import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Scale;
import id.tangerangkota.layanan.quality.score.ScaleRefused;
import id.tangerangkota.layanan.quality.score.Scales;
import id.tangerangkota.layanan.quality.score.Scales.Version;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Administrators see how values become scores, and make the next version. */
@Controller
class ScaleController {

	static final String PATH = "/admin/mutu/skala";

	private static final String ONE = "redirect:/admin/mutu/skala/{id}";

	private final Scales scales;

	private final IndicatorViews views;

	ScaleController(Scales scales, IndicatorViews views) {
		this.scales = scales;
		this.views = views;
	}

	@GetMapping(PATH)
	String list(Model model, Locale locale) {
		model.addAttribute("dimensions", this.views.all(locale));
		return "quality/scales";
	}

	@GetMapping(PATH + "/{id}")
	String show(@PathVariable String id, Model model, Locale locale) {
		Indicator indicator = this.views.find(id);
		List<Version> history = history(indicator);
		ScaleForm form = ScaleForm.of(history.getFirst().scale(), this.views.today(), locale);
		model.addAttribute("form", form);
		model.addAttribute("seen", form.versi());
		return page(indicator, history, model, locale);
	}

	@PostMapping(PATH + "/{id}")
	String change(@PathVariable String id, @ModelAttribute("form") ScaleForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model, Locale locale,
			RedirectAttributes redirect) {
		Indicator indicator = this.views.find(id);
		Scale scale = form.scale(indicator.id(), errors, locale);
		if (scale != null) {
			try {
				this.scales.change(scale, form.reason(), form.reasonEn());
				Flash.put(request, Flash.Kind.SUCCESS, "quality.scale.done");
				redirect.addAttribute("id", indicator.id());
				return ONE;
			}
			catch (ScaleRefused ex) {
				switch (ex.reason()) {
					case CHANGED_MEANWHILE -> {
						errors.reject("quality.error.meanwhile");
						return refused(indicator, true, form, response, model, locale);
					}
					case IN_THE_PAST -> errors.rejectValue("dari", "quality.error.past");
					case BEFORE_THE_LAST -> errors.rejectValue("dari", "quality.error.before");
				}
			}
		}
		return refused(indicator, false, form, response, model, locale);
	}

	/**
	 * Shows what was typed again.
	 * @param seen whether the newest version was shown with it: whoever sends it once
	 * more means it
	 */
	private String refused(Indicator indicator, boolean seen, ScaleForm form, HttpServletResponse response, Model model,
			Locale locale) {
		List<Version> history = history(indicator);
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("seen", seen ? history.getFirst().scale().version() : form.versi());
		return page(indicator, history, model, locale);
	}

	private List<Version> history(Indicator indicator) {
		List<Version> history = this.scales.history(indicator.id());
		if (history.isEmpty()) {
			throw new NotFound();
		}
		return history;
	}

	private String page(Indicator indicator, List<Version> history, Model model, Locale locale) {
		model.addAttribute("id", indicator.id());
		model.addAttribute("name", this.views.name(indicator, locale));
		model.addAttribute("unit", this.views.unit(indicator, locale));
		model.addAttribute("versions", this.views.history(indicator, history, locale));
		return "quality/scale";
	}

}
