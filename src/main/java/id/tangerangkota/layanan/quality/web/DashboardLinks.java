package id.tangerangkota.layanan.quality.web;

import java.util.Set;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.inspection.Inspections;
import id.tangerangkota.layanan.web.DayRange;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.Query;
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

	@Override
	public String indicator(String id) {
		return this.form.query().at(DrillController.PATH + "/" + id);
	}

	/**
	 * Public complaints about sites and apps, also for whoever sees more: the number in
	 * the sentence is theirs.
	 */
	@Override
	public String reports() {
		return during().with("kategori", DigitalReports.CATEGORY).at("/pengaduan");
	}

	/**
	 * What was received of its complaints: the queue for whoever works with it, else the
	 * public list.
	 */
	public String complaints() {
		if (!this.cases) {
			return during().at("/pengaduan");
		}
		Subject whose = this.subject.subject();
		Query query = Query.EMPTY.with("tab", "semua");
		if (whose.service() != null) {
			query = query.with("layanan", whose.service().toString());
		}
		else if (whose.agency() != null) {
			query = query.with("opd", whose.agency().code());
		}
		return days().addTo(query).at("/petugas/pengaduan");
	}

	/** The time and the subject, as public lists name them. */
	private Query during() {
		AgencyId agency = this.subject.subject().agency();
		boolean service = this.subject.slug() != null;
		return days().addTo(Query.EMPTY)
			.with("layanan", this.subject.slug())
			.with("opd", (!service && agency != null) ? agency.code() : null);
	}

	private DayRange days() {
		return new DayRange(this.period.from(), this.period.to());
	}

	/** What people answered, for whoever may read it. */
	@Override
	public String survey() {
		return "#pendapat";
	}

	/**
	 * What an indicator counts, one by one.
	 *
	 * @param text key of its name
	 */
	record Counted(String href, String text) {
	}

	/** Counted from outages and the states around them. */
	private static final Set<String> OF_OUTAGES = Set.of("uptime", "outages", "outage-length", "acknowledgement",
			"peak-downtime");

	/** Counted from answers to checks, of which pages of services tell. */
	private static final Set<String> OF_CHECKS = Set.of("response-time", "working-links", "certificate-warnings");

	/**
	 * Where what an indicator counts is listed; null where no list shows the same.
	 * Complaints are listed by the day of receipt and counted by other days.
	 * @param inspections whether whoever looks may read them
	 */
	@Nullable Counted counted(String indicator, boolean inspections) {
		String slug = this.subject.slug();
		if (OF_OUTAGES.contains(indicator)) {
			return new Counted(incidents(), "dashboard.incidents");
		}
		if (OF_CHECKS.contains(indicator)) {
			return (slug != null) ? new Counted("/status/" + slug, "dashboard.checks") : null;
		}
		if (!Inspections.INDICATORS.contains(indicator) || !inspections) {
			return null;
		}
		AgencyId agency = this.subject.subject().agency();
		return new Counted((slug != null) ? InspectionController.PATH + "/" + slug
				: Query.EMPTY.with("opd", (agency != null) ? agency.code() : null).at(InspectionController.PATH),
				"inspection.title");
	}

	/** Outages and their causes. */
	public String incidents() {
		return during().at("/status/insiden");
	}

	public String csv() {
		return this.language.addTo(this.form.query().at(DashboardController.PATH + "/unduh.csv"));
	}

	public String xlsx() {
		return this.language.addTo(this.form.query().at(DashboardController.PATH + "/unduh.xlsx"));
	}

	/** Services beside each other; of a service, its neighbours. */
	public String heat() {
		return this.form.about(this.subject.agency(), null).query().at(HeatController.PATH);
	}

	/** Agencies beside each other, null within one. */
	public @Nullable String ranking() {
		return this.subject.subject().isCity() ? this.form.query().with("tingkat", "opd").at(HeatController.PATH)
				: null;
	}

}
