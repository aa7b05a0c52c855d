package id.tangerangkota.layanan.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/** All listings, for those who do something with each of them. */
@org.springframework.stereotype.Service
public class ListingDirectory {

	private static final String SELECT = """
			select l.service_id, s.slug, l.platform, l.address, l.verification, s.lifecycle, a.code
			from catalog.listing l join catalog.service s on s.id = l.service_id
			left join catalog.agency a on a.id = s.agency_id
			where cast(:service as uuid) is null or l.service_id = :service
			order by s.position, s.slug, array_position(array['WEB', 'ANDROID', 'IOS'], l.platform)""";

	private final JdbcClient jdbc;

	ListingDirectory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Every listing of the catalogue, in the order of its files. */
	public List<CatalogListing> all() {
		try (Stream<CatalogListing> listings = stream(null)) {
			return listings.toList();
		}
	}

	/** The listings of one service; none if it is not there. */
	public List<CatalogListing> of(ServiceId service) {
		try (Stream<CatalogListing> listings = stream(service.value())) {
			return listings.toList();
		}
	}

	/** The listing of a service on a platform, if it is there. */
	public Optional<CatalogListing> of(ServiceId service, Platform platform) {
		return of(service).stream().filter((listing) -> listing.platform() == platform).findFirst();
	}

	private Stream<CatalogListing> stream(@Nullable UUID service) {
		return this.jdbc.sql(SELECT)
			.param("service", service)
			.query((row, number) -> new CatalogListing(new ServiceId(row.getObject("service_id", UUID.class)),
					row.getString("slug"), Platform.valueOf(row.getString("platform")), row.getString("address"),
					Verification.valueOf(row.getString("verification")), Lifecycle.valueOf(row.getString("lifecycle")),
					row.getString("code")))
			.stream();
	}

}
