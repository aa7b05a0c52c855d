package id.tangerangkota.layanan.web.security;

import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.SitePages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of a {@link LateForm}. It has no address of its own. */
@Controller
class LateFormController {

	static final String PATH = "/kirim-ulang";

	private final SitePages pages;

	LateFormController(SitePages pages) {
		this.pages = pages;
	}

	@RequestMapping(PATH)
	String show(HttpServletRequest request, HttpServletResponse response, Model model) {
		if (!(request.getAttribute(LateForm.ATTRIBUTE) instanceof LateForm form)) {
			throw new NotFound();
		}
		// Nothing was done, and whoever counts refusals shall count it.
		response.setStatus(HttpServletResponse.SC_FORBIDDEN);
		model.addAttribute("form", form);
		model.addAttribute(SitePages.ATTRIBUTE, this.pages.ofProblem(request, null, Language.of(request)));
		return "web/resend";
	}

}
