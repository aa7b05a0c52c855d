package id.tangerangkota.layanan.complaint.web.filing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.region.District;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.region.SubDistrict;
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
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where it is: chosen from lists, tapped in a drawing, said in words, or told by the
 * phone.
 */
@Controller
class AskPlaceController {

	private static final String PATH = FilingSession.PATH + "/tempat";

	private static final String COUNTER_PATH = FilingSession.COUNTER + "/tempat";

	private final Walk walk;

	private final Regions regions;

	private final TileMap tiles;

	AskPlaceController(Walk walk, Regions regions, TileMap tiles) {
		this.walk = walk;
		this.regions = regions;
		this.tiles = tiles;
	}

	/** A kecamatan and its kelurahan, as the list shows them. */
	record Group(String name, List<SubDistrict> subDistricts) {
	}

	/**
	 * The question.
	 * @param peta kecamatan whose kelurahan the drawing shows
	 * @param kelurahan tapped in the drawing
	 */
	@GetMapping({ PATH, COUNTER_PATH })
	Object form(@RequestParam(required = false) @Nullable String peta,
			@RequestParam(required = false) @Nullable String kelurahan, HttpServletRequest request, Model model) {
		return this.walk.ask(Step.PLACE, request, model, (draft) -> {
			PlaceForm form = PlaceForm.of(draft.place());
			model.addAttribute("form", (kelurahan != null) ? form.in(kelurahan) : form);
			return show((kelurahan != null) ? districtOf(kelurahan) : peta, peta != null, model);
		});
	}

	private static @Nullable String districtOf(String subDistrict) {
		return RegionCode.isValid(subDistrict) ? new RegionCode(subDistrict).district().value() : null;
	}

	@PostMapping({ PATH, COUNTER_PATH })
	Object answer(@ModelAttribute("form") PlaceForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		Draft draft = this.walk.draftFor(Step.PLACE, request, model);
		form.check(this.regions, errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(null, false, model);
		}
		ComplaintPlace place = form.toPlace(this.regions);
		return this.walk.goOn(request, place.equals(draft.place()) ? draft : draft.withPlace(place));
	}

	private String show(@Nullable String shown, boolean open, Model model) {
		List<District> districts = this.regions.districts();
		List<SubDistrict> subDistricts = this.regions.subDistricts();
		Map<RegionCode, List<SubDistrict>> inside = subDistricts.stream()
			.collect(Collectors.groupingBy((one) -> one.code().district()));
		model.addAttribute("groups",
				districts.stream()
					.map((district) -> new Group(district.name(), inside.getOrDefault(district.code(), List.of())))
					.toList());
		@Nullable District district = districts.stream()
			.filter((one) -> one.code().value().equals(shown))
			.findFirst()
			.orElse(null);
		model.addAttribute("district", (district != null) ? district.name() : null);
		model.addAttribute("sketch", CitySketch.of(shown, districts, subDistricts));
		model.addAttribute("open", open);
		model.addAttribute("tiles", this.tiles);
		return "complaint/filing/place";
	}

}
