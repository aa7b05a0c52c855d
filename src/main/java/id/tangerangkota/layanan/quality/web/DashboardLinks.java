package id.tangerangkota.layanan.quality.web;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.web.DayRange;
import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

/**
 * Where what stands behind the numbers can be seen.
 *
 * @param period the time they are about
 * @param cases whether whoever looks works with cases
 * @param language of files, whose links carry none of themselves
 */
record DashboardLinks(DashboardSubject subject, DashboardForm form, Period period, boolean cases,
		Language language) implements Insights.Links {

	private static final String DIGITAL = "layanan-digital";

	@Override
	public String indicator(String id) {
		return DrillController.PATH + "/" + id + this.form.query();
	}

	/** Complaints about sites and apps. */
	@Override
	public String reports() {
		return complaints() + "&kategori=" + DIGITAL;
	}

	/**
	 * What was received of its complaints: the queue for whoever works with it, else the
	 * public list.
	 */
	public String complaints() {
		Subject whose = this.subject.subject();
		String days = DayRange.query(this.period.from(), this.period.to());
		if (this.cases) {
			String queue = "/petugas/pengaduan?tab=semua&" + days;
			return (whose.service() != null) ? queue + "&layanan=" + whose.service().value()
					: (whose.agency() != null) ? queue + "&opd=" + whose.agency().code() : queue;
		}
		return "/pengaduan?" + days + whose();
	}

	/** As public lists name a subject. */
	private String whose() {
		AgencyId agency = this.subject.subject().agency();
		return (this.subject.slug() != null) ? "&layanan=" + this.subject.slug()
				: (agency != null) ? "&opd=" + agency.code() : "";
	}

	/** What people answered, for whoever may read it. */
	@Override
	public String survey() {
		return "#pendapat";
	}

	/** Outages and their causes. */
	public String incidents() {
		return "/status/insiden?" + DayRange.query(this.period.from(), this.period.to()) + whose();
	}

	public String csv() {
		return this.language.addTo(DashboardController.PATH + "/unduh.csv" + this.form.query());
	}

	public String xlsx() {
		return this.language.addTo(DashboardController.PATH + "/unduh.xlsx" + this.form.query());
	}

	/** Services beside each other; of a service, its neighbours. */
	public String heat() {
		return HeatController.PATH + this.form.about(this.subject.agency(), null).query();
	}

	/** Agencies beside each other, null within one. */
	public @Nullable String ranking() {
		return this.subject.subject().isCity() ? HeatController.PATH + add(this.form.query(), "tingkat=opd") : null;
	}

	private static String add(String query, String field) {
		return query.isEmpty() ? "?" + field : query + "&" + field;
	}

}
