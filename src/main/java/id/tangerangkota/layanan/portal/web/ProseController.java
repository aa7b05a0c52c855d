package id.tangerangkota.layanan.portal.web;

import java.util.Locale;

import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.Language;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages of running text; each stands in a template of its own per language. */
@Controller
@CachedPage
class ProseController {

	@GetMapping("/tentang")
	String about(Model model, Locale locale) {
		return prose("about", model, locale);
	}

	@GetMapping("/bantuan")
	String help(Model model, Locale locale) {
		return prose("help", model, locale);
	}

	@GetMapping("/aksesibilitas")
	String accessibility(Model model, Locale locale) {
		return prose("accessibility", model, locale);
	}

	@GetMapping("/privasi")
	String privacy(Model model, Locale locale) {
		return prose("privacy", model, locale);
	}

	private static String prose(String name, Model model, Locale locale) {
		model.addAttribute("name", name);
		model.addAttribute("text", "portal/prose/" + name + "_" + Language.of(locale).locale().getLanguage());
		return "portal/prose";
	}

}
