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

	/**
	 * Of each service that is down: what the first check saw that found it so. Of a host
	 * with several addresses that cannot be reached, all services have the address that
	 * failed first.
	 */
	public Map<ServiceId, Evidence> of(Collection<ServiceId> services) {
		Map<ServiceId, Evidence> found = new HashMap<>();
		this.jdbc.sql("""
				select distinct on (c.service_id) c.service_id, c.reason, coalesce(h.address, c.address) as address,
					c.certificate, c.host, c.zone
				from availability.check_state c left join lateral (
					select o.address from availability.check_state o
					where o.host = c.host and o.state = 'DOWN' and o.address is not null
						and c.reason in ('CONNECT', 'TIMEOUT', 'TLS', 'RESET')
						and o.reason in ('CONNECT', 'TIMEOUT', 'TLS', 'RESET')
					order by o.since, o.check_id limit 1) h on true
				where c.service_id = any (?) and c.state = 'DOWN'
				order by c.service_id, c.since, c.check_id""")
			.param(services.stream().map(ServiceId::value).toArray(UUID[]::new))
			.query((row) -> {
				found.put(new ServiceId(row.getObject("service_id", UUID.class)),
						new Evidence(StateReason.valueOf(row.getString("reason")), row.getString("address"),
								row.getString("certificate"), row.getString("host"), row.getString("zone")));
			});
		return found;
	}

}
