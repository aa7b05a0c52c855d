package id.tangerangkota.layanan.portal.web.passport;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.complaint.ServiceComplaints;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.Scorecard;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.survey.Days;
import id.tangerangkota.layanan.survey.OpinionYear;
import id.tangerangkota.layanan.survey.Scope;
import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.survey.SkmResult;
import id.tangerangkota.layanan.survey.SurveyResults;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.stereotype.Component;

/** Puts passports together from what the modules say. */
@Component
class Passports {

	private static final int MONTH = 30;

	private static final int YEAR = 365;

	private final ServiceCatalog catalog;

	private final AvailabilityReport availability;

	private final PublicComplaints reports;

	private final ServiceComplaints complaints;

	private final SurveyResults survey;

	private final Scorecard scorecard;

	private final Clock clock;

	Passports(ServiceCatalog catalog, AvailabilityReport availability, PublicComplaints reports,
			ServiceComplaints complaints, SurveyResults survey, Scorecard scorecard, Clock clock) {
		this.catalog = catalog;
		this.availability = availability;
		this.reports = reports;
		this.complaints = complaints;
		this.survey = survey;
		this.scorecard = scorecard;
		this.clock = clock;
	}

	/** The passport of the service with this slug. */
	Optional<Passport> find(String slug) {
		return this.catalog.service(slug).map(this::of);
	}

	/** What people say of a service, for its badge. */
	Optional<SkmResult> skm(ServiceDetail service) {
		return skm(service.id(), said(service));
	}

	private Optional<SkmResult> skm(ServiceId service, OpinionYear said) {
		return this.survey.skm(Scope.service(service), said.days());
	}

	/** Of a service that ended, up to the quarter in which it did. */
	private OpinionYear said(ServiceDetail service) {
		LocalDate today = PageClock.day(this.clock.instant());
		LocalDate after = SkmPeriod.quarter(last(service)).days().last().plusDays(1);
		return this.survey.opinionYear(after.isBefore(today) ? after : today);
	}

	/** Yesterday, or the last day on which there was anything to tell of. */
	private LocalDate last(ServiceDetail service) {
		LocalDate yesterday = PageClock.day(this.clock.instant()).minusDays(1);
		LocalDate ended = service.endedOn();
		return (ended != null && ended.isBefore(yesterday)) ? ended : yesterday;
	}

	private Passport of(ServiceDetail service) {
		ServiceId id = service.id();
		Days days = days(last(service));
		OpinionYear said = said(service);
		Instant end = PageClock.start(days.last().plusDays(1));
		return new Passport(service, days.first(), days.last(),
				this.availability.uptime(id, PageClock.start(days.last().minusDays(MONTH - 1)), end),
				this.availability.uptime(id, PageClock.start(days.first()), end),
				this.reports.open(List.of(id)).getOrDefault(id, 0), this.complaints.of(id, days.first(), days.last()),
				said, skm(id, said).orElse(null),
				this.scorecard.card(Subject.of(id), new Period(said.days().first(), said.days().last())));
	}

	/** Whole days only, so that all figures but opinions speak of the same time. */
	private static Days days(LocalDate last) {
		return new Days(last.minusDays(YEAR - 1L), last);
	}

}
