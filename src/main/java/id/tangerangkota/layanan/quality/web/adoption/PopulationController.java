package id.tangerangkota.layanan.quality.web.adoption;

import java.time.Clock;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.quality.adoption.PeopleByPlace;
import id.tangerangkota.layanan.quality.adoption.PeopleByPlace.Counted;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.region.SubDistrict;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.PageClock;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Administrators write down how many people live where. */
@Controller
class PopulationController {

	static final String PATH = AdoptionController.ADMIN + "/penduduk";

	private final PeopleByPlace people;

	private final Regions regions;

	private final Clock clock;

	PopulationController(PeopleByPlace people, Regions regions, Clock clock) {
		this.people = people;
		this.regions = regions;
		this.clock = clock;
	}

	@GetMapping(PATH)
	String show(Model model) {
		model.addAttribute("form", PopulationForm.of(this.people.counted().orElse(null)));
		return "quality/population";
	}

	@PostMapping(PATH)
	String replace(@ModelAttribute("form") PopulationForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response) {
		Counted counted = form.counted(
				this.regions.subDistricts().stream().map(SubDistrict::code).collect(Collectors.toSet()),
				PageClock.day(this.clock.instant()).getYear(), errors);
		if (counted == null) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return "quality/population";
		}
		this.people.replace(counted);
		Flash.put(request, Flash.Kind.SUCCESS, "passport-adoption.population.done");
		return "redirect:" + AdoptionController.ADMIN;
	}

}
