package id.tangerangkota.layanan.complaint.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintContacts;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.Reporter;
import id.tangerangkota.layanan.complaint.TicketNumber;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens whom to tell. Anonymous reporters are told too: the staff do not see by whom. */
@Component
class CaseContacts implements ComplaintContacts {

	private final CaseSeal seal;

	private final SupporterContacts supporters;

	private final JdbcClient jdbc;

	CaseContacts(CaseSeal seal, SupporterContacts supporters, JdbcClient jdbc) {
		this.seal = seal;
		this.supporters = supporters;
		this.jdbc = jdbc;
	}

	@Override
	public Map<ComplaintId, TicketNumber> tickets(Collection<ComplaintId> complaints) {
		Map<ComplaintId, TicketNumber> tickets = new HashMap<>();
		this.jdbc.sql("select id, ticket_year, ticket_number from complaint.complaint where id = any (?)")
			.param(complaints.stream().map(ComplaintId::value).toArray(UUID[]::new))
			.query((row) -> {
				tickets.put(new ComplaintId(row.getObject("id", UUID.class)),
						new TicketNumber(row.getInt("ticket_year"), row.getLong("ticket_number")));
			});
		return tickets;
	}

	@Override
	@Transactional
	public void forgetEmail(ComplaintId complaint) {
		this.jdbc.sql("select sealed from complaint.reporter where complaint_id = ? for update")
			.param(complaint.value())
			.query(String.class)
			.optional()
			.map((sealed) -> this.seal.openReporter(complaint, sealed).withoutEmail())
			.ifPresent((reporter) -> this.jdbc.sql("update complaint.reporter set sealed = ? where complaint_id = ?")
				.params(this.seal.seal(complaint, reporter), complaint.value())
				.update());
	}

	@Override
	public Optional<Concerned> of(ComplaintId complaint) {
		return this.jdbc.sql("""
				select c.ticket_year, c.ticket_number, c.kind, c.status, c.agency, c.officer, c.supervisory,
					case when c.published_at is not null then c.supporters else 0 end as supporters,
					c.service_id, c.reopened, c.rating is null and (c.status = 'CLOSED'
						or (c.status = 'REJECTED' and c.rejection <> 'WITHDRAWN')
						or (c.status = 'MERGED' and m.status in ('CLOSED', 'REJECTED'))) as to_judge,
					r.sealed as reporter
				from complaint.complaint c left join complaint.reporter r on r.complaint_id = c.id
					left join complaint.complaint m on m.id = c.merged_into
				where c.id = ?""")
			.param(complaint.value())
			.query((row, number) -> concerned(complaint, row))
			.optional();
	}

	private Concerned concerned(ComplaintId complaint, ResultSet row) throws SQLException {
		List<Contact> contacts = new ArrayList<>();
		@Nullable String sealed = row.getString("reporter");
		if (sealed != null) {
			Reporter reporter = this.seal.openReporter(complaint, sealed).reporter();
			if (reporter.isReachable()) {
				contacts.add(new Contact(reporter.account(), reporter.email(), reporter.language(), false));
			}
		}
		if (row.getInt("supporters") > 0) {
			contacts.addAll(this.supporters.of(complaint));
		}
		@Nullable String agency = row.getString("agency");
		@Nullable UUID service = row.getObject("service_id", UUID.class);
		@Nullable UUID officer = row.getObject("officer", UUID.class);
		return new Concerned(new TicketNumber(row.getInt("ticket_year"), row.getLong("ticket_number")),
				ComplaintKind.valueOf(row.getString("kind")), ComplaintStatus.valueOf(row.getString("status")),
				contacts, (agency != null) ? new AgencyId(agency) : null,
				(officer != null) ? new AccountId(officer) : null, row.getBoolean("supervisory"),
				(service != null) ? new ServiceId(service) : null, row.getBoolean("to_judge"), row.getInt("reopened"));
	}

}
