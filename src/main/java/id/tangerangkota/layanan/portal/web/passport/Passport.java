package id.tangerangkota.layanan.portal.web.passport;

import java.time.LocalDate;

import id.tangerangkota.layanan.availability.Uptime;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.complaint.ServiceComplaints;
import id.tangerangkota.layanan.quality.Scorecard.Card;
import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.survey.OpinionYear;
import id.tangerangkota.layanan.survey.SkmResult;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a service's quality. What nobody measured is null or empty, never
 * zero.
 *
 * @param from first of the 365 days it speaks of
 * @param to last of them: yesterday, or the day on which the service ended
 * @param month the last 30 of these days
 * @param year all of them
 * @param openReports complaints everybody can read that are open now
 * @param said the time of which it says what people say
 * @param skm null when nobody answered
 * @param card of the same time, so that what was measured stands beside it
 */
record Passport(ServiceDetail service, LocalDate from, LocalDate to, Uptime month, Uptime year, int openReports,
		ServiceComplaints.Count complaints, OpinionYear said, @Nullable SkmResult skm, Card card) {

	/**
	 * Calendar days from receipt to the first answer; null where so few were answered
	 * that one could tell how each of them went.
	 */
	@Nullable Double medianDays() {
		return areComplaintsMany() ? this.complaints.medianDays() : null;
	}

	/**
	 * Whether it may be told how complaints went. Of few, also those whom nobody but
	 * their reporters may read could be told apart.
	 */
	boolean areComplaintsMany() {
		return this.complaints.answered() >= Figure.LEAST;
	}

	/** Where nothing was watched there is nothing to doubt. */
	boolean isUnverified() {
		return this.service.hasUnverifiedAddress() && !this.year.counted().isZero();
	}

}
