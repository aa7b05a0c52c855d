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

	/** Complaints about the conduct of officials, which count for no agency. */
	private static final String CONDUCT = "perilaku-pegawai";

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
		found.names().put(NOBODY, say("passport-evidence.nobody"));
		found.names().put(CONDUCT, say("passport-evidence.conduct"));
		for (AgencyCount one : this.complaints.byAgency(days.from(), days.to())) {
			AgencyId agency = one.agency();
			String code = (agency != null) ? agency.code() : NOBODY;
			count(one, code, found);
			if (one.resolved() > 0) {
				found.count("laporan-tepat-waktu", code, code, one.inTime(), one.resolved());
				found.publishShare("laporan-tepat-waktu", code, one.inTime(), one.resolved());
			}
		}
		AgencyCount conduct = this.complaints.conduct(days.from(), days.to());
		if (conduct.received() > 0) {
			count(conduct, CONDUCT, found);
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

	private static void count(AgencyCount one, String code, Found found) {
		found.count("laporan", Found.CITY, code, one.received() + one.transferredIn() - one.transferredOut(), 1);
		found.count("laporan-tepat-waktu", Found.CITY, code, one.inTime(), one.resolved());
	}

	private String say(String key) {
		return this.messages.getMessage(key, null, Language.INDONESIAN.locale());
	}

}
