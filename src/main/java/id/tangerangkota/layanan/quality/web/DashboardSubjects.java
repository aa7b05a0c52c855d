package id.tangerangkota.layanan.quality.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Finds whose quality is meant, among those somebody may see. */
@Component
class DashboardSubjects {

	private final ServiceCatalog catalog;

	private final DashboardAccess access;

	private final DashboardWords words;

	DashboardSubjects(ServiceCatalog catalog, DashboardAccess access, DashboardWords words) {
		this.catalog = catalog;
		this.access = access;
		this.words = words;
	}

	/**
	 * The subject that is meant; of what is wrong the errors tell, by field.
	 * @throws NotFound if it is another agency's than the only one somebody sees
	 */
	@Nullable DashboardSubject find(DashboardForm form, Map<String, String> errors, Locale locale) {
		AgencyId only = this.access.only();
		if (StringUtils.hasText(form.layanan())) {
			ServiceDetail service = this.catalog.service(form.layanan().strip()).orElse(null);
			if (service == null) {
				errors.put("layanan", "dashboard.error.service");
				return null;
			}
			return seen(service);
		}
		String code = StringUtils.hasText(form.opd()) ? form.opd().strip() : (only != null) ? only.code() : null;
		if (code == null) {
			return DashboardSubject.city(this.words.say("dashboard.city", locale));
		}
		Agency agency = this.catalog.agency(code).orElse(null);
		if (agency == null) {
			errors.put("opd", "dashboard.error.agency");
			return null;
		}
		if (!this.access.sees(code)) {
			throw new NotFound();
		}
		return DashboardSubject.of(agency, locale);
	}

	private DashboardSubject seen(ServiceDetail service) {
		DashboardSubject subject = DashboardSubject.of(service);
		if (!this.access.sees(subject.agency())) {
			throw new NotFound();
		}
		return subject;
	}

	/** The agencies to choose from; none where somebody sees only one. */
	List<Choice> agencies(Locale locale) {
		if (this.access.only() != null) {
			return List.of();
		}
		List<Choice> choices = new ArrayList<>();
		choices.add(new Choice("", this.words.say("dashboard.city", locale)));
		this.catalog.agencies()
			.forEach((agency) -> choices.add(new Choice(agency.code(), DashboardWords.name(agency, locale))));
		return choices;
	}

	/** The services of an agency to choose from; none without one. */
	List<Choice> services(@Nullable String agency, Locale locale) {
		if (agency == null) {
			return List.of();
		}
		List<Choice> choices = new ArrayList<>();
		choices.add(new Choice("", this.words.say("dashboard.services.all", locale)));
		summaries(agency).stream()
			.filter((service) -> !service.lifecycle().isOver())
			.forEach((service) -> choices.add(new Choice(service.slug(), service.name())));
		return choices;
	}

	/** The services of an agency, or (null) all of them, by name. */
	List<DashboardSubject> of(@Nullable String agency) {
		Map<ServiceId, String> successors = this.catalog.successors();
		return summaries(agency).stream().map((service) -> DashboardSubject.of(service, successors)).toList();
	}

	private List<ServiceSummary> summaries(@Nullable String agency) {
		return this.catalog.summaries(this.catalog.owners()
			.entrySet()
			.stream()
			.filter((owner) -> agency == null || agency.equals(owner.getValue()))
			.map(Map.Entry::getKey)
			.sorted(Comparator.comparing((id) -> id.value()))
			.toList());
	}

}
