package id.tangerangkota.layanan.quality.inspection;

import java.time.Instant;
import java.util.Set;

import id.tangerangkota.layanan.catalog.ServiceId;

import org.springframework.boot.test.context.TestComponent;

/** Puts inspections on record without asking any site. */
@TestComponent
public class InspectedSites {

	private final InspectionStore store;

	private final Promises promises;

	InspectedSites(InspectionStore store, Promises promises) {
		this.store = store;
		this.promises = promises;
	}

	/** As if the first page of a site had been this one. */
	public void page(ServiceId service, String address, Instant at, String html, String... headers) {
		keep(service, address, at, new ScriptedVisits().page(address, html, headers));
	}

	/** As if nobody had answered. */
	public void unreachable(ServiceId service, String address, Instant at) {
		keep(service, address, at, new ScriptedVisits());
	}

	private void keep(ServiceId service, String address, Instant at, ScriptedVisits visits) {
		SiteInspection inspection = new SiteInspector(visits, this.promises)
			.inspect(new Site(service, address, true, Set.of()))
			.orElseThrow();
		this.store.keep(service, WeeklyInspection.week(at), at, inspection);
	}

}
