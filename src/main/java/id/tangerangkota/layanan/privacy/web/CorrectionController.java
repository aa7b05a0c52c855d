package id.tangerangkota.layanan.privacy.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.identity.AccountSummary;
import id.tangerangkota.layanan.identity.CurrentAccount;
import id.tangerangkota.layanan.privacy.PrivacyCentre;
import id.tangerangkota.layanan.region.District;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.region.SubDistrict;
import id.tangerangkota.layanan.web.Choice;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Correcting one's own data. */
@Controller
class CorrectionController {

	private final PrivacyCentre centre;

	private final CurrentAccount account;

	private final Regions regions;

	private final MessageSource messages;

	CorrectionController(PrivacyCentre centre, CurrentAccount account, Regions regions, MessageSource messages) {
		this.centre = centre;
		this.account = account;
		this.regions = regions;
		this.messages = messages;
	}

	@GetMapping("/akun/data-saya/ubah")
	String page(Model model, Locale locale) {
		AccountSummary me = this.account.get();
		model.addAttribute("form", CorrectionForm.of(me));
		return show(me, subDistricts(locale), model);
	}

	@PostMapping("/akun/data-saya/ubah")
	String correct(@ModelAttribute("form") CorrectionForm form, BindingResult errors, HttpServletResponse response,
			Model model, Locale locale) {
		AccountSummary me = this.account.get();
		List<Choice> subDistricts = subDistricts(locale);
		form.check(me.isVerified(), subDistricts, errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(me, subDistricts, model);
		}
		if (this.centre.correct(me.id(), form.toCorrection(me.isVerified() ? me.name() : null))) {
			return "redirect:/akun/data-saya?selesai=diperbaiki";
		}
		return "redirect:/akun/data-saya?selesai=tetap";
	}

	private static String show(AccountSummary me, List<Choice> subDistricts, Model model) {
		model.addAttribute("me", me);
		model.addAttribute("subDistricts", subDistricts);
		return "privacy/correct";
	}

	private List<Choice> subDistricts(Locale locale) {
		Map<RegionCode, String> districts = this.regions.districts()
			.stream()
			.collect(Collectors.toMap(District::code, District::name));
		List<Choice> options = new ArrayList<>();
		options.add(new Choice("", this.messages.getMessage("privacy.correct.sub-district.none", null, locale)));
		for (SubDistrict one : this.regions.subDistricts()) {
			options.add(new Choice(one.code().value(), districts.get(one.code().district()) + ", " + one.name()));
		}
		return options;
	}

}
