package id.tangerangkota.layanan.availability.check;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import id.tangerangkota.layanan.catalog.CatalogListing;
import id.tangerangkota.layanan.catalog.Lifecycle;
import id.tangerangkota.layanan.catalog.ListingDirectory;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells why no check looks at a service, or did not look for a while. */
@Component
public class UnwatchedServices {

	private final JdbcClient jdbc;

	private final ListingDirectory listings;

	private final CheckSettings settings;

	UnwatchedServices(JdbcClient jdbc, ListingDirectory listings, CheckSettings settings) {
		this.jdbc = jdbc;
		this.listings = listings;
		this.settings = settings;
	}

	/** Why nobody looks. */
	public enum Why {

		/** Nobody uses it any more. */
		RETIRED,

		/** An administrator lets its checks rest. */
		PAUSED,

		/** Only who is in the city's own network can open it. */
		INSIDE,

		/** This portal checks nothing. */
		SWITCHED_OFF,

		/** Its address is not known for sure. */
		UNCERTAIN,

		/**
		 * Its address is known, and no check has looked at it yet, or one was removed.
		 */
		NOT_YET

	}

	/**
	 * Why nobody looks at a service.
	 *
	 * @param reasons what administrators wrote when they paused its checks
	 */
	public record Unwatched(Why why, List<String> reasons) {
	}

	/**
	 * A time in which an administrator let a check rest.
	 *
	 * @param until null while it lasts
	 * @param reason what they wrote for people to read
	 */
	public record Pause(Instant from, @Nullable Instant until, String reason) {
	}

	/** Pauses of any check of a service that last or ended since, the latest first. */
	public List<Pause> pauses(ServiceId service, Instant since) {
		return this.jdbc.sql("""
				select distinct p.paused_at, p.resumed_at, p.reason
				from availability.check_pause p join availability.check_definition d on d.id = p.check_id
				where d.service_id = :service and coalesce(p.resumed_at, 'infinity') > :since
				order by p.paused_at desc, p.reason""")
			.param("service", service.value())
			.param("since", since.atOffset(ZoneOffset.UTC))
			.query((row, number) -> {
				Timestamp resumed = row.getTimestamp("resumed_at");
				return new Pause(row.getTimestamp("paused_at").toInstant(),
						(resumed != null) ? resumed.toInstant() : null, row.getString("reason"));
			})
			.list();
	}

	/**
	 * What would be the reason at each service if nobody looked at it, by two queries.
	 */
	public Map<ServiceId, Unwatched> all() {
		return unwatched(this.listings.all(), null);
	}

	/** What would be the reason at a service if nobody looked at it. */
	public Unwatched of(ServiceId service) {
		return unwatched(this.listings.of(service), service).getOrDefault(service,
				new Unwatched(Why.UNCERTAIN, List.of()));
	}

	private Map<ServiceId, Unwatched> unwatched(List<CatalogListing> listings, @Nullable ServiceId only) {
		Map<ServiceId, List<Check>> checks = checks(only);
		Map<ServiceId, Unwatched> unwatched = new LinkedHashMap<>();
		for (CatalogListing listing : listings) {
			unwatched.merge(listing.service(), unwatched(listing, checks.getOrDefault(listing.service(), List.of())),
					(one, other) -> (one.why() == Why.UNCERTAIN) ? other : one);
		}
		return unwatched;
	}

	private Unwatched unwatched(CatalogListing listing, List<Check> checks) {
		if (listing.lifecycle() == Lifecycle.RETIRED) {
			return new Unwatched(Why.RETIRED, List.of());
		}
		List<String> reasons = new ArrayList<>();
		checks.forEach((check) -> {
			if (check.paused() != null && !reasons.contains(check.paused())) {
				reasons.add(check.paused());
			}
		});
		if (!reasons.isEmpty()) {
			return new Unwatched(Why.PAUSED, List.copyOf(reasons));
		}
		return new Unwatched(why(listing, checks), List.of());
	}

	private Why why(CatalogListing listing, List<Check> checks) {
		if (checks.stream().anyMatch((check) -> check.mode().counts(false))) {
			return this.settings.enabled() ? Why.NOT_YET : Why.SWITCHED_OFF;
		}
		if (checks.stream().anyMatch((check) -> check.mode() == CheckMode.INTERNAL)) {
			return Why.INSIDE;
		}
		return (listing.address() != null && listing.verification().isLinkable()) ? Why.NOT_YET : Why.UNCERTAIN;
	}

	private record Check(CheckMode mode, @Nullable String paused) {
	}

	private Map<ServiceId, List<Check>> checks(@Nullable ServiceId only) {
		Map<ServiceId, List<Check>> checks = new HashMap<>();
		this.jdbc.sql("""
				select d.service_id, d.mode, p.reason from availability.check_definition d
				left join availability.check_pause p on p.check_id = d.id and p.resumed_at is null
				where d.removed_at is null and not d.gone
					and (cast(:service as uuid) is null or d.service_id = :service)
				order by d.id""").param("service", (only != null) ? only.value() : null).query((row) -> {
			checks.computeIfAbsent(new ServiceId(row.getObject("service_id", UUID.class)), (id) -> new ArrayList<>())
				.add(new Check(CheckMode.valueOf(row.getString("mode")), row.getString("reason")));
		});
		return checks;
	}

}
