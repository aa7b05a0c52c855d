package id.tangerangkota.layanan.portal.web;

import id.tangerangkota.layanan.web.CachedPage;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Every component in every state, for those who build pages. */
@Controller
class StyleguideController {

	@GetMapping("/gaya")
	@CachedPage
	String styleguide(Model model) {
		model.addAttribute("indexed", false);
		return "portal/styleguide";
	}

}
