package id.tangerangkota.layanan.complaint.casework;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.TrackingCode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who reported what. */
@Component
class Reporters {

	private final CaseSeal seal;

	private final JdbcClient jdbc;

	Reporters(CaseSeal seal, JdbcClient jdbc) {
		this.seal = seal;
		this.jdbc = jdbc;
	}

	Optional<CaseReporter> of(ComplaintId complaint) {
		return this.jdbc.sql("select sealed from complaint.reporter where complaint_id = ?")
			.param(complaint.value())
			.query(String.class)
			.optional()
			.map((sealed) -> this.seal.openReporter(complaint, sealed));
	}

	/** A complaint and the code that opens it. */
	record Opening(ComplaintId complaint, TrackingCode code) {

	}

	/**
	 * What opens the complaint with this number; nothing opens what nobody handed in
	 * here.
	 */
	Optional<Opening> code(TicketNumber ticket) {
		return this.jdbc.sql("""
				select c.id, r.sealed from complaint.complaint c join complaint.reporter r on r.complaint_id = c.id
				where c.ticket_number = ? and c.ticket_year = ? and c.channel not in ('IMPORT', 'OUTAGE')""")
			.params(ticket.number(), ticket.year())
			.query((row, number) -> {
				ComplaintId id = new ComplaintId(row.getObject("id", UUID.class));
				return new Opening(id, this.seal.openReporter(id, row.getString("sealed")).code());
			})
			.optional();
	}

	/** Takes everything about the person away; the code still opens the complaint. */
	void forget(ComplaintId complaint, CaseReporter reporter, Instant now) {
		this.jdbc.sql("""
				update complaint.reporter set sealed = :sealed, account_index = null, index_key = null,
					forgotten_at = :now
				where complaint_id = :complaint""")
			.param("sealed", this.seal.seal(complaint, reporter.withoutPerson()))
			.param("now", Timestamp.from(now))
			.param("complaint", complaint.value())
			.update();
	}

	/** Hidden also from the staff from now on. */
	void hide(ComplaintId complaint) {
		this.jdbc.sql("update complaint.reporter set anonymous = true where complaint_id = ?")
			.param(complaint.value())
			.update();
	}

	/** Whether the account filed it, or one that goes on as part of it. */
	boolean hasFiled(AccountId account, ComplaintId complaint) {
		return this.jdbc.sql("""
				select exists (select 1 from complaint.reporter r join complaint.complaint c on c.id = r.complaint_id
					where (c.id = :complaint or c.merged_into = :complaint) and r.account_index in (:indexes))""")
			.param("complaint", complaint.value())
			.param("indexes", this.seal.index().candidates(CaseSeal.REPORTER_INDEX, account.toString()))
			.query(Boolean.class)
			.single();
	}

	/** The complaint with this number, if the account filed it. */
	Optional<ComplaintId> filedBy(AccountId account, TicketNumber ticket) {
		return this.jdbc.sql("""
				select c.id from complaint.complaint c join complaint.reporter r on r.complaint_id = c.id
				where c.ticket_number = :number and c.ticket_year = :year and r.account_index in (:indexes)""")
			.param("number", ticket.number())
			.param("year", ticket.year())
			.param("indexes", this.seal.index().candidates(CaseSeal.REPORTER_INDEX, account.toString()))
			.query((row, number) -> new ComplaintId(row.getObject("id", UUID.class)))
			.optional();
	}

}
