package id.tangerangkota.layanan.survey.web;

import java.util.Locale;

import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.survey.Scope;
import id.tangerangkota.layanan.web.NotFound;

import org.springframework.stereotype.Component;

/** Finds what results are about, for those who may read them. */
@Component
class ResultSubjects {

	private final ServiceCatalog catalog;

	private final ResultReader reader;

	private final SurveyWords words;

	ResultSubjects(ServiceCatalog catalog, ResultReader reader, SurveyWords words) {
		this.catalog = catalog;
		this.reader = reader;
		this.words = words;
	}

	/**
	 * What a page is about.
	 *
	 * @param path of its page
	 * @param file part of the names of its files
	 */
	record Subject(String name, String path, String file, Scope scope) {
	}

	Subject service(String slug) {
		ServiceDetail service = this.catalog.service(slug).orElseThrow(NotFound::new);
		if (!this.reader.reads((service.agency() != null) ? service.agency().code() : null)) {
			throw new NotFound();
		}
		return new Subject(service.name(), ResultsController.PATH + "/" + service.slug(), service.slug(),
				Scope.service(service.id()));
	}

	Subject agency(String code, Locale locale) {
		Agency agency = this.catalog.agency(code)
			.filter((found) -> this.reader.reads(found.code()))
			.orElseThrow(NotFound::new);
		return new Subject(SurveyWords.name(agency, locale), ResultsController.PATH + "/opd/" + agency.code(),
				"opd-" + agency.code(), Scope.agency(agency.code()));
	}

	Subject city(Locale locale) {
		return new Subject(this.words.say("survey.city", locale), SubjectResultsController.CITY, "kota", Scope.city());
	}

}
