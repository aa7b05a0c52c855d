package id.tangerangkota.layanan.availability.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.Overview;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.check.CheckDesk;
import id.tangerangkota.layanan.availability.check.CheckFilter;
import id.tangerangkota.layanan.availability.check.CheckMode;
import id.tangerangkota.layanan.availability.check.CheckPage;
import id.tangerangkota.layanan.availability.check.Vouching;
import id.tangerangkota.layanan.availability.incident.IncidentKind;
import id.tangerangkota.layanan.availability.incident.Incidents;
import id.tangerangkota.layanan.availability.state.CheckStandings;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.Paging;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Everything that is checked, and what waits to be done. */
@Controller
class ChecksController {

	static final String PATH = "/admin/ketersediaan";

	private static final int SIZE = 25;

	/** A word that fits more services than this says nothing. */
	private static final int MOST_NAMED = 1000;

	private final CheckDesk checks;

	private final Vouching vouching;

	private final CheckStandings standings;

	private final AvailabilityReport report;

	private final Incidents incidents;

	private final ServiceCatalog catalog;

	private final CheckViews views;

	private final CurrentActor actor;

	private final Words words;

	ChecksController(CheckDesk checks, Vouching vouching, CheckStandings standings, AvailabilityReport report,
			Incidents incidents, ServiceCatalog catalog, CheckViews views, CurrentActor actor, Words words) {
		this.checks = checks;
		this.vouching = vouching;
		this.standings = standings;
		this.report = report;
		this.incidents = incidents;
		this.catalog = catalog;
		this.views = views;
		this.actor = actor;
		this.words = words;
	}

	/** A large number. */
	record Figure(String value, String label) {
	}

	@GetMapping(PATH)
	String list(@ModelAttribute("form") CheckListForm form, Model model, Locale locale) {
		int number = Paging.number(form.halaman());
		CheckPage page = this.checks.list(filter(form), number, SIZE);
		long proposals = this.vouching.waiting();
		model.addAttribute("manages", this.actor.get().is(Role.ADMINISTRATOR));
		model.addAttribute("on", this.checks.isSwitchedOn());
		model.addAttribute("figures", figures(proposals, locale));
		model.addAttribute("checks", this.views.rows(page.items(), locale));
		model.addAttribute("page", Paging.of(number, SIZE, page.total(), form::href));
		model.addAttribute("states",
				choices("monitoring.any", "availability.state.",
						Stream
							.of(ServiceState.DOWN, ServiceState.DEGRADED, ServiceState.UNKNOWN, ServiceState.UP,
									ServiceState.UNMONITORED)
							.map((state) -> new Choice(state.name(), Words.code(state)))
							.toList(),
						locale));
		model.addAttribute("modes",
				choices("monitoring.any", "monitoring.mode.",
						Arrays.stream(CheckMode.values()).map((mode) -> new Choice(mode.name(), mode.name())).toList(),
						locale));
		model.addAttribute("pauses",
				choices("monitoring.any", "monitoring.paused.",
						List.of(new Choice(CheckListForm.YES, CheckListForm.YES),
								new Choice(CheckListForm.NO, CheckListForm.NO)),
						locale));
		return "availability/checks";
	}

	private CheckFilter filter(CheckListForm form) {
		String typed = form.words();
		Set<ServiceId> named = typed.isEmpty() ? Set.of()
				: this.catalog.named(typed, MOST_NAMED).stream().map(ServiceSummary::id).collect(Collectors.toSet());
		ServiceState state = form.state();
		return new CheckFilter(typed, named, form.mode(), form.paused(),
				(state != null) ? this.standings.in(state) : null);
	}

	private List<Figure> figures(long proposals, Locale locale) {
		Overview overview = this.report.overview();
		return List.of(
				new Figure(this.words.say("monitoring.figure.of", locale, overview.monitored(), overview.listings()),
						this.words.say("monitoring.figure.monitored", locale)),
				new Figure(String.valueOf(overview.in(ServiceState.DOWN)),
						this.words.say("monitoring.figure.down", locale)),
				new Figure(String.valueOf(this.incidents.open(IncidentKind.forStaff()).size()),
						this.words.say("monitoring.figure.incidents", locale)),
				new Figure(String.valueOf(proposals), this.words.say("monitoring.figure.proposals", locale)));
	}

	/**
	 * A list of choices whose labels are the ends of keys, after one that stands for any.
	 */
	private List<Choice> choices(String any, String prefix, List<Choice> codes, Locale locale) {
		List<Choice> choices = new ArrayList<>();
		choices.add(new Choice("", this.words.say(any, locale)));
		codes.forEach((code) -> choices.add(new Choice(code.value(), this.words.say(prefix + code.label(), locale))));
		return choices;
	}

}
