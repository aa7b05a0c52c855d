package id.tangerangkota.layanan.quality.evidence;

import java.util.List;

import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.survey.Days;
import id.tangerangkota.layanan.survey.FollowUp;
import id.tangerangkota.layanan.survey.SkmResult;
import id.tangerangkota.layanan.survey.SurveyResults;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Collects what is published about a time, and the counts it is made of, from the modules
 * that own them.
 */
@Component
class EvidenceCollector {

	private final ServiceCatalog catalog;

	private final SurveyResults survey;

	private final SatisfactionEvidence satisfaction;

	private final ServiceEvidence services;

	private final ComplaintEvidence complaints;

	private final ScoreEvidence scores;

	EvidenceCollector(ServiceCatalog catalog, SurveyResults survey, SatisfactionEvidence satisfaction,
			ServiceEvidence services, ComplaintEvidence complaints, ScoreEvidence scores) {
		this.catalog = catalog;
		this.survey = survey;
		this.satisfaction = satisfaction;
		this.services = services;
		this.complaints = complaints;
		this.scores = scores;
	}

	Evidence collect(EvidencePeriod period, Period days) {
		Found found = new Found();
		this.catalog.agencies().forEach((agency) -> found.names().put(agency.code(), agency.name()));
		@Nullable SkmResult skm = this.satisfaction.collect(new Days(days.from(), days.to()), found);
		this.services.collect(days, found);
		this.complaints.collect(days, found);
		this.scores.collect(days, found);
		List<FollowUp> followUps = (period.part() != null) ? this.survey.followUps(period.part()) : List.of();
		SatisfactionEvidence.followUps(followUps, found);
		return new Evidence(period, days, found.published(), found.counts(), found.scales(), found.names(),
				this.services.watched(found), skm, followUps);
	}

}
