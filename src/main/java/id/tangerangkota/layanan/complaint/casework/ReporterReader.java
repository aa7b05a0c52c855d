package id.tangerangkota.layanan.complaint.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.attachment.Attachments;
import id.tangerangkota.layanan.attachment.StoredAttachment;
import id.tangerangkota.layanan.calendar.Deadline;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads complaints as their reporters see them. */
@Component
class ReporterReader {

	private static final String OF_ACCOUNT = """
			 from complaint.reporter r join complaint.complaint c on c.id = r.complaint_id
			where r.account_index in (:indexes)""";

	private final ComplaintRepository complaints;

	private final Entries entries;

	private final CaseSeal seal;

	private final Attachments attachments;

	private final JdbcClient jdbc;

	ReporterReader(ComplaintRepository complaints, Entries entries, CaseSeal seal, Attachments attachments,
			JdbcClient jdbc) {
		this.complaints = complaints;
		this.entries = entries;
		this.seal = seal;
		this.attachments = attachments;
		this.jdbc = jdbc;
	}

	/** What a merged complaint goes on as part of. */
	private record Master(ComplaintId id, TicketNumber ticket, ComplaintStatus status, boolean open, boolean published,
			Instant since) {

		/** The portal itself writes for all who reported it. */
		boolean tellsWordsOf(EntryKind kind) {
			return this.published || kind == EntryKind.OUTAGE_ENDED || kind == EntryKind.OUTAGE_AGAIN;
		}

	}

	ReporterView view(ComplaintId id, Instant now) {
		Complaint complaint = this.complaints.findById(id.value()).orElseThrow(NotFound::new);
		return this.jdbc.sql("""
				select c.*, m.id as master_id, m.ticket_year as master_year, m.ticket_number as master_number,
					m.status as master_status, m.sealed is null as master_open,
					m.published_at is not null as master_published,
					coalesce(c.rejection, m.rejection) as why_not, coalesce(c.referred_to, m.referred_to) as to_whom
				from complaint.complaint c left join complaint.complaint m on m.id = c.merged_into
				where c.id = ?""").param(id.value()).query((row, number) -> view(id, row, complaint, now)).single();
	}

	private ReporterView view(ComplaintId id, ResultSet row, Complaint complaint, Instant now) throws SQLException {
		@Nullable Deadline running = complaint.running();
		CaseWords words = words(id, row);
		@Nullable Master master = master(row);
		@Nullable Integer rating = row.getObject("rating", Integer.class);
		return new ReporterView(ticket(row, "ticket_year", "ticket_number"),
				ComplaintKind.valueOf(row.getString("kind")), row.getString("category"), service(row),
				place(row, words), words.subject(), words.text(), row.getBoolean("anonymous"),
				row.getBoolean("confidential"), row.getTimestamp("published_at") != null,
				ComplaintStatus.valueOf(row.getString("status")), agency(row),
				row.getTimestamp("received_at").toInstant(), running,
				(running != null) ? complaint.clocks().solution().deadline() : null,
				running != null && running.isOverdue(now), date(row, "closes_at"),
				complaint.standing().isReopenable(now) ? date(row, "reopen_until") : null, date(row, "waiting_until"),
				(master != null) ? master.ticket() : null, (master != null) ? master.status() : null,
				master != null && master.published(), value(Referral.class, row.getString("to_whom")),
				value(Rejection.class, row.getString("why_not")), rating, row.getObject("solved", Boolean.class),
				row.getInt("reopened"), row.getInt("supporters"),
				(row.getInt("photos") > 0) ? this.attachments.of(CaseFiles.of(id)) : List.of(), steps(id, master));
	}

	private List<ReporterView.Step> steps(ComplaintId id, @Nullable Master master) {
		List<ReporterView.Step> steps = new ArrayList<>();
		for (Entries.Row entry : this.entries.of(id)) {
			if (entry.visibility() != Visibility.STAFF) {
				steps.add(step(entry, Entries.CITIZEN.equals(entry.role()), true));
			}
		}
		if (master != null && master.open()) {
			for (Entries.Row entry : this.entries.of(master.id())) {
				boolean told = entry.visibility() == Visibility.PUBLIC && entry.kind() != EntryKind.ABSORBED;
				if (told && entry.at().isAfter(master.since())) {
					steps.add(step(entry, false, master.tellsWordsOf(entry.kind())));
				}
				else if (entry.kind() == EntryKind.REJECTED && entry.at().isAfter(master.since())) {
					// Why; the words were for whoever reported the other one.
					steps.add(step(entry, false, false));
				}
			}
		}
		return steps;
	}

