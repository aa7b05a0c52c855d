package id.tangerangkota.layanan.availability.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.availability.probe.InnerNetworks;
import id.tangerangkota.layanan.availability.probe.InvalidTarget;
import id.tangerangkota.layanan.availability.probe.Target;
import id.tangerangkota.layanan.availability.probe.WebAddress;
import id.tangerangkota.layanan.catalog.CatalogListing;
import id.tangerangkota.layanan.catalog.Lifecycle;
import id.tangerangkota.layanan.catalog.ListingDirectory;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.Verification;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives every listing of the catalogue with an address its check, and keeps it in step.
 * What an administrator changed of it stays: address and mode each follow the catalogue
 * only as long as they are what the catalogue last said.
 */
@Component
class DefaultChecks {

	private static final Logger log = LoggerFactory.getLogger(DefaultChecks.class);

	private static final String WRITE = """
			insert into availability.check_definition as d (service_id, platform, agency, kind, target, method, statuses,
				redirects, timeout_ms, slow_ms, interval_s, failures, successes, slows, mode, source_target, source_mode,
				changed)
			select service, platform, agency, 'HTTP', target, 'GET', '200-399', true, :timeout, :slow, :interval, 3, 2, 3,
				mode, target, mode, :change
			from jsonb_to_recordset(cast(:rows as jsonb)) as r (service uuid, platform text, agency text, target text,
				mode text)
			on conflict (service_id, platform) where source_target is not null do update set
				target = case when d.target = d.source_target then excluded.target else d.target end,
				mode = case when d.mode = d.source_mode then excluded.mode else d.mode end,
				source_target = excluded.source_target, source_mode = excluded.source_mode, agency = excluded.agency,
				gone = false, version = d.version + 1, changed = excluded.changed
			returning id
			""";

	private final JdbcClient jdbc;

	private final ListingDirectory listings;

	private final CheckRows rows;

	private final CheckChanges changes;

	private final Exploring exploring;

	private final DefaultCheckSettings settings;

	private final JsonMapper json = new JsonMapper();

	DefaultChecks(JdbcClient jdbc, ListingDirectory listings, CheckRows rows, CheckChanges changes, Exploring exploring,
			DefaultCheckSettings settings) {
		this.jdbc = jdbc;
		this.listings = listings;
		this.rows = rows;
		this.changes = changes;
		this.exploring = exploring;
		this.settings = settings;
	}

	/** What the catalogue says of a listing's check. */
	private record Source(@Nullable String agency, String target, String mode) {
	}

	private record Key(UUID service, String platform) {
	}

	/** A check that came from the catalogue, or one somebody added (without source). */
	private record Known(int id, Key key, @Nullable Source source, boolean gone) {
	}

	/** Looks at the whole catalogue; does nothing when nothing changed. */
	@Transactional
	public void keep() {
		lock();
		keep(this.listings.all(), null);
	}

	/** Looks at one service. */
	@Transactional
	public void keep(ServiceId service) {
		lock();
		keep(this.listings.of(service), service);
	}

	/** Nodes that start together. */
	private void lock() {
		this.jdbc.sql("select version from availability.check_version for update").query((row) -> {
		});
	}

	private void keep(List<CatalogListing> listings, @Nullable ServiceId only) {
		Map<Key, Source> wanted = wanted(listings);
		Set<UUID> living = new HashSet<>();
		listings.stream()
			.filter((l) -> l.lifecycle() != Lifecycle.RETIRED)
			.forEach((l) -> living.add(l.service().value()));
		Map<Key, Known> defaults = new HashMap<>();
		List<Integer> going = new ArrayList<>();
		List<Integer> returning = new ArrayList<>();
		for (Known known : known(only)) {
			if (known.source() != null) {
				defaults.put(known.key(), known);
			}
			boolean gone = (known.source() != null) ? !wanted.containsKey(known.key())
					: !living.contains(known.key().service());
			if (gone && !known.gone()) {
				going.add(known.id());
			}
			else if (!gone && known.gone() && known.source() == null) {
				returning.add(known.id());
			}
		}
		List<Map<String, @Nullable Object>> writes = new ArrayList<>();
		List<Integer> touched = new ArrayList<>(going);
		touched.addAll(returning);
		wanted.forEach((key, source) -> {
			Known known = defaults.get(key);
			if (known == null || known.gone() || !Objects.equals(known.source(), source)) {
				writes.add(row(key, source));
				if (known != null) {
					touched.add(known.id());
				}
			}
		});
		if (!writes.isEmpty() || !touched.isEmpty()) {
			write(writes, going, returning, touched);
		}
	}

