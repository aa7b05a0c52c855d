package id.tangerangkota.layanan.portal;

import java.util.Comparator;
import java.util.List;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.identity.AgencyNames;
import id.tangerangkota.layanan.web.Language;

import org.springframework.stereotype.Component;

/** The agencies of the catalogue are those that staff belong to. */
@Component
class CatalogAgencies implements AgencyNames {

	private final ServiceCatalog catalog;

	CatalogAgencies(ServiceCatalog catalog) {
		this.catalog = catalog;
	}

	@Override
	public String name(AgencyId agency, Language language) {
		return this.catalog.agency(agency.code()).map((found) -> found.name(language)).orElse(agency.code());
	}

	@Override
	public List<AgencyChoice> all(Language language) {
		return this.catalog.agencies()
			.stream()
			.map((agency) -> new AgencyChoice(agency.code(), agency.name(language)))
			.sorted(Comparator.comparing(AgencyChoice::name))
			.toList();
	}

}
