package id.tangerangkota.layanan.quality.web;

import java.util.Locale;

import id.tangerangkota.layanan.quality.Scorecard;
import id.tangerangkota.layanan.web.CachedPage;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells everybody how quality is measured. */
@Controller
class IndicatorController {

	private final IndicatorViews views;

	IndicatorController(IndicatorViews views) {
		this.views = views;
	}

	@GetMapping("/mutu/indikator")
	@CachedPage(tags = Scorecard.PAGES)
	String indicators(Model model, Locale locale) {
		model.addAttribute("dimensions", this.views.all(locale));
		return "quality/indicators";
	}

}
