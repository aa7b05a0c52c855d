package id.tangerangkota.layanan.availability.web;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.availability.incident.EntryKind;
import id.tangerangkota.layanan.availability.incident.IncidentDetail;
import id.tangerangkota.layanan.availability.incident.IncidentId;
import id.tangerangkota.layanan.availability.incident.IncidentPage;
import id.tangerangkota.layanan.availability.incident.IncidentSummary;
import id.tangerangkota.layanan.availability.incident.Incidents;
import id.tangerangkota.layanan.availability.incident.Rewordings;
import id.tangerangkota.layanan.availability.incident.TimelineEntry;
import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.web.DayRange;
import id.tangerangkota.layanan.web.InvalidParameter;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.Paging;
import id.tangerangkota.layanan.web.Suggestion;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;

/** Puts together the pages of incidents. */
@Component
class IncidentPages {

	private static final int SIZE = 20;

	/** Fewer are nobody's business, and could be one person. */
	private static final int MANY = 10;

	private final Incidents incidents;

	private final Rewordings rewordings;

	private final IncidentTitles titles;

	private final ServiceCatalog catalog;

	private final Words words;

	IncidentPages(Incidents incidents, Rewordings rewordings, IncidentTitles titles, ServiceCatalog catalog,
			Words words) {
		this.incidents = incidents;
		this.rewordings = rewordings;
		this.catalog = catalog;
		this.titles = titles;
		this.words = words;
	}

	/**
	 * An incident, in words.
	 *
	 * @param kind of the tag
	 * @param status text of the tag
	 * @param length null while it lasts
	 * @param affected how many are, null where they are few
	 * @param edited when the post-mortem was last worded anew, null when never
	 */
	record Page(String title, String kind, String status, String started, String ended, @Nullable String length,
			@Nullable String cause, @Nullable String affected, List<ServiceSummary> services, List<Entry> timeline,
			@Nullable String postMortem, @Nullable String edited) {
	}

	/**
	 * What happened.
	 *
	 * @param edited when it was last worded anew, null when never
	 */
	record Entry(Instant at, String time, String title, @Nullable String text, @Nullable String edited) {
	}

	Page page(String id, Locale locale) {
		IncidentDetail detail = parse(id).flatMap(this.incidents::incident).orElseThrow(NotFound::new);
		IncidentSummary incident = detail.summary();
		Map<ServiceId, ServiceSummary> services = this.titles.services(List.of(incident));
		Instant end = incident.endedAt();
		return new Page(this.titles.title(incident, services, locale), this.titles.kind(incident),
				this.titles.status(incident, locale), this.words.time(incident.startedAt(), locale),
				(end != null) ? this.words.time(end, locale) : this.words.say("availability.incident.ongoing", locale),
				(end != null) ? this.words.duration(Duration.between(incident.startedAt(), end), locale) : null,
				(incident.cause() != null) ? this.words.say("availability.reason." + incident.cause(), locale) : null,
				(incident.affected() >= MANY) ? this.words.affected(incident.affected(), locale) : null,
				IncidentTitles.concerned(incident, services), entries(detail.timeline().reversed(), services, locale),
				detail.postMortem(), edited(incident.id(), locale));
	}

	private @Nullable String edited(IncidentId incident, Locale locale) {
		return this.rewordings.of(incident)
			.stream()
			.filter((rewording) -> rewording.entry() == null)
			.reduce((first, second) -> second)
			.map((last) -> this.words.time(last.at(), locale))
			.orElse(null);
	}

