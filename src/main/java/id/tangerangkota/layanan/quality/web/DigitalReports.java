package id.tangerangkota.layanan.quality.web;

import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.complaint.PublicFilter;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.stereotype.Component;

/** Complaints about what a site or an app does to people. */
@Component
class DigitalReports {

	/** They are made under this category. */
	static final String CATEGORY = "layanan-digital";

	private final PublicComplaints complaints;

	DigitalReports(PublicComplaints complaints) {
		this.complaints = complaints;
	}

	/** Only those everybody may see, and of people: the number leads to their list. */
	long count(DashboardSubject subject, Period period) {
		return this.complaints
			.list(new PublicFilter(PublicFilter.ALL.states(), CATEGORY,
					(subject.slug() == null) ? subject.agencyId() : null, subject.subject().service(), null, null,
					false, PageClock.start(period.from()), PageClock.start(period.to().plusDays(1)), false), 1, 1)
			.total();
	}

}
