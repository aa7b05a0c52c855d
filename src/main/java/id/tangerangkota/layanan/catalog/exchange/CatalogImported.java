package id.tangerangkota.layanan.catalog.exchange;

import java.util.Map;

import id.tangerangkota.layanan.audit.AuditableEvent;

/**
 * Somebody took over a catalogue file.
 *
 * @param rows how many it holds
 * @param changed how many services were added or changed
 */
record CatalogImported(int rows, int changed) implements AuditableEvent {

	@Override
	public String action() {
		return "catalog.imported";
	}

	@Override
	public Map<String, String> details() {
		return Map.of("rows", String.valueOf(this.rows), "changed", String.valueOf(this.changed));
	}

}
