package id.tangerangkota.layanan.availability.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.availability.check.CheckRule;
import id.tangerangkota.layanan.availability.check.CheckRules;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceFilter;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServicePage;
import id.tangerangkota.layanan.catalog.ServiceSummary;

import org.springframework.stereotype.Component;

/** Which services announced work is on. */
@Component
class ServicesAtWork {

	private static final int AT_ONCE = 100;

	private final ServiceCatalog catalog;

	private final CheckRules rules;

	ServicesAtWork(ServiceCatalog catalog, CheckRules rules) {
		this.catalog = catalog;
		this.rules = rules;
	}

	/** The service, or those the agency has now. */
	List<ServiceId> of(MaintenanceScope scope) {
		if (scope.service() != null) {
			return List.of(scope.service());
		}
		ServiceFilter filter = new ServiceFilter(null, null, null, Objects.requireNonNull(scope.agency()).code(), null,
				null, false);
		List<ServiceId> services = new ArrayList<>();
		int number = 1;
		ServicePage page = this.catalog.list(filter, number, AT_ONCE);
		while (!page.items().isEmpty()) {
			page.items().stream().map(ServiceSummary::id).forEach(services::add);
			if (page.items().size() < AT_ONCE) {
				break;
			}
			number++;
			page = this.catalog.list(filter, number, AT_ONCE);
		}
		return services;
	}

	/** Whose service it is, as far as checks know. */
	Set<AgencyId> agencies(ServiceId service) {
		return this.rules.ofService(service)
			.stream()
			.map(CheckRule::agency)
			.filter(Objects::nonNull)
			.map(AgencyId::new)
			.collect(Collectors.toSet());
	}

}