	/** With its words and photos, or without both. */
	private ReporterView.Step step(Entries.Row entry, boolean mine, boolean words) {
		List<StoredAttachment> photos = (words && entry.attachments() > 0)
				? this.attachments.of(CaseFiles.of(entry.id())) : List.of();
		String agency = entry.agency();
		boolean toAgency = entry.kind() == EntryKind.VERIFIED || entry.kind() == EntryKind.FORWARDED;
		@Nullable String shown = toAgency ? entry.code() : agency;
		return new ReporterView.Step(entry.id(), entry.at(), entry.kind().name(), entry.code(),
				words ? entry.text() : null, (shown != null) ? new AgencyId(shown) : null, mine, photos);
	}

	List<ReporterView.Row> of(AccountId account, int size, int offset, Instant now) {
		return this.jdbc
			.sql("select c.*" + OF_ACCOUNT
					+ " order by c.received_at desc, c.ticket_number desc limit :size offset :offset")
			.param("indexes", indexes(account))
			.param("size", size)
			.param("offset", offset)
			.query((row, number) -> line(row, now))
			.list();
	}

	long count(AccountId account) {
		return this.jdbc.sql("select count(*)" + OF_ACCOUNT)
			.param("indexes", indexes(account))
			.query(Long.class)
			.single();
	}

	private List<byte[]> indexes(AccountId account) {
		return this.seal.index().candidates(CaseSeal.REPORTER_INDEX, account.toString());
	}

	private ReporterView.Row line(ResultSet row, Instant now) throws SQLException {
		ComplaintStatus status = ComplaintStatus.valueOf(row.getString("status"));
		@Nullable Timestamp due = row.getTimestamp("due_at");
		return new ReporterView.Row(ticket(row, "ticket_year", "ticket_number"),
				ComplaintKind.valueOf(row.getString("kind")), row.getString("category"), service(row),
				words(new ComplaintId(row.getObject("id", UUID.class)), row).subject(), status,
				row.getTimestamp("received_at").toInstant(), date(row, "due_at"),
				due != null && now.isAfter(due.toInstant()), status == ComplaintStatus.WAITING_FOR_CITIZEN);
	}

	private CaseWords words(ComplaintId id, ResultSet row) throws SQLException {
		@Nullable String sealed = row.getString("sealed");
		return (sealed != null) ? this.seal.openWords(id, sealed)
				: new CaseWords(Objects.requireNonNull(row.getString("subject")),
						Objects.requireNonNull(row.getString("body")), row.getString("address"),
						row.getObject("latitude", Double.class), row.getObject("longitude", Double.class));
	}

	private static @Nullable ComplaintPlace place(ResultSet row, CaseWords words) throws SQLException {
		@Nullable String subDistrict = row.getString("sub_district");
		if (subDistrict == null && words.address() == null && words.latitude() == null) {
			return null;
		}
		return new ComplaintPlace((subDistrict != null) ? new RegionCode(subDistrict) : null, words.address(),
				words.latitude(), words.longitude());
	}

	private static @Nullable Master master(ResultSet row) throws SQLException {
		@Nullable UUID id = row.getObject("master_id", UUID.class);
		return (id != null) ? new Master(new ComplaintId(id), ticket(row, "master_year", "master_number"),
				ComplaintStatus.valueOf(row.getString("master_status")), row.getBoolean("master_open"),
				row.getBoolean("master_published"), row.getTimestamp("status_since").toInstant()) : null;
	}

	private static TicketNumber ticket(ResultSet row, String year, String number) throws SQLException {
		return new TicketNumber(row.getInt(year), row.getLong(number));
	}

	private static @Nullable ServiceId service(ResultSet row) throws SQLException {
		@Nullable UUID service = row.getObject("service_id", UUID.class);
		return (service != null) ? new ServiceId(service) : null;
	}

	private static @Nullable AgencyId agency(ResultSet row) throws SQLException {
		@Nullable String agency = row.getString("agency");
		return (agency != null) ? new AgencyId(agency) : null;
	}

	private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
		@Nullable Timestamp time = row.getTimestamp(column);
		return (time != null) ? PageClock.day(time.toInstant()) : null;
	}

	private static <E extends Enum<E>> @Nullable E value(Class<E> type, @Nullable String name) {
		return (name != null) ? Enum.valueOf(type, name) : null;
	}

}
