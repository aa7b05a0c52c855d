package id.tangerangkota.layanan.availability.incident;

import id.tangerangkota.layanan.availability.OpenIncidents;
import id.tangerangkota.layanan.catalog.ServiceId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts incidents nobody has taken up. */
@Component
class WaitingIncidents implements OpenIncidents {

	private final JdbcClient jdbc;

	WaitingIncidents(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public int unacknowledged(ServiceId service) {
		return this.jdbc.sql("""
				select count(distinct i.id) from availability.incident_service s
				join availability.incident i on i.id = s.incident_id
				where s.service_id = ? and s.until is null and i.ended_at is null and i.acknowledged_at is null""")
			.param(service.value())
			.query(Integer.class)
			.single();
	}

}
