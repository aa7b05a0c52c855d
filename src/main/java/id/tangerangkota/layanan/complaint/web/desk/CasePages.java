package id.tangerangkota.layanan.complaint.web.desk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.CurrentState;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.complaint.BothLanguages;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.queue.CaseFile;
import id.tangerangkota.layanan.complaint.queue.CaseFile.RunClock;
import id.tangerangkota.layanan.complaint.queue.CaseLine;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Puts a case into words. */
@Component
class CasePages {

	private final QueuePages pages;

	private final CaseEvidence evidence;

	private final AvailabilityReport availability;

	private final CaseOfficers officers;

	private final CaseFacts facts;

	private final CaseTimeline timeline;

	private final RelatedCases related;

	private final DeskWords words;

	CasePages(QueuePages pages, CaseEvidence evidence, AvailabilityReport availability, CaseOfficers officers,
			CaseFacts facts, CaseTimeline timeline, RelatedCases related, DeskWords words) {
		this.pages = pages;
		this.evidence = evidence;
		this.availability = availability;
		this.officers = officers;
		this.facts = facts;
		this.timeline = timeline;
		this.related = related;
		this.words = words;
	}

	/**
	 * A case in words.
	 *
	 * @param published whether everybody may see it
	 * @param place null where it is about none
	 * @param before photos the reporter sent
	 * @param after photos of the last solution
	 */
	record View(String ticket, String subject, String text, boolean published, boolean open, String status,
			@Nullable DueTag due, List<String> marks, List<CaseFacts.Fact> facts, CaseFacts.@Nullable Fact place,
			@Nullable String point, List<ClockView> clocks, List<CaseTimeline.Step> steps,
			List<CaseTimeline.Photo> before, List<CaseTimeline.Photo> after, @Nullable ServiceState service,
			List<RelatedCases.View> merged, List<RelatedCases.View> others, boolean anonymous) {
	}

	/**
	 * A clock.
	 *
	 * @param met when what it waits for was done, null while it was not
	 * @param tag null where it does not run
	 */
	record ClockView(String name, String due, String span, @Nullable String paused, @Nullable String met, boolean late,
			@Nullable DueTag tag) {
	}

	/** A service that is concerned, as it was and as it is. */
	record ServiceState(String name, String href, String now, List<String> then) {
	}

	View view(CaseFile file, Locale locale) {
		return view(file, Long.MAX_VALUE, locale);
	}

	/**
	 * As somebody sees it who has seen a part.
	 * @param seen the last thing that had happened when the page was opened
	 */
	View view(CaseFile file, long seen, Locale locale) {
		CaseLine line = file.line();
		QueuePages.Names names = this.pages.names(Stream.of(line.service()), locale);
		Map<AccountId, String> people = this.officers.names();
		List<CaseTimeline.Step> steps = file.steps()
			.stream()
			.map((step) -> this.timeline.step(step, seen, names, people, locale))
			.toList();
		ComplaintPlace place = file.place();
		return new View(line.ticket().toString(), this.pages.subject(line, locale), text(file, locale),
				file.published(), line.status().isOpen(), this.pages.status(line.status(), locale), due(file, locale),
				this.pages.marks(line, locale), this.facts.of(file, names, people, locale),
				(place != null) ? this.facts.place(place, names, locale) : null, CaseFacts.point(place),
				file.clocks().stream().map((clock) -> clock(file, clock, locale)).toList(), steps,
				this.timeline.photos(file.photos(), locale), this.timeline.after(file, locale),
				service(file, names, locale), this.related.views(file.merged(), locale),
				this.related.views(file.others(), locale), line.anonymous());
	}

	/** What was reported, or what the portal wrote for an outage. */
	static String text(CaseFile file, Locale locale) {
		return (file.channel() == Channel.OUTAGE) ? BothLanguages.in(locale, file.text()) : file.text();
	}

	private @Nullable DueTag due(CaseFile file, Locale locale) {
		Instant until = (file.waitingUntil() != null) ? file.waitingUntil() : file.closesAt();
		CaseLine line = file.line();
		return this.pages.due(new CaseLine(line.id(), line.version(), line.ticket(), line.kind(), line.status(),
				line.category(), line.service(), line.subDistrict(), line.subject(), line.anonymous(),
				line.confidential(), line.supervisory(), line.agency(), line.officer(), line.receivedAt(), line.due(),
				until, line.supporters(), line.photos(), line.reopened(), line.byPortal()), locale);
	}

	private ClockView clock(CaseFile file, RunClock clock, Locale locale) {
		Instant met = clock.met();
		boolean runs = met == null && clock.dueAt().equals(file.line().due());
		return new ClockView(this.words.say("complaint-desk.clock." + clock.name(), locale),
				this.words.time(clock.dueAt(), locale),
				this.words.say("complaint-desk.clock.span", locale, clock.days(),
						this.words.time(clock.startsAt(), locale)),
				(clock.pausedDays() > 0) ? this.words.say("complaint-desk.clock.paused", locale, clock.pausedDays())
						: null,
				(met != null) ? this.words.say("complaint-desk.clock.met", locale, this.words.time(met, locale)) : null,
				clock.isLate(this.words.time()) && (met != null || runs),
				runs ? this.words.due(clock.dueAt(), locale) : null);
	}

	private @Nullable ServiceState service(CaseFile file, QueuePages.Names names, Locale locale) {
		ServiceSummary service = (file.line().service() != null) ? names.services().get(file.line().service()) : null;
		if (service == null) {
			return null;
		}
		CurrentState now = this.availability.now(Objects.requireNonNull(file.line().service()));
		Instant since = now.since();
		String state = this.words.say("availability.state." + now.state().name().toLowerCase(Locale.ROOT), locale);
		return new ServiceState(service.name(), "/status/" + service.slug(),
				(since != null)
						? this.words.say("complaint-desk.service.since", locale, state, this.words.brief(since, locale))
						: state,
				(file.evidence() != null) ? this.evidence.lines(file.evidence(), locale) : List.of());
	}

}
