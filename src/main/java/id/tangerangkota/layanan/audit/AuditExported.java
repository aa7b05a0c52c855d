package id.tangerangkota.layanan.audit;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** Somebody took rows out of the trail. */
record AuditExported(AuditFilter filter, long records) implements AuditableEvent {

	@Override
	public String action() {
		return "audit.exported";
	}

	@Override
	public Map<String, String> details() {
		Map<String, String> details = new TreeMap<>();
		put(details, "from", this.filter.from());
		put(details, "to", this.filter.to());
		put(details, "action", this.filter.action());
		put(details, "actor", this.filter.actor());
		put(details, "subject", this.filter.subject());
		put(details, "outcome", this.filter.outcome());
		details.put("records", String.valueOf(this.records));
		return details;
	}

	private static void put(Map<String, String> details, String key, @Nullable Object value) {
		if (value != null) {
			details.put(key, value.toString());
		}
	}

}
