package id.tangerangkota.layanan.quality.inspection;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what inspections found. */
@Component
class InspectionStore {

	/** As long as sums of checks. */
	private static final int WEEKS_KEPT = 104;

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	InspectionStore(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/** Services that need no further look in a week. */
	Set<ServiceId> done(LocalDate week, Instant retryBefore) {
		return new HashSet<>(this.jdbc.sql("""
				select service_id from quality.inspection
				where week = :week and (outcome in ('SEEN', 'UNREADABLE') or inspected_at > :retry)""")
			.param("week", Date.valueOf(week))
			.param("retry", Timestamp.from(retryBefore))
			.query((row, number) -> new ServiceId(row.getObject("service_id", UUID.class)))
			.list());
	}

	/** Puts an inspection in the place of one of the same week that saw nothing. */
	@Transactional
	void keep(ServiceId service, LocalDate week, Instant now, SiteInspection inspection) {
		Map<String, Seen> before = lastSeen(service, week);
		this.jdbc.sql("delete from quality.inspection where service_id = ? and week = ?")
			.params(service.value(), Date.valueOf(week))
			.update();
		this.jdbc.sql("""
				insert into quality.inspection (service_id, week, inspected_at, outcome, address, pages)
				values (:service, :week, :now, :outcome, :address, :pages)""")
			.param("service", service.value())
			.param("week", Date.valueOf(week))
			.param("now", Timestamp.from(now))
			.param("outcome", inspection.outcome().name())
			.param("address", inspection.address())
			.param("pages", inspection.pages())
			.update();
		LocalDate today = PageClock.day(now);
		List<Object[]> rows = inspection.findings().stream().map((finding) -> {
			Seen seen = before.get(finding.item());
			boolean same = seen != null && seen.verdict() == finding.verdict();
			return new Object[] { service.value(), Date.valueOf(week), finding.item(), finding.verdict().name(),
					Date.valueOf(same ? Objects.requireNonNull(seen).since() : today), finding.detail(),
					finding.page() };
		}).toList();
		this.batches.batchUpdate("""
				insert into quality.inspection_finding (service_id, week, item, verdict, since, detail, page)
				values (?, ?, ?, ?, ?, ?, ?)""", rows);
	}

	private record Seen(Verdict verdict, LocalDate since) {
	}

	/** What was last seen of each item, before a week. */
	private Map<String, Seen> lastSeen(ServiceId service, LocalDate week) {
		Map<String, Seen> seen = new HashMap<>();
		this.jdbc.sql("""
				select distinct on (item) item, verdict, since from quality.inspection_finding
				where service_id = :service and week < :week and verdict <> 'UNKNOWN'
				order by item, week desc""")
			.param("service", service.value())
			.param("week", Date.valueOf(week))
			.query((row) -> {
				seen.put(row.getString("item"),
						new Seen(Verdict.valueOf(row.getString("verdict")), row.getObject("since", LocalDate.class)));
			});
		return seen;
	}

	@Transactional
	void purge(LocalDate week) {
		this.jdbc.sql("delete from quality.inspection where week < ?")
			.param(Date.valueOf(week.minusWeeks(WEEKS_KEPT)))
			.update();
	}

}
