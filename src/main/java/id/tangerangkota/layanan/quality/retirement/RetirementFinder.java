package id.tangerangkota.layanan.quality.retirement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.CurrentState;
import id.tangerangkota.layanan.availability.Outage;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.catalog.ServiceUsage;
import id.tangerangkota.layanan.complaint.ServiceComplaints;
import id.tangerangkota.layanan.quality.retirement.Sign.Kind;
import id.tangerangkota.layanan.survey.Days;
import id.tangerangkota.layanan.survey.SurveyResults;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Reads what other modules counted about all services at once, a constant number of
 * queries. A source counts as silence only after it was counted for {@value #LEAST_DAYS}
 * days: a new portal knows of no visits either.
 */
@Service
public class RetirementFinder {

	/** Down for so long is dead. */
	static final int DEAD_DAYS = 30;

	/** Less silence tells nothing. */
	static final int LEAST_DAYS = 90;

	private static final Period YEAR = Period.ofYears(1);

	private static final Comparator<Candidate> ORDER = Comparator.comparing(Candidate::advice)
		.thenComparing(Comparator.comparingLong(Candidate::reasons).reversed())
		.thenComparing((candidate) -> candidate.service().name(), String.CASE_INSENSITIVE_ORDER);

	private final ServiceCatalog catalog;

	private final AvailabilityReport availability;

	private final ServiceUsage usage;

	private final ServiceComplaints complaints;

	private final SurveyResults survey;

	private final Clock clock;

	RetirementFinder(ServiceCatalog catalog, AvailabilityReport availability, ServiceUsage usage,
			ServiceComplaints complaints, SurveyResults survey, Clock clock) {
		this.catalog = catalog;
		this.availability = availability;
		this.usage = usage;
		this.complaints = complaints;
		this.survey = survey;
		this.clock = clock;
	}

	/** What was counted about something, and since when. */
	private record Counted(@Nullable LocalDate since, Map<ServiceId, Long> counts) {

		Sign sign(Kind kind, ServiceId service) {
			long count = this.counts.getOrDefault(service, 0L);
			if (count > 0) {
				return new Sign(kind, false, this.since, count);
			}
			return new Sign(kind, (this.since != null) ? true : null, this.since, null);
		}

	}

	/** What a person should decide about; those to retire first. */
	public List<Candidate> candidates() {
		LocalDate today = PageClock.day(this.clock.instant());
		LocalDate from = today.minus(YEAR);
		List<ServiceSummary> services = this.catalog.summaries(this.catalog.owners().keySet())
			.stream()
			.filter((service) -> !service.lifecycle().isOver())
			.toList();
		Map<ServiceId, Sign> dead = dead(services.stream().map(ServiceSummary::id).toList());
		Counted visits = counted(this.usage.countedSince(), from, today, this.usage.opened(from, today));
		Counted reports = counted(this.complaints.since(), from, today, this.complaints.received(from, today));
		SurveyResults.Answered answered = this.survey.answered(new Days(from, today));
		Counted answers = counted(Optional.ofNullable(answered.since()), from, today, answered.byService());
		Map<ServiceId, LocalDate> reviews = this.catalog.lastReviews();
		List<Candidate> candidates = new ArrayList<>();
		for (ServiceSummary service : services) {
			ServiceId id = service.id();
			Candidate candidate = new Candidate(service,
					List.of(dead.getOrDefault(id, unknown()), visits.sign(Kind.UNVISITED, id),
							reports.sign(Kind.NO_COMPLAINTS, id), answers.sign(Kind.NO_ANSWERS, id),
							reviewed(reviews.get(id), from)));
			if (candidate.isOne()) {
				candidates.add(candidate);
			}
		}
		candidates.sort(ORDER);
		return candidates;
	}

	private static Sign unknown() {
		return new Sign(Kind.DEAD, null, null, null);
	}

	/** Of those that checks can say something about now. */
	private Map<ServiceId, Sign> dead(List<ServiceId> services) {
		Instant now = this.clock.instant();
		Map<ServiceId, CurrentState> states = this.availability.now(services);
		Map<ServiceId, Sign> signs = new HashMap<>();
		List<ServiceId> down = new ArrayList<>();
		states.forEach((id, current) -> {
			if (current.state() == ServiceState.DOWN) {
				down.add(id);
			}
			else if (current.state().counts()) {
				signs.put(id, new Sign(Kind.DEAD, false, null, null));
			}
		});
		Instant longAgo = now.minus(DEAD_DAYS, ChronoUnit.DAYS);
		this.availability.outages(down, now.minusSeconds(1), now)
			.forEach((id, outages) -> outages.stream()
				.filter(Outage::isOpen)
				.findFirst()
				.ifPresent((outage) -> signs.put(id,
						new Sign(Kind.DEAD, !outage.start().isAfter(longAgo), PageClock.day(outage.start()), null))));
		return signs;
	}

	private static Counted counted(Optional<LocalDate> since, LocalDate from, LocalDate today,
			Map<ServiceId, Long> counts) {
		LocalDate first = since.map((day) -> day.isBefore(from) ? from : day)
			.filter((day) -> !day.isAfter(today.minusDays(LEAST_DAYS)))
			.orElse(null);
		return new Counted(first, counts);
	}

	/** That no review is on record is known, too. */
	private static Sign reviewed(@Nullable LocalDate review, LocalDate from) {
		return new Sign(Kind.NOT_REVIEWED, review == null || review.isBefore(from), review, null);
	}

}
