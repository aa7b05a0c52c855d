package id.tangerangkota.layanan.complaint.web.follow;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.calendar.Deadline;
import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.complaint.BothLanguages;
import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.ReporterView;
import id.tangerangkota.layanan.complaint.open.EntryKeys;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the pages of reporters into words. */
@Component
class ReportPages {

	/**
	 * What reporters did themselves is told to them as theirs; all else as to everybody.
	 */
	private static final Map<String, String> MINE = Map.of("REPLIED", "complaint-follow.mine.replied", "REOPENED",
			"complaint-follow.mine.reopened", "CONFIRMED", "complaint-follow.mine.confirmed", "RATED",
			"complaint-follow.mine.rated", "WITHDRAWN", "complaint-follow.mine.withdrawn", "ANONYMISED",
			"complaint-follow.mine.anonymised");

	/** What the city said last where the reporter has to act, or can. */
	private static final Map<ComplaintStatus, String> SAID = Map.of(ComplaintStatus.WAITING_FOR_CITIZEN, "ASKED",
			ComplaintStatus.REJECTED, "REJECTED", ComplaintStatus.REFERRED, "REFERRED");

	/** Their code is the number of another report of the same reporter. */
	private static final Set<String> SPLIT = Set.of("SPLIT", "SPLIT_FROM");

	private final ComplaintCategories categories;

	private final ServiceCatalog catalog;

	private final Regions regions;

	private final MessageSource messages;

	private final PageClock clock;

	ReportPages(ComplaintCategories categories, ServiceCatalog catalog, Regions regions, MessageSource messages,
			PageClock clock) {
		this.categories = categories;
		this.catalog = catalog;
		this.regions = regions;
		this.messages = messages;
		this.clock = clock;
	}

	ReportView view(ReporterView report, Locale locale) {
		ComplaintPlace place = report.place();
		TicketNumber into = report.mergedInto();
		return new ReportView(report.ticket().toString(), report.subject(), report.text(),
				about(report.kind(), report.category(), locale), report.status(), report.status().shown(),
				state(report.status(), locale), report.anonymous(), report.confidential(), report.published(),
				agency(report.agency()), this.clock.format(report.receivedAt(), locale),
				due(report.status(), report.due(), locale), solution(report, locale), report.overdue(),
				date(report.waitingUntil(), locale), said(report, locale), date(report.closesOn(), locale),
				date(report.reopenUntil(), locale), (into != null) ? into.toString() : null, report.masterPublished(),
				report.referredTo(), report.rejection(), report.rating(), report.solved(), report.supporters(),
				service(report.service()), (place != null) ? region(place.subDistrict()) : null,
				(place != null) ? place.address() : null, report.photos(),
				report.steps().stream().map((step) -> step(step, locale)).toList(), ReportView.Can.of(report.status(),
						report.reopenUntil() != null, report.isToJudge(), report.anonymous()));
	}

	List<ReportView.Row> rows(List<ReporterView.Row> rows, Locale locale) {
		Map<ServiceId, String> services = new HashMap<>();
		Collection<ServiceId> ids = rows.stream().map(ReporterView.Row::service).filter(Objects::nonNull).toList();
		if (!ids.isEmpty()) {
			this.catalog.summaries(ids).forEach((service) -> services.put(service.id(), service.name()));
		}
		return rows.stream().map((row) -> {
			String service = (row.service() != null) ? services.get(row.service()) : null;
			String about = about(row.kind(), row.category(), locale);
			LocalDate due = row.dueOn();
			return new ReportView.Row(row.ticket().toString(), row.subject(),
					(service != null) ? about + " · " + service : about, row.status().shown(),
					state(row.status(), locale), this.clock.format(row.receivedAt(), locale), (due != null)
							? say("complaint-follow.due." + row.status(), locale, this.clock.date(due, locale)) : null,
					row.overdue(), row.asked());
		}).toList();
	}

	private ReportView.Step step(ReporterView.Step step, Locale locale) {
		AgencyId by = step.agency();
		String code = EntryKeys.agency(step.kind(), step.code(), (by != null) ? by.code() : null);
		String agency = (code != null) ? agency(new AgencyId(code)) : null;
		String mine = step.mine() ? MINE.get(step.kind()) : null;
		String title = say((mine != null) ? mine : EntryKeys.of(step.kind(), step.code()), locale,
				(agency != null) ? agency : say("complaint-open.city", locale));
		return new ReportView.Step(step.at().truncatedTo(ChronoUnit.SECONDS), this.clock.format(step.at(), locale),
				title, BothLanguages.in(locale, step.kind(), step.text()),
				SPLIT.contains(step.kind()) ? step.code() : null, step.mine(), step.photos());
	}

	private static @Nullable String said(ReporterView report, Locale locale) {
		String kind = SAID.get(report.status());
		return (kind != null) ? report.steps()
			.reversed()
			.stream()
			.filter((step) -> step.kind().equals(kind))
			.findFirst()
			.map((step) -> BothLanguages.in(locale, step.kind(), step.text()))
			.orElse(null) : null;
	}

	/** What the receipt promised, where another step comes first. */
	private @Nullable String solution(ReporterView report, Locale locale) {
		Deadline solution = report.solution();
		return (solution != null && !solution.equals(report.due()))
				? say("complaint-follow.solution", locale, this.clock.date(solution.dueOn(), locale)) : null;
	}

	private @Nullable String due(ComplaintStatus status, @Nullable Deadline due, Locale locale) {
		return (due != null) ? say("complaint-follow.due." + status, locale, this.clock.date(due.dueOn(), locale))
				: null;
	}

	private String about(ComplaintKind kind, String category, Locale locale) {
		boolean english = Language.of(locale) == Language.ENGLISH;
		String name = this.categories.find(category)
			.map((found) -> english ? found.nameEn() : found.name())
			.orElse(category);
		return say("complaint-open.about", locale, say("complaint-open.kind." + kind, locale), name);
	}

	private String state(ComplaintStatus status, Locale locale) {
		return say("complaint-open.state." + status.shown().code(), locale);
	}

	private @Nullable String agency(@Nullable AgencyId agency) {
		return Optional.ofNullable(agency)
			.map((id) -> this.catalog.agency(id.code()).map(Agency::shortName).orElse(id.code()))
			.orElse(null);
	}

	private @Nullable ServiceSummary service(@Nullable ServiceId service) {
		return (service != null) ? this.catalog.summaries(List.of(service)).stream().findFirst().orElse(null) : null;
	}

	private @Nullable String region(@Nullable RegionCode region) {
		return Optional.ofNullable(region)
			.flatMap(this.regions::subDistrict)
			.map((found) -> this.regions.district(found.code().district())
				.map((district) -> found.name() + ", " + district.name())
				.orElse(found.name()))
			.orElse(null);
	}

	private @Nullable String date(@Nullable LocalDate date, Locale locale) {
		return (date != null) ? this.clock.date(date, locale) : null;
	}

	/** Choices whose texts have the key followed by their value. */
	List<Choice> choices(String key, List<String> values, Locale locale) {
		return values.stream().map((value) -> new Choice(value, say(key + value, locale))).toList();
	}

	String say(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
