package id.tangerangkota.layanan.survey.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.survey.answer.Burst;
import id.tangerangkota.layanan.survey.answer.BurstDesk;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets an administrator decide about floods of answers. */
@Controller
class BurstController {

	private static final String PATH = InstrumentController.PATH + "/lonjakan";

	private static final int SHOWN = 50;

	private final BurstDesk desk;

	private final ServiceCatalog catalog;

	private final SurveyWords words;

	BurstController(BurstDesk desk, ServiceCatalog catalog, SurveyWords words) {
		this.desk = desk;
		this.catalog = catalog;
		this.words = words;
	}

	/**
	 * A flood, in words.
	 *
	 * @param decision null while nobody has decided
	 */
	record Row(String id, String about, String kind, String span, String answers, @Nullable String decision) {
	}

	@GetMapping(PATH)
	String list(Model model, Locale locale) {
		List<Burst> bursts = this.desk.list(SHOWN);
		Map<ServiceId, String> names = this.catalog
			.summaries(bursts.stream().map(Burst::service).filter(Objects::nonNull).toList())
			.stream()
			.collect(Collectors.toMap(ServiceSummary::id, ServiceSummary::name));
		model.addAttribute("rows", bursts.stream().map((burst) -> row(burst, names, locale)).toList());
		return "survey/bursts";
	}

	private Row row(Burst burst, Map<ServiceId, String> names, Locale locale) {
		ServiceId service = burst.service();
		String about = (service != null) ? names.getOrDefault(service, service.toString())
				: String.valueOf(burst.agency());
		Boolean genuine = burst.genuine();
		return new Row(burst.id().toString(), about, this.words.say("survey.burst.kind." + burst.kind(), locale),
				this.words.say("survey.burst.span", locale, this.words.time(burst.starts(), locale),
						this.words.time(burst.ends(), locale)),
				this.words.number(burst.answers(), 0, locale), (genuine == null) ? null
						: this.words.say(genuine ? "survey.burst.genuine" : "survey.burst.stuffed", locale));
	}

	@PostMapping(PATH + "/{id}")
	String decide(@PathVariable String id, @RequestParam(required = false) @Nullable String putusan,
			HttpServletRequest request) {
		UUID burst;
		try {
			burst = UUID.fromString(id);
		}
		catch (IllegalArgumentException ex) {
			throw new NotFound();
		}
		if (putusan == null || !putusan.matches("asli|curang")) {
			throw new NotFound();
		}
		this.desk.decide(burst, putusan.equals("asli"));
		Flash.put(request, Flash.Kind.SUCCESS, "survey.done.decided");
		return "redirect:/admin/survei/lonjakan";
	}

}
