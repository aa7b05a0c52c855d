package id.tangerangkota.layanan.availability.web;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import id.tangerangkota.layanan.availability.incident.EntryKind;
import id.tangerangkota.layanan.availability.incident.IncidentDetail;
import id.tangerangkota.layanan.availability.incident.IncidentId;
import id.tangerangkota.layanan.availability.incident.IncidentSummary;
import id.tangerangkota.layanan.availability.incident.Incidents;
import id.tangerangkota.layanan.availability.incident.TimelineEntry;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together the pages of incidents. */
@Component
class IncidentPages {

	private static final int SIZE = 20;

	private static final String PATH = "/status/insiden";

	private final Incidents incidents;

	private final IncidentTitles titles;

	private final Words words;

	IncidentPages(Incidents incidents, IncidentTitles titles, Words words) {
		this.incidents = incidents;
		this.titles = titles;
		this.words = words;
	}

	/**
	 * An incident, in words.
	 *
	 * @param kind of the tag
	 * @param status text of the tag
	 * @param length null while it lasts
	 */
	record Page(String title, String kind, String status, String started, String ended, @Nullable String length,
			@Nullable String cause, List<ServiceSummary> services, List<Entry> timeline, @Nullable String postMortem) {
	}

	/** What happened. */
	record Entry(Instant at, String time, String title, @Nullable String text) {
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
				IncidentTitles.concerned(incident, services),
				detail.timeline().reversed().stream().map((entry) -> entry(entry, services, locale)).toList(),
				detail.postMortem());
	}

	private static Optional<IncidentId> parse(String text) {
		try {
			return Optional.of(IncidentId.parse(text));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private Entry entry(TimelineEntry entry, Map<ServiceId, ServiceSummary> services, Locale locale) {
		return new Entry(entry.at().truncatedTo(ChronoUnit.SECONDS), this.words.time(entry.at(), locale),
				title(entry, services, locale), entry.text());
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

	void list(@Nullable String wanted, Model model, Locale locale) {
		int page = Paging.number(wanted);
		var found = this.incidents.recent(page, SIZE);
		model.addAttribute("items", this.titles.items(found.items(), locale));
		model.addAttribute("paging",
				Paging.of(page, SIZE, found.total(), (number) -> (number > 1) ? PATH + "?halaman=" + number : PATH));
	}

}
