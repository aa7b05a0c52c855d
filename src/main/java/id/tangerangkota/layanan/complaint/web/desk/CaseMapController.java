package id.tangerangkota.layanan.complaint.web.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.complaint.queue.CaseFilter;
import id.tangerangkota.layanan.complaint.queue.CaseQueue;
import id.tangerangkota.layanan.complaint.queue.QueueTab;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.region.SubDistrict;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where in the city open cases are: a drawing, and the same numbers as a table. */
@Controller
class CaseMapController {

	static final String PATH = CaseQueueController.PATH + "/peta";

	private static final double WIDTH = 800;

	private static final double MARGIN = 30;

	private static final double LARGEST = 26;

	private static final double SMALLEST = 5;

	private final CaseQueue queue;

	private final Regions regions;

	private final CurrentActor actor;

	private final QueuePages pages;

	private final DeskWords words;

	CaseMapController(CaseQueue queue, Regions regions, CurrentActor actor, QueuePages pages, DeskWords words) {
		this.queue = queue;
		this.regions = regions;
		this.actor = actor;
		this.pages = pages;
		this.words = words;
	}

	/** A kelurahan; numbers are written as SVG wants them. */
	record Spot(String name, String x, String y, String radius, long count, String number, String href) {
	}

	@GetMapping(PATH)
	String map(QueueForm form, Model model, Locale locale) {
		Desk desk = Desk.of(this.actor.get());
		CaseFilter filter = form.filter(desk.firstTab());
		QueueForm named = form.on(filter.tab());
		Map<RegionCode, Long> counts = this.queue.perSubDistrict(filter, desk.access(), desk.actor().requireAccount());
		List<SubDistrict> places = this.regions.subDistricts();
		List<Spot> spots = spots(places, counts, named, locale);
		model.addAttribute("spots", spots);
		model.addAttribute("rows",
				spots.stream()
					.filter((spot) -> spot.count() > 0)
					.sorted(Comparator.comparing(Spot::count).reversed().thenComparing(Spot::name))
					.toList());
		model.addAttribute("height", text(height(places)));
		model.addAttribute("total", counts.values().stream().mapToLong(Long::longValue).sum());
		model.addAttribute("tab", filter.tab());
		model.addAttribute("everything", filter.tab() == QueueTab.ALL);
		model.addAttribute("active",
				this.pages.active(named, this.pages.names(Stream.empty(), locale), List.of(), locale)
					.stream()
					.map(QueuePages.Active::label)
					.toList());
		model.addAttribute("back", named.href(1));
		return "complaint/desk/map";
	}

	private List<Spot> spots(List<SubDistrict> places, Map<RegionCode, Long> counts, QueueForm form, Locale locale) {
		double west = places.stream().mapToDouble(SubDistrict::longitude).min().orElse(0);
		double north = places.stream().mapToDouble(SubDistrict::latitude).max().orElse(0);
		double scale = scale(places);
		long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
		return places.stream().map((place) -> {
			long count = counts.getOrDefault(place.code(), 0L);
			// The area tells the number.
			double radius = (count == 0) ? SMALLEST / 2
					: Math.max(SMALLEST, LARGEST * Math.sqrt((double) count / most));
			return new Spot(place.name(), text(MARGIN + (place.longitude() - west) * scale),
					text(MARGIN + (north - place.latitude()) * scale), text(radius), count,
					this.words.number(count, 0, locale), form.in(place.code().value()).href(1));
		}).toList();
	}

	/** A degree is nearly as long both ways this close to the equator. */
	private static double scale(List<SubDistrict> places) {
		double west = places.stream().mapToDouble(SubDistrict::longitude).min().orElse(0);
		double east = places.stream().mapToDouble(SubDistrict::longitude).max().orElse(1);
		return (WIDTH - 2 * MARGIN) / Math.max(east - west, 1e-6);
	}

	private static double height(List<SubDistrict> places) {
		double south = places.stream().mapToDouble(SubDistrict::latitude).min().orElse(0);
		double north = places.stream().mapToDouble(SubDistrict::latitude).max().orElse(1);
		return 2 * MARGIN + (north - south) * scale(places);
	}

	private static String text(double number) {
		return String.format(Locale.ROOT, "%.1f", number);
	}

}
