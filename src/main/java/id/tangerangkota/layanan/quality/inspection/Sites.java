package id.tangerangkota.layanan.quality.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.CurrentState;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.catalog.AgencyType;
import id.tangerangkota.layanan.catalog.CatalogListing;
import id.tangerangkota.layanan.catalog.ListingDirectory;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.catalog.ServiceId;

import org.springframework.stereotype.Component;

/**
 * The sites that may be looked at: a verified or cited address of a service that is in
 * use. Work on a service and pauses of its checks hold for inspections, too.
 */
@Component
class Sites {

	/** Their category has nothing but sites of kecamatan and kelurahan. */
	private static final String OF_DISTRICTS = "wilayah";

	private final ListingDirectory listings;

	private final ServiceCatalog catalog;

	private final AvailabilityReport availability;

	Sites(ListingDirectory listings, ServiceCatalog catalog, AvailabilityReport availability) {
		this.listings = listings;
		this.catalog = catalog;
		this.availability = availability;
	}

	/** All of them, by their slug. */
	Map<String, ServiceId> all() {
		return this.listings.all()
			.stream()
			.filter(Sites::counts)
			.collect(Collectors.toMap(CatalogListing::slug, CatalogListing::service, (one, other) -> one));
	}

	private static boolean counts(CatalogListing listing) {
		return listing.platform() == Platform.WEB && listing.address() != null && listing.verification().isLinkable()
				&& !listing.lifecycle().isOver();
	}

	/** Those of these that nothing speaks against right now. */
	List<String> free(Map<String, ServiceId> sites) {
		Map<ServiceId, CurrentState> states = this.availability.now(Set.copyOf(sites.values()));
		List<String> free = new ArrayList<>();
		sites.forEach((slug, service) -> {
			CurrentState now = states.get(service);
			if (now != null && now.state() != ServiceState.MAINTENANCE && now.state() != ServiceState.UNMONITORED) {
				free.add(slug);
			}
		});
		return free;
	}

	/** A site as it stands in the catalogue; nothing if it left meanwhile. */
	Optional<Site> site(String slug) {
		return this.catalog.service(slug).flatMap(this::site);
	}

	private Optional<Site> site(ServiceDetail service) {
		boolean ofDistrict = service.categories().stream().anyMatch((category) -> category.slug().equals(OF_DISTRICTS));
		return service.listings()
			.stream()
			.filter((listing) -> listing.platform() == Platform.WEB && listing.linkable())
			.flatMap((listing) -> Optional.ofNullable(listing.address()).stream())
			.findFirst()
			.map((address) -> new Site(service.id(), address, ofDistrict || isOfAgency(address),
					service.standard().keySet()));
	}

	/**
	 * Whatever the slug of the service and whoever runs it. Divisions of the secretariat
	 * have no sites that tell of them, but services such as the procurement.
	 */
	private boolean isOfAgency(String address) {
		String host = WebPage.host(address);
		return this.catalog.agencies()
			.stream()
			.anyMatch((agency) -> agency.type() != AgencyType.DIVISION && host.equals(agency.siteHost()));
	}

}
