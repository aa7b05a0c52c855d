package id.tangerangkota.layanan.availability.state;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.catalog.ServiceId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what explains that services are down. */
@Component
public class OutageEvidence {

	private final JdbcClient jdbc;

	OutageEvidence(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Of each service that is down: what the first check saw that found it so. */
	public Map<ServiceId, Evidence> of(Collection<ServiceId> services) {
		Map<ServiceId, Evidence> found = new HashMap<>();
		this.jdbc.sql("""
				select distinct on (service_id) service_id, reason, address, certificate, host, zone
				from availability.check_state where service_id = any (?) and state = 'DOWN'
				order by service_id, since, check_id""")
			.param(services.stream().map(ServiceId::value).toArray(UUID[]::new))
			.query((row) -> {
				found.put(new ServiceId(row.getObject("service_id", UUID.class)),
						new Evidence(StateReason.valueOf(row.getString("reason")), row.getString("address"),
								row.getString("certificate"), row.getString("host"), row.getString("zone")));
			});
		return found;
	}

}
