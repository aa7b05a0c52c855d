package id.tangerangkota.layanan.complaint.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.calendar.Deadline;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.CaseSeal;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads receipts again. Dates are those that hold now: they may have moved on, and of
 * what was added to the case of an outage those of that case hold. What nobody handed in
 * here has none.
 */
@Component
class Receipts {

	private final CaseSeal seal;

	private final JdbcClient jdbc;

	Receipts(CaseSeal seal, JdbcClient jdbc) {
		this.seal = seal;
		this.jdbc = jdbc;
	}

	Optional<Receipt> find(UUID key) {
		return this.jdbc.sql("""
				select c.id, c.ticket_year, c.ticket_number, c.kind, c.received_at, r.sealed as reporter,
					s.mail_withheld, m.ticket_year as master_year, m.ticket_number as master_number,
					coalesce(m.verify_starts, c.verify_starts) as verify_starts,
					coalesce(m.verify_days, c.verify_days) as verify_days,
					coalesce(m.verify_paused, c.verify_paused) as verify_paused,
					coalesce(m.verify_on, c.verify_on) as verify_on,
					coalesce(m.verify_at, c.verify_at) as verify_at,
					coalesce(m.resolve_starts, c.resolve_starts) as resolve_starts,
					coalesce(m.resolve_days, c.resolve_days) as resolve_days,
					coalesce(m.resolve_paused, c.resolve_paused) as resolve_paused,
					coalesce(m.resolve_on, c.resolve_on) as resolve_on,
					coalesce(m.resolve_at, c.resolve_at) as resolve_at
				from complaint.submission s join complaint.complaint c on c.id = s.complaint_id
					join complaint.reporter r on r.complaint_id = c.id
					left join complaint.complaint m on m.id = c.merged_into and m.outage_id is not null
				where s.key = ? and c.channel not in ('IMPORT', 'OUTAGE')""")
			.param(key)
			.query(this::receipt)
			.optional();
	}

	/** Keeps for the receipt that nobody is written to; in the transaction of its key. */
	void withholdMail(UUID key) {
		this.jdbc.sql("update complaint.submission set mail_withheld = true where key = ?").param(key).update();
	}

	private Receipt receipt(ResultSet row, int number) throws SQLException {
		ComplaintId id = new ComplaintId(row.getObject("id", UUID.class));
		Deadline verification = new Deadline(row.getTimestamp("verify_starts").toInstant(), row.getInt("verify_days"),
				row.getInt("verify_paused"), row.getObject("verify_on", LocalDate.class),
				row.getTimestamp("verify_at").toInstant());
		Deadline solution = new Deadline(row.getTimestamp("resolve_starts").toInstant(), row.getInt("resolve_days"),
				row.getInt("resolve_paused"), row.getObject("resolve_on", LocalDate.class),
				row.getTimestamp("resolve_at").toInstant());
		@Nullable Integer masterYear = row.getObject("master_year", Integer.class);
		return new Receipt(id, new TicketNumber(row.getInt("ticket_year"), row.getLong("ticket_number")),
				this.seal.openReporter(id, row.getString("reporter")).code(),
				ComplaintKind.valueOf(row.getString("kind")), row.getTimestamp("received_at").toInstant(), verification,
				solution, (masterYear != null) ? new TicketNumber(masterYear, row.getLong("master_number")) : null,
				row.getBoolean("mail_withheld"));
	}

}
