package id.tangerangkota.layanan.catalog.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.catalog.AgencySummary;
import id.tangerangkota.layanan.catalog.ListingSummary;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.web.JsonLd;

/**
 * A service in the words of schema.org, for search engines. Only what is known stands
 * there.
 */
final class ServiceJsonLd {

	private ServiceJsonLd() {
	}

	static JsonLd of(ServiceDetail service) {
		Map<String, Object> node = new LinkedHashMap<>();
		node.put("@context", "https://schema.org");
		node.put("@type", "GovernmentService");
		node.put("name", service.name());
		node.put("description", service.summary());
		node.put("inLanguage", "id");
		node.put("areaServed", Map.of("@type", "City", "name", "Kota Tangerang"));
		AgencySummary agency = service.agency();
		if (agency != null) {
			node.put("serviceOperator", Map.of("@type", "GovernmentOrganization", "name", agency.name()));
		}
		List<Map<String, Object>> channels = service.listings()
			.stream()
			.filter(ListingSummary::linkable)
			.map((listing) -> Map.<String, Object>of("@type", "ServiceChannel", "serviceUrl",
					String.valueOf(listing.address())))
			.toList();
		if (!channels.isEmpty()) {
			node.put("availableChannel", channels);
		}
		return new JsonLd(node);
	}

}
