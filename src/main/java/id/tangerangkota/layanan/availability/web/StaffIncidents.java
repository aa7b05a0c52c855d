package id.tangerangkota.layanan.availability.web;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.availability.incident.IncidentDetail;
import id.tangerangkota.layanan.availability.incident.IncidentKind;
import id.tangerangkota.layanan.availability.incident.IncidentSummary;
import id.tangerangkota.layanan.availability.incident.Rewording;
import id.tangerangkota.layanan.availability.incident.Rewordings;
import id.tangerangkota.layanan.availability.incident.TimelineEntry;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Incidents of all kinds as the staff see them. */
@Component
class StaffIncidents {

	private final Rewordings rewordings;

	private final IncidentTitles titles;

	private final IncidentPages pages;

	private final Words words;

	private final CurrentActor actor;

	StaffIncidents(Rewordings rewordings, IncidentTitles titles, IncidentPages pages, Words words, CurrentActor actor) {
		this.rewordings = rewordings;
		this.titles = titles;
		this.pages = pages;
		this.words = words;
		this.actor = actor;
	}

	/**
	 * An incident in a list.
	 *
	 * @param about its kind in words
	 * @param affected how many are, null where nobody said so
	 * @param acknowledged whether somebody takes care
	 */
	record Row(IncidentItem item, String about, @Nullable String affected, boolean acknowledged) {
	}

	/**
	 * What happened.
	 *
	 * @param forStaff whether only the staff read it
	 * @param editable whether it can be worded anew
	 * @param edited when it last was, null when never
	 * @param before what stood there before
	 */
	record Entry(String id, Instant at, String time, String title, @Nullable String text, boolean forStaff,
			boolean editable, @Nullable String edited, List<Before> before) {
	}

	/** What somebody wrote, and until when it stood there. */
	record Before(String until, String text) {
	}

	/** Something that can be done. */
	record StepLink(String code, String label) {
	}

	/**
	 * An incident with everything.
	 *
	 * @param open whether it goes on
	 * @param down whether checks find one of its services down
	 * @param published whether everybody may see it
	 * @param before earlier post-mortems
	 */
	record Page(String id, String title, String kind, String status, String about, boolean open, boolean down,
			boolean acknowledged, boolean published, List<Fact> facts, List<ServiceSummary> services,
			List<Entry> timeline, @Nullable String postMortem, List<Before> before, List<StepLink> steps) {
	}

	/** Rows in the order of the incidents, by one query. */
	List<Row> rows(List<IncidentSummary> incidents, Locale locale) {
		List<IncidentItem> items = this.titles.items(incidents, locale);
		List<Row> rows = new ArrayList<>();
		for (int i = 0; i < items.size(); i++) {
			IncidentSummary incident = incidents.get(i);
			rows.add(new Row(items.get(i), about(incident, locale),
					(incident.affected() > 0) ? this.words.affected(incident.affected(), locale) : null,
					incident.acknowledged() && incident.isOpen()));
		}
		return rows;
	}

	private String about(IncidentSummary incident, Locale locale) {
		return this.words.say("monitoring.incident.kind." + incident.kind(), locale);
	}

	/** What an incident is called. */
	String title(IncidentSummary incident, Locale locale) {
		return this.titles.title(incident, this.titles.services(List.of(incident)), locale);
	}

	Page page(IncidentDetail detail, Locale locale) {
		IncidentSummary incident = detail.summary();
		Map<ServiceId, ServiceSummary> services = this.titles.services(List.of(incident));
		List<Rewording> reworded = this.rewordings.of(incident.id());
		return new Page(incident.id().toString(), this.titles.title(incident, services, locale),
				this.titles.kind(incident), this.titles.status(incident, locale), about(incident, locale),
				incident.isOpen(), incident.isMeasuredDown(), incident.acknowledged(), incident.kind().isPublic(),
				facts(incident, locale), IncidentTitles.concerned(incident, services),
				detail.timeline().reversed().stream().map((entry) -> entry(entry, services, reworded, locale)).toList(),
				detail.postMortem(), before(null, reworded, locale),
				IncidentStep.of(incident)
					.stream()
					.map((step) -> new StepLink(step.code(), this.words.say("monitoring.step." + step, locale)))
					.toList());
	}

	private List<Fact> facts(IncidentSummary incident, Locale locale) {
		List<Fact> facts = new ArrayList<>();
		facts.add(fact("availability.incident.started", this.words.time(incident.startedAt(), locale), locale));
		Instant end = incident.endedAt();
		facts.add(fact("availability.incident.ended",
				(end != null) ? this.words.time(end, locale) : this.words.say("availability.incident.ongoing", locale),
				locale));
		if (end != null) {
			facts.add(fact("availability.incident.length",
					this.words.duration(Duration.between(incident.startedAt(), end), locale), locale));
		}
		if (incident.cause() != null) {
			facts.add(fact("availability.incident.cause",
					this.words.say("availability.reason." + incident.cause(), locale), locale));
		}
		if (incident.kind() == IncidentKind.OUTAGE) {
			facts.add(fact("availability.incident.affected", this.words.affected(incident.affected(), locale), locale));
		}
		if (incident.certificateEnds() != null) {
			facts.add(fact("monitoring.incident.certificate", this.words.time(incident.certificateEnds(), locale),
					locale));
		}
		facts.add(fact("monitoring.incident.handled",
				this.words.say(incident.acknowledged() ? "monitoring.yes" : "monitoring.not-yet", locale), locale));
		return facts;
	}

	private Fact fact(String key, String text, Locale locale) {
		return new Fact(this.words.say(key, locale), text);
	}

	/** Whether whoever looks may word it anew. */
	boolean isEditable(TimelineEntry entry) {
		return entry.isEditableBy(this.actor.get());
	}

	private List<Before> before(@Nullable UUID entry, List<Rewording> reworded, Locale locale) {
		return before(reworded.stream().filter((one) -> Objects.equals(one.entry(), entry)).toList(), locale);
	}

	/** The latest first. */
	List<Before> before(List<Rewording> rewordings, Locale locale) {
		return rewordings.reversed()
			.stream()
			.map((one) -> new Before(this.words.time(one.at(), locale), one.before()))
			.toList();
	}

	private Entry entry(TimelineEntry entry, Map<ServiceId, ServiceSummary> services, List<Rewording> reworded,
			Locale locale) {
		return new Entry(entry.id().toString(), entry.at().truncatedTo(ChronoUnit.SECONDS),
				this.words.time(entry.at(), locale), this.pages.title(entry, services, locale), entry.text(),
				entry.forStaff(), isEditable(entry),
				(entry.editedAt() != null) ? this.words.time(entry.editedAt(), locale) : null,
				before(entry.id(), reworded, locale));
	}

}