	private static Optional<IncidentId> parse(String text) {
		try {
			return Optional.of(IncidentId.parse(text));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** What happened to many services in the same minute is one entry. */
	private List<Entry> entries(List<TimelineEntry> timeline, Map<ServiceId, ServiceSummary> services, Locale locale) {
		List<Entry> entries = new ArrayList<>();
		int start = 0;
		for (int end = 1; end <= timeline.size(); end++) {
			if (end == timeline.size() || !belongTogether(timeline.get(start), timeline.get(end))) {
				entries.add((end - start == 1) ? entry(timeline.get(start), services, locale)
						: entry(timeline.subList(start, end), services, locale));
				start = end;
			}
		}
		return entries;
	}

	private static boolean belongTogether(TimelineEntry one, TimelineEntry other) {
		return one.kind() == other.kind() && one.service() != null && other.service() != null && one.text() == null
				&& other.text() == null
				&& one.at().truncatedTo(ChronoUnit.MINUTES).equals(other.at().truncatedTo(ChronoUnit.MINUTES));
	}

	private Entry entry(List<TimelineEntry> many, Map<ServiceId, ServiceSummary> services, Locale locale) {
		TimelineEntry first = many.getFirst();
		String names = many.stream()
			.map((entry) -> services.get(entry.service()))
			.filter(Objects::nonNull)
			.map(ServiceSummary::name)
			.collect(Collectors.joining(", "));
		return new Entry(first.at().truncatedTo(ChronoUnit.SECONDS), this.words.time(first.at(), locale),
				this.words.say("availability.entry.many." + first.kind(), locale, many.size()), names, null);
	}

	private Entry entry(TimelineEntry entry, Map<ServiceId, ServiceSummary> services, Locale locale) {
		return new Entry(entry.at().truncatedTo(ChronoUnit.SECONDS), this.words.time(entry.at(), locale),
				title(entry, services, locale), entry.text(),
				(entry.editedAt() != null) ? this.words.time(entry.editedAt(), locale) : null);
	}

	/** An update is called by where the work stands from then on. */
	String title(TimelineEntry entry, Map<ServiceId, ServiceSummary> services, Locale locale) {
		if (entry.kind() == EntryKind.UPDATE && entry.status() != null) {
			return this.words.say("availability.incident.status." + entry.status(), locale);
		}
		ServiceSummary service = (entry.service() != null) ? services.get(entry.service()) : null;
		return this.words.say("availability.entry." + entry.kind(), locale,
				(service != null) ? service.name() : this.words.say("availability.incident.nameless", locale));
	}

	void list(IncidentListForm form, Model model, Locale locale) {
		int page = Paging.number(form.halaman());
		List<Suggestion> active = new ArrayList<>();
		IncidentPage found = form.isNarrowed() ? narrowed(form, page, active, locale)
				: this.incidents.recent(page, SIZE);
		model.addAttribute("items", this.titles.items(found.items(), locale));
		model.addAttribute("active", active);
		model.addAttribute("paging", Paging.of(page, SIZE, found.total(), form::href));
	}

	/** Open ones too: they belong to their time. */
	private IncidentPage narrowed(IncidentListForm form, int page, List<Suggestion> active, Locale locale) {
		@Nullable Set<ServiceId> services = null;
		if (StringUtils.hasText(form.opd())) {
			String code = form.opd().strip();
			Agency agency = this.catalog.agency(code)
				.orElseThrow(() -> new InvalidParameter(IncidentListForm.AGENCY, "must be an agency"));
			active.add(new Suggestion(agency.shortName(), form.without(IncidentListForm.AGENCY)));
			services = this.catalog.owners()
				.entrySet()
				.stream()
				.filter((owned) -> code.equals(owned.getValue()))
				.map(Map.Entry::getKey)
				.collect(Collectors.toSet());
		}
		if (StringUtils.hasText(form.layanan())) {
			ServiceDetail service = this.catalog.service(form.layanan().strip())
				.orElseThrow(() -> new InvalidParameter(IncidentListForm.SERVICE, "must be a service"));
			active.add(new Suggestion(service.name(), form.without(IncidentListForm.SERVICE)));
			services = Set.of(service.id());
		}
		DayRange days = form.days();
		days.ends()
			.forEach((end, day) -> active.add(new Suggestion(
					this.words.say("web.filters." + end, locale, this.words.date(day, locale)), form.without(end))));
		return this.incidents.during(services, days.start(), days.end(), page, SIZE);
	}

}
