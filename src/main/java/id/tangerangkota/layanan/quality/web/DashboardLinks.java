package id.tangerangkota.layanan.quality.web;

import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

/**
 * Where what stands behind the numbers can be seen.
 *
 * @param cases whether whoever looks works with cases
 * @param language of files, whose links carry none of themselves
 */
record DashboardLinks(DashboardSubject subject, DashboardForm form, boolean cases,
		Language language) implements Insights.Links {

	private static final String DIGITAL = "layanan-digital";

	@Override
	public String indicator(String id) {
		return DrillController.PATH + "/" + id + this.form.query();
	}

	/** Complaints about sites and apps. */
	@Override
	public String reports() {
		String list = complaints();
		return list + (list.contains("?") ? "&" : "?") + "kategori=" + DIGITAL;
	}

	/**
	 * All of its complaints: the queue for whoever works with it, else the public list.
	 */
	public String complaints() {
		Subject whose = this.subject.subject();
		if (this.cases) {
			String queue = "/petugas/pengaduan?tab=semua";
			return (whose.service() != null) ? queue + "&layanan=" + whose.service().value()
					: (whose.agency() != null) ? queue + "&opd=" + whose.agency().code() : queue;
		}
		return (this.subject.slug() != null) ? "/pengaduan?layanan=" + this.subject.slug()
				: (whose.agency() != null) ? "/pengaduan?opd=" + whose.agency().code() : "/pengaduan";
	}

	/** What people answered, for whoever may read it. */
	@Override
	public String survey() {
		return "#pendapat";
	}

	/** Outages and their causes. */
	public String incidents() {
		return (this.subject.slug() != null) ? "/status/" + this.subject.slug() : "/status/insiden";
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
