package id.tangerangkota.layanan.availability.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.state.PlannedWork;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceCatalog;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What the staff of the simulated city announced, did and wrote. */
final class PastWork {

	/** Nobody. */
	private static final UUID STAFF = new UUID(0, 0);

	private static final List<Window> WINDOWS = List.of(
			new Window("spmb", 74, "23:00", 120, "Peningkatan kapasitas server menjelang penerimaan murid baru."),
			new Window("perizinan-online", 47, "22:00", 90, "Pemindahan basis data perizinan ke perangkat baru."),
			new Window("pajak-online", 20, "21:30", 60, "Pembaruan aplikasi pajak daerah."),
			new Window("lpse", 6, "22:00", 120, "Pemeliharaan rutin sistem pengadaan."),
			new Window("satu-data", -2, "22:00", 90, "Pembaruan portal data kota."));

	private final JdbcClient jdbc;

	private final PlannedWork plan;

	private final ServiceCatalog catalog;

	PastWork(JdbcClient jdbc, PlannedWork plan, ServiceCatalog catalog) {
		this.jdbc = jdbc;
		this.plan = plan;
		this.catalog = catalog;
	}

	/** Work on a service; days ago below zero are ahead. */
	private record Window(String slug, int daysAgo, String time, int minutes, String text) {
	}

	/**
	 * Announces work.
	 * @return what is to be done at the end of each, when the states before it are known
	 */
	Map<Instant, Runnable> announce(LocalDate today) {
		Map<Instant, Runnable> done = new HashMap<>();
		for (Window window : WINDOWS) {
			this.catalog.service(window.slug()).ifPresent((service) -> announce(window, service.id(), today, done));
		}
		return done;
	}

	private void announce(Window window, ServiceId service, LocalDate today, Map<Instant, Runnable> done) {
		Instant start = today.minusDays(window.daysAgo())
			.atTime(LocalTime.parse(window.time()))
			.atZone(AvailabilityReport.ZONE)
			.toInstant();
		Instant end = start.plus(Duration.ofMinutes(window.minutes()));
		UUID id = UUID.nameUUIDFromBytes(("demo:" + window.slug()).getBytes(StandardCharsets.UTF_8));
		this.jdbc.sql("""
				insert into availability.maintenance_window (id, service_id, recurrence, starts, minutes, text,
					announced_by, announced_at)
				values (:id, :service, 'ONCE', :starts, :minutes, :text, :staff, :starts - interval '5 days')""")
			.param("id", id)
			.param("service", service.value())
			.param("starts", start.atOffset(ZoneOffset.UTC))
			.param("minutes", window.minutes())
			.param("text", window.text())
			.param("staff", STAFF)
			.update();
		if (window.daysAgo() > 0) {
			this.jdbc.sql("insert into availability.maintenance_time (window_id, starts, ends) values (?, ?, ?)")
				.param(id)
				.param(start.atOffset(ZoneOffset.UTC))
				.param(end.atOffset(ZoneOffset.UTC))
				.update();
			done.put(end, () -> {
				this.plan.plan(id, List.of(service), start, end);
				this.plan.follow();
			});
		}
	}

	/**
	 * Writes into the timelines of longer incidents what was done. They were noticed when
	 * they were confirmed, not when the past was made up.
	 */
	void write() {
		this.jdbc.sql("update availability.incident set opened_at = started_at + interval '30 s' where kind = 'OUTAGE'")
			.update();
		this.jdbc
			.sql("""
					with long as (
						select id, cause, started_at, ended_at from availability.incident
						where kind = 'OUTAGE' and ended_at > started_at + interval '30 min')
					insert into availability.incident_entry (id, incident_id, at, kind, status, text, author, for_staff)
					select gen_random_uuid(), id, started_at + interval '9 min', 'UPDATE', 'IDENTIFIED',
						case cause when 'CERTIFICATE' then 'Sertifikat habis masa berlakunya. Tim sedang memasang yang baru.'
							when 'CONNECT' then 'Server tidak menerima sambungan. Tim sedang memeriksa perangkatnya.'
							when 'TIMEOUT' then 'Server terlalu sibuk. Tim sedang menambah kapasitas.'
							else 'Penyebabnya sudah ditemukan. Tim sedang memperbaikinya.' end, :staff, false
					from long
					union all
					select gen_random_uuid(), id, ended_at - interval '6 min', 'UPDATE', 'WATCHING',
						'Perbaikan selesai. Kami masih memantau layanan ini.', :staff, false from long""")
			.param("staff", STAFF)
			.update();
		this.jdbc
			.sql("""
					update availability.incident set acknowledged_at = started_at + interval '8 min', acknowledged_by = :staff
					where kind = 'OUTAGE' and ended_at > started_at + interval '30 min'""")
			.param("staff", STAFF)
			.update();
		this.jdbc
			.sql("""
					update availability.incident i set acknowledged_at = started_at + interval '4 min', acknowledged_by = :staff,
						post_mortem = case cause
							when 'CONNECT' then 'Catu daya di ruang server terputus. Pengalih cadangan kini diuji setiap bulan.'
							when 'CERTIFICATE' then 'Satu sertifikat dipakai beberapa situs dan lupa diperpanjang. Peringatan kini sampai ke tiga orang.'
							when 'DNS' then 'Server nama tidak menjawab setelah pembaruan. Kini ada server kedua di tempat lain.'
						end
					where kind = 'OUTAGE' and ended_at is not null
						and (select count(*) from availability.incident_service s where s.incident_id = i.id) > 3""")
			.param("staff", STAFF)
			.update();
	}

}
