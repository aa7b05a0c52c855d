package id.tangerangkota.layanan.identity.web;

import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.identity.StaffDirectory;
import id.tangerangkota.layanan.identity.StaffMember;
import id.tangerangkota.layanan.web.Paging;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody who works with the portal. */
@Controller
class StaffListController {

	private static final int PAGE = 25;

	private final StaffDirectory directory;

	private final StaffViews views;

	private final StaffChoices choices;

	StaffListController(StaffDirectory directory, StaffViews views, StaffChoices choices) {
		this.directory = directory;
		this.views = views;
		this.choices = choices;
	}

	@GetMapping("/admin/akun")
	String list(@ModelAttribute("form") StaffListForm form, @RequestParam(defaultValue = "1") int halaman, Model model,
			Locale locale) {
		int offset = Paging.offset(halaman, PAGE);
		List<StaffMember> found = this.directory.find(form.filter());
		model.addAttribute("page", Paging.of(halaman, PAGE, found.size(), form::href));
		model.addAttribute("members",
				found.stream().skip(offset).limit(PAGE).map((member) -> this.views.of(member, locale)).toList());
		model.addAttribute("roles", this.choices.optional(this.choices.roles(locale), "staff.any", locale));
		model.addAttribute("states", this.choices.optional(this.choices.states(locale), "staff.any", locale));
		model.addAttribute("agencies", this.choices.optional(this.choices.agencies(locale), "staff.any", locale));
		return "staff/list";
	}

}
