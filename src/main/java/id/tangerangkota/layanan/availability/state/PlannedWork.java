package id.tangerangkota.layanan.availability.state;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.catalog.ServiceId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Announced work, as far as states need to know of it: services are in maintenance from
 * its start to its end, exactly, whenever anybody gets to write that down.
 */
@Service
@Transactional
public class PlannedWork {

	private final JdbcClient jdbc;

	private final ServiceChains chains;

	private final ServiceStates states;

	private final Clock clock;

	PlannedWork(JdbcClient jdbc, ServiceChains chains, ServiceStates states, Clock clock) {
		this.jdbc = jdbc;
		this.chains = chains;
		this.states = states;
		this.clock = clock;
	}

	/**
	 * Plans work on services. What is planned already stays as it is.
	 * @param window whose work it is
	 */
	public void plan(UUID window, Collection<ServiceId> services, Instant start, Instant end) {
		this.jdbc.sql("""
				insert into availability.work_span (window_id, service_id, starts, ends)
				select :window, s.id, :start, :end from unnest(cast(:services as uuid[])) as s (id)
				on conflict do nothing""")
			.param("window", window)
			.param("services", services.stream().map(ServiceId::value).toArray(UUID[]::new))
			.param("start", Rows.timestamp(start))
			.param("end", Rows.timestamp(end))
			.update();
	}

	/** Takes work out of the plan that has not begun, and ends what has at an instant. */
	public void end(UUID window, Instant at) {
		this.jdbc.sql("delete from availability.work_span where window_id = :window and starts >= :at and not begun")
			.param("window", window)
			.param("at", Rows.timestamp(at))
			.update();
		this.jdbc.sql(
				"update availability.work_span set ends = greatest(starts, :at) where window_id = :window and ends > :at")
			.param("window", window)
			.param("at", Rows.timestamp(at))
			.update();
		follow();
	}

	/**
	 * Brings states up to date with all edges that have passed.
	 * @return whether there was any
	 */
	public boolean follow() {
		Instant now = this.clock.instant();
		List<Edge> edges = this.jdbc.sql("""
				select service_id, starts, ends, begun from availability.work_span
				where not ended and (ends <= :now or (not begun and starts <= :now))""")
			.param("now", Rows.timestamp(now))
			.query((row, number) -> new Edge(new ServiceId(row.getObject("service_id", UUID.class)),
					row.getBoolean("begun") ? Rows.instant(row, "ends") : Rows.instant(row, "starts")))
			.list();
		if (edges.isEmpty()) {
			return false;
		}
		this.chains.lock(edges.stream().map(Edge::service).collect(Collectors.toSet()));
		Touched touched = new Touched();
		edges.forEach((edge) -> touched.add(edge.service(), edge.at()));
		this.states.refresh(touched);
		this.jdbc.sql("""
				update availability.work_span set begun = true, ended = ends <= :now
				where not ended and (ends <= :now or (not begun and starts <= :now))""")
			.param("now", Rows.timestamp(now))
			.update();
		return true;
	}

	private record Edge(ServiceId service, Instant at) {
	}

}
