package id.tangerangkota.layanan.complaint.casework;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.complaint.ComplaintId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows which case is that of which outage, and what hangs on it. */
@Component
class OutageRegister {

	/** As long as that after the end, the next outage is the same case. */
	private static final Duration SAME_CASE = Duration.ofDays(1);

	private final JdbcClient jdbc;

	OutageRegister(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Waits until nobody files about a service any more; until the end of the transaction
	 * nobody does.
	 */
	void alone(ServiceId service) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('complaint.outage:' || ?, 0))")
			.param(service.toString())
			.query((row) -> {
			});
	}

	/**
	 * Waits while a case of a service is being opened: it could not see what is filed,
	 * nor that what is opened.
	 */
	void together(ServiceId service) {
		this.jdbc.sql("select pg_advisory_xact_lock_shared(hashtextextended('complaint.outage:' || ?, 0))")
			.param(service.toString())
			.query((row) -> {
			});
	}

	/** The case of a service that is open, or was done with just now. */
	Optional<ComplaintId> recent(ServiceId service, Instant now) {
		return this.jdbc.sql("""
				select id from complaint.complaint
				where service_id = :service and outage_id is not null
					and (status in ('ASSIGNED', 'IN_PROGRESS', 'WAITING_FOR_CITIZEN')
						or (status in ('RESOLVED', 'CLOSED') and resolved_at > :since))
				order by received_at desc limit 1""")
			.param("service", service.value())
			.param("since", Timestamp.from(now.minus(SAME_CASE)))
			.query((row, number) -> new ComplaintId(row.getObject("id", UUID.class)))
			.optional();
	}

	/** What was reported about a service since its outage began, and nobody looked at. */
	List<ComplaintId> reportedSince(ServiceId service, Instant start) {
		return this.jdbc.sql("""
				select id from complaint.complaint
				where service_id = :service and received_at >= :start and status = 'SUBMITTED' and kind = 'COMPLAINT'
					and category = :category and outage_id is null and not supervisory
				order by ticket_number""")
			.param("service", service.value())
			.param("start", Timestamp.from(start))
			.param("category", ComplaintCategories.DIGITAL_SERVICE)
			.query((row, number) -> new ComplaintId(row.getObject("id", UUID.class)))
			.list();
	}

	/** The case of an outage of a service that nobody is done with. */
	Optional<ComplaintId> unfinished(ServiceId service) {
		return this.jdbc.sql("""
				select id from complaint.complaint
				where service_id = :service and outage_id is not null
					and status in ('ASSIGNED', 'IN_PROGRESS', 'WAITING_FOR_CITIZEN')
				order by received_at desc limit 1""")
			.param("service", service.value())
			.query((row, number) -> new ComplaintId(row.getObject("id", UUID.class)))
			.optional();
	}

	/** The case of an outage. */
	Optional<ComplaintId> find(OutageId outage) {
		return this.jdbc.sql("select id from complaint.complaint where outage_id = ?")
			.param(outage.value())
			.query((row, number) -> new ComplaintId(row.getObject("id", UUID.class)))
			.optional();
	}

	/** When such a case was answered last. */
	Optional<Instant> answered(ComplaintId master) {
		return this.jdbc.sql("""
				select at from complaint.entry where complaint_id = ? and kind = 'OUTAGE_ENDED'
				order by seq desc limit 1""")
			.param(master.value())
			.query((row, number) -> row.getTimestamp("at").toInstant())
			.optional();
	}

	/** A report that goes on as part of a case and has not heard of any end. */
	record Waiting(ComplaintId complaint, Instant received) {

		/**
		 * The episode it is about; one that began before anything was known, the first.
		 */
		OutageCases.Episode of(List<OutageCases.Episode> episodes) {
			return episodes.stream()
				.filter((episode) -> episode.concerns(this.received))
				.findFirst()
				.orElseGet(episodes::getLast);
		}

	}

	/** Those that hear of its end. */
	List<Waiting> waiting(ComplaintId master) {
		return this.jdbc.sql("""
				select id, received_at from complaint.complaint
				where merged_into = :master and status_since > :answered order by ticket_number""")
			.param("master", master.value())
			.param("answered", Timestamp.from(answered(master).orElse(Instant.EPOCH)))
			.query((row, number) -> new Waiting(new ComplaintId(row.getObject("id", UUID.class)),
					row.getTimestamp("received_at").toInstant()))
			.list();
	}

}
