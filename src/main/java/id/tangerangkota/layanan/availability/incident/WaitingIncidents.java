package id.tangerangkota.layanan.availability.incident;

import java.util.ArrayList;
import java.util.List;

import id.tangerangkota.layanan.availability.OpenIncidents;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.web.AttentionItem;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts incidents nobody has taken up, and certificates that end whoever takes care. */
@Component
class WaitingIncidents implements OpenIncidents, AttentionItem {

	private static final String PATH = "/admin/ketersediaan/insiden";

	private final JdbcClient jdbc;

	WaitingIncidents(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public int unacknowledged(ServiceId service) {
		return this.jdbc.sql("""
				select count(distinct i.id) from availability.incident_service s
				join availability.incident i on i.id = s.incident_id
				where s.service_id = ? and s.until is null and i.ended_at is null
					and (i.acknowledged_at is null or i.joined_at is not null)""")
			.param(service.value())
			.query(Integer.class)
			.single();
	}

	@Override
	public List<Attention> attention() {
		List<Attention> attention = new ArrayList<>();
		this.jdbc.sql("""
				select count(*) filter (where kind <> 'CERTIFICATE'
						and (acknowledged_at is null or joined_at is not null)) as incidents,
					count(*) filter (where kind = 'CERTIFICATE') as certificates
				from availability.incident where ended_at is null""").query((row) -> {
			add(attention, "incidents", row.getInt("incidents"));
			add(attention, "certificates", row.getInt("certificates"));
		});
		return attention;
	}

	private static void add(List<Attention> attention, String what, int count) {
		if (count > 0) {
			attention.add(new Attention("availability.attention." + what, List.of(count), PATH, true));
		}
	}

}