	private void write(List<Map<String, @Nullable Object>> writes, List<Integer> going, List<Integer> returning,
			List<Integer> touched) {
		List<CheckDetail> before = this.rows.find(touched);
		long change = this.changes.begin();
		setGone(going, true, change);
		setGone(returning, false, change);
		List<Integer> written = this.jdbc.sql(WRITE)
			.param("rows", this.json.writeValueAsString(writes))
			.param("timeout", Target.USUAL_TIMEOUT.toMillis())
			.param("slow", CheckSpec.USUAL_SLOW.toMillis())
			.param("interval", this.settings.interval().toSeconds())
			.param("change", change)
			.query((row, number) -> row.getInt("id"))
			.list();
		this.exploring.forget(written);
		Set<Integer> all = new HashSet<>(touched);
		all.addAll(written);
		this.changes.tell(before, all);
		log.info("Checks follow the catalogue: {} written, {} gone", written.size(), going.size());
	}

	private void setGone(List<Integer> ids, boolean gone, long change) {
		this.jdbc.sql("""
				update availability.check_definition set gone = :gone, version = version + 1, changed = :change
				where id = any (:ids)""")
			.param("gone", gone)
			.param("change", change)
			.param("ids", ids.toArray(Integer[]::new))
			.update();
	}

	private static Map<String, @Nullable Object> row(Key key, Source source) {
		Map<String, @Nullable Object> row = new HashMap<>();
		row.put("service", key.service());
		row.put("platform", key.platform());
		row.put("agency", source.agency());
		row.put("target", source.target());
		row.put("mode", source.mode());
		return row;
	}

	private List<Known> known(@Nullable ServiceId only) {
		return this.jdbc.sql("""
				select id, service_id, platform, agency, source_target, source_mode, gone
				from availability.check_definition
				where (cast(:service as uuid) is null or service_id = :service)
					and (removed_at is null or source_target is not null)""")
			.param("service", (only != null) ? only.value() : null)
			.query((row, number) -> {
				String target = row.getString("source_target");
				Source source = (target != null)
						? new Source(row.getString("agency"), target, row.getString("source_mode")) : null;
				return new Known(row.getInt("id"),
						new Key(row.getObject("service_id", UUID.class), row.getString("platform")), source,
						row.getBoolean("gone"));
			})
			.list();
	}

	private static Map<Key, Source> wanted(List<CatalogListing> listings) {
		Map<Key, Source> wanted = new LinkedHashMap<>();
		for (CatalogListing listing : listings) {
			WebAddress target = (listing.lifecycle() != Lifecycle.RETIRED) ? address(listing) : null;
			if (target != null) {
				CheckMode mode = InnerNetworks.contain(target.host()) ? CheckMode.INTERNAL
						: mode(listing.verification());
				wanted.put(new Key(listing.service().value(), listing.platform().name()),
						new Source(listing.agency(), target.toString(), mode.name()));
			}
		}
		return wanted;
	}

	private static @Nullable WebAddress address(CatalogListing listing) {
		String address = listing.address();
		try {
			return (address != null) ? WebAddress.parse(address) : null;
		}
		catch (InvalidTarget ex) {
			log.warn("The {} address of {} cannot be checked: {}", listing.platform(), listing.slug(), ex.getMessage());
			return null;
		}
	}

	/** What a check of the listing asks, null when it has no address to ask. */
	static @Nullable String target(CatalogListing listing) {
		WebAddress address = address(listing);
		return (address != null) ? address.toString() : null;
	}

	static CheckMode mode(Verification verification) {
		return switch (verification) {
			case VERIFIED -> CheckMode.COUNTED;
			case CITED -> CheckMode.CITED;
			case INFERRED -> CheckMode.EXPLORED;
		};
	}

}
