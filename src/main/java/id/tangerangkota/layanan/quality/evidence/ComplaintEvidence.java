package id.tangerangkota.layanan.quality.evidence;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.complaint.ComplaintStatistics;
import id.tangerangkota.layanan.complaint.ComplaintStatistics.AgencyCount;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.web.Language;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What became of complaints. */
@Component
class ComplaintEvidence {

	/** Complaints no agency has yet. */
	private static final String NOBODY = "belum-ada-perangkat-daerah";

	private final ComplaintStatistics complaints;

	private final MessageSource messages;

	ComplaintEvidence(ComplaintStatistics complaints, MessageSource messages) {
		this.complaints = complaints;
		this.messages = messages;
	}

	/** Where each complaint is now; what moved within the city counts once. */
	void collect(Period days, Found found) {
		AgencyCount city = this.complaints.city(days.from(), days.to());
		if (city.received() == 0) {
			return;
		}
		found.names()
			.put(NOBODY, this.messages.getMessage("passport-evidence.nobody", null, Language.INDONESIAN.locale()));
		for (AgencyCount one : this.complaints.byAgency(days.from(), days.to())) {
			AgencyId agency = one.agency();
			String code = (agency != null) ? agency.code() : NOBODY;
			found.count("laporan", Found.CITY, code, one.received() + one.transferredIn() - one.transferredOut(), 1);
			found.count("laporan-tepat-waktu", Found.CITY, code, one.inTime(), one.resolved());
			if (one.resolved() > 0) {
				found.count("laporan-tepat-waktu", code, code, one.inTime(), one.resolved());
				found.publishShare("laporan-tepat-waktu", code, one.inTime(), one.resolved());
			}
		}
		found.publish("laporan", Found.CITY, Rule.SUM, Long.toString(city.received()));
		if (city.resolved() > 0) {
			found.publishShare("laporan-tepat-waktu", Found.CITY, city.inTime(), city.resolved());
		}
		else {
			found.counts()
				.removeIf(
						(count) -> count.figure().equals("laporan-tepat-waktu") && count.subject().equals(Found.CITY));
		}
	}

}
