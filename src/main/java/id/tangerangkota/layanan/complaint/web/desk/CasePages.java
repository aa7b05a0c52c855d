package id.tangerangkota.layanan.complaint.web.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.attachment.StoredAttachment;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.CurrentState;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.complaint.BothLanguages;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.Visibility;
import id.tangerangkota.layanan.complaint.queue.CaseFile;
import id.tangerangkota.layanan.complaint.queue.CaseFile.RunClock;
import id.tangerangkota.layanan.complaint.queue.CaseFile.Step;
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

	private final RelatedCases related;

	private final DeskWords words;

	CasePages(QueuePages pages, CaseEvidence evidence, AvailabilityReport availability, CaseOfficers officers,
			RelatedCases related, DeskWords words) {
		this.pages = pages;
		this.evidence = evidence;
		this.availability = availability;
		this.officers = officers;
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
			@Nullable DueTag due, List<String> marks, List<Fact> facts, @Nullable Fact place, @Nullable String point,
			List<ClockView> clocks, List<StepView> steps, List<Photo> before, List<Photo> after,
			@Nullable ServiceState service, List<RelatedCases.View> merged, List<RelatedCases.View> others,
			boolean anonymous) {
	}

	/** Something known about it. */
	record Fact(String label, String value, @Nullable String href) {

		Fact(String label, String value) {
			this(label, value, null);
		}

	}

	/**
	 * What is known of two cases that may be about the same.
	 *
	 * @param differs whether that speaks against it
	 */
	record Compared(String label, String one, String other, boolean differs) {
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

	/**
	 * Something that happened.
	 *
	 * @param machine for {@code <time>}
	 * @param link ticket of another case it names
	 * @param redactable whether words can be taken out of it
	 * @param fresh whether it happened after the page was opened
	 */
	record StepView(String id, String label, String time, String machine, String who, @Nullable String text,
			Visibility visibility, String readers, List<Photo> photos, @Nullable String link, boolean redactable,
			boolean fresh) {
	}

	/** A photo, or a document to download. */
	record Photo(String id, boolean picture, String label) {
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
		List<StepView> steps = file.steps().stream().map((step) -> step(step, seen, names, people, locale)).toList();
		ComplaintPlace place = file.place();
		return new View(line.ticket().toString(), this.pages.subject(line, locale), text(file, locale),
				file.published(), line.status().isOpen(), this.pages.status(line.status(), locale), due(file, locale),
				this.pages.marks(line, locale), facts(file, names, people, locale),
				(place != null) ? place(place, names, locale) : null, point(place),
				file.clocks().stream().map((clock) -> clock(file, clock, locale)).toList(), steps,
				photos(file.photos(), locale), after(file, locale), service(file, names, locale),
				this.related.views(file.merged(), locale), this.related.views(file.others(), locale), line.anonymous());
	}

	private static String text(CaseFile file, Locale locale) {
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

	private List<Fact> facts(CaseFile file, QueuePages.Names names, Map<AccountId, String> people, Locale locale) {
		CaseLine line = file.line();
		List<Fact> facts = new ArrayList<>();
		facts.add(fact("kind", this.words.say("complaint-desk.kind." + line.kind(), locale), locale));
		facts.add(fact("category", names.category(line.category()), locale));
		AgencyId agency = line.agency();
		facts.add(fact("agency",
				(agency != null) ? names.fullAgency(agency) : this.words.say("complaint-desk.agency.none", locale),
				locale));
		facts.add(fact("officer", (line.officer() != null) ? name(line.officer(), people, locale)
				: this.words.say("complaint-desk.officer.none", locale), locale));
		facts.add(fact("received", this.words.time(line.receivedAt(), locale) + ", "
				+ this.words.say("complaint-desk.channel." + file.channel(), locale), locale));
		facts.add(fact("readers",
				this.words.say(
						line.supervisory() ? "complaint-desk.readers.supervisory"
								: line.confidential() ? "complaint-desk.readers.confidential" : file.published()
										? "complaint-desk.readers.everybody" : "complaint-desk.readers.not-yet",
						locale),
				locale));
		facts.add(fact("reporter",
				this.words.say((file.channel() == Channel.OUTAGE) ? "complaint-desk.reporter.portal"
						: line.anonymous() ? "complaint-desk.reporter.anonymous" : "complaint-desk.reporter.masked",
						locale),
				locale));
		if (file.resolvedBy() != null) {
			facts.add(fact("decided-by", name(file.resolvedBy(), people, locale), locale));
		}
		if (!file.barred().isEmpty()) {
			facts.add(fact("barred",
					file.barred().stream().map((one) -> name(one, people, locale)).collect(Collectors.joining(", ")),
					locale));
		}
		if (file.rejection() != null) {
			facts
				.add(fact("rejection", this.words.say("complaint-desk.rejection." + file.rejection(), locale), locale));
		}
		if (file.referredTo() != null) {
			facts.add(fact("referred", this.words.say("complaint-desk.referral." + file.referredTo(), locale), locale));
		}
		TicketNumber into = file.mergedInto();
		if (into != null) {
			facts.add(new Fact(this.words.say("complaint-desk.fact.merged", locale), into.toString(),
					CaseQueueController.PATH + "/" + into));
		}
		if (file.closing() != null) {
			facts.add(fact("closing", this.words.say("complaint-desk.closing." + file.closing(), locale), locale));
		}
		if (file.rating() != null) {
			facts.add(fact("rating",
					this.words.say(Boolean.TRUE.equals(file.solved()) ? "complaint-desk.rating.solved"
							: Boolean.FALSE.equals(file.solved()) ? "complaint-desk.rating.not-solved"
									: "complaint-desk.rating.only",
							locale, file.rating()),
					locale));
		}
		return facts;
	}

	/** What tells whether two cases are about the same thing. */
	List<Compared> compared(CaseFile one, CaseFile other, Locale locale) {
		QueuePages.Names names = this.pages.names(Stream.of(one.line().service(), other.line().service()), locale);
		return Stream.of(compared("service", one, other, (file) -> names.service(file.line().service()), locale),
				compared("place", one, other,
						(file) -> (file.place() != null) ? place(file.place(), names, locale).value() : null, locale),
				compared("agency", one, other,
						(file) -> (file.line().agency() != null) ? names.fullAgency(file.line().agency()) : null,
						locale),
				received(one, other, locale))
			.flatMap(Optional::stream)
			.toList();
	}

	/** Nothing where neither has any. */
	private Optional<Compared> compared(String key, CaseFile one, CaseFile other,
			Function<CaseFile, @Nullable String> value, Locale locale) {
		String of = value.apply(one);
		String ofOther = value.apply(other);
		if (of == null && ofOther == null) {
			return Optional.empty();
		}
		String none = this.words.say("complaint-desk.agency.none", locale);
		return Optional
			.of(new Compared(this.words.say("complaint-desk.fact." + key, locale), Objects.requireNonNullElse(of, none),
					Objects.requireNonNullElse(ofOther, none), !Objects.equals(of, ofOther)));
	}

	private Optional<Compared> received(CaseFile one, CaseFile other, Locale locale) {
		return Optional.of(new Compared(this.words.say("complaint-desk.fact.received", locale),
				this.words.time(one.line().receivedAt(), locale), this.words.time(other.line().receivedAt(), locale),
				false));
	}

	private Fact fact(String key, String value, Locale locale) {
		return new Fact(this.words.say("complaint-desk.fact." + key, locale), value);
	}

	private String name(AccountId account, Map<AccountId, String> people, Locale locale) {
		String name = people.get(account);
		return (name != null) ? name : this.words.say("complaint-desk.officer.gone", locale);
	}

	private Fact place(ComplaintPlace place, QueuePages.Names names, Locale locale) {
		List<String> parts = new ArrayList<>();
		if (place.address() != null) {
			parts.add(place.address());
		}
		String name = names.place(place.subDistrict());
		if (name != null) {
			parts.add(this.words.say("complaint-desk.place.sub-district", locale, name));
		}
		return fact("place",
				parts.isEmpty() ? this.words.say("complaint-desk.place.point", locale) : String.join(", ", parts),
				locale);
	}

	/** To be copied into any map. */
	private static @Nullable String point(@Nullable ComplaintPlace place) {
		if (place == null || place.latitude() == null) {
			return null;
		}
		return String.format(Locale.ROOT, "%.6f, %.6f", place.latitude(), place.longitude());
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

	private StepView step(Step step, long seen, QueuePages.Names names, Map<AccountId, String> people, Locale locale) {
		String code = step.code();
		boolean ticket = code != null && TicketNumber.parse(code).isPresent() && code.startsWith("LKS");
		String words = (code != null) ? code(step.kind(), code, names, people, locale) : "";
		return new StepView(step.id().toString(), this.words.say("complaint-desk.entry." + step.kind(), locale, words),
				this.words.time(step.at(), locale),
				step.at().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString(),
				who(step, names, people, locale), BothLanguages.in(locale, step.kind(), step.text()), step.visibility(),
				this.words.say("complaint-desk.visibility." + step.visibility(), locale), photos(step.photos(), locale),
				ticket ? code : null, step.text() != null, step.seq() > seen);
	}

	private String code(String kind, String code, QueuePages.Names names, Map<AccountId, String> people,
			Locale locale) {
		return switch (kind) {
			case "VERIFIED", "FORWARDED" -> AgencyId.isValid(code) ? names.fullAgency(new AgencyId(code)) : code;
			case "ASSIGNED" ->
				CaseQueueController.account(code).map((account) -> name(account, people, locale)).orElse(code);
			case "REJECTED" -> this.words.say("complaint-desk.rejection." + code, locale);
			case "REFERRED" -> this.words.say("complaint-desk.referral." + code, locale);
			default -> code;
		};
	}

	private String who(Step step, QueuePages.Names names, Map<AccountId, String> people, Locale locale) {
		AccountId author = step.author();
		if (author == null) {
			return this.words.say(
					"CITIZEN".equals(step.role()) ? "complaint-desk.who.citizen" : "complaint-desk.who.portal", locale);
		}
		AgencyId agency = step.agency();
		return (agency != null) ? this.words.say("complaint-desk.who.agency", locale, name(author, people, locale),
				names.agency(agency)) : name(author, people, locale);
	}

	private List<Photo> photos(Collection<StoredAttachment> stored, Locale locale) {
		List<Photo> photos = new ArrayList<>();
		for (StoredAttachment attachment : stored) {
			boolean picture = attachment.isPhoto();
			photos.add(new Photo(attachment.id().toString(), picture,
					this.words.say(picture ? "complaint-desk.photo" : "complaint-desk.document", locale,
							photos.size() + 1, stored.size())));
		}
		return photos;
	}

	private List<Photo> after(CaseFile file, Locale locale) {
		return photos(file.steps()
			.reversed()
			.stream()
			.filter((step) -> step.kind().equals("RESOLVED") && !step.photos().isEmpty())
			.findFirst()
			.map(Step::photos)
			.orElse(List.of()), locale);
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
