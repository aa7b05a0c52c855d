package id.tangerangkota.layanan.complaint.open;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.attachment.Attachments;
import id.tangerangkota.layanan.attachment.StoredAttachment;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.PublicComplaint;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.complaint.PublicFilter;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.CaseFiles;
import id.tangerangkota.layanan.complaint.open.OpenStatement.Wanted;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.web.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads from the tables what everybody may see. Every statement asks for
 * {@code published_at}: that alone decides, and the table's constraints keep it away from
 * what is secret.
 */
@Component
@Transactional(readOnly = true)
class OpenComplaints implements PublicComplaints {

	/** Of the complaint itself, without its words and its place. */
	static final String PHOTOS = CaseFiles.COMPLAINT;

	/** Of an entry of its way. */
	static final String ENTRY_PHOTOS = CaseFiles.ENTRY;

	private static final String OF_NUMBER = " and c.ticket_number = :number and c.ticket_year = :year";

	private static final String OF_NUMBERS = " and c.ticket_number in (:numbers) order by c.ticket_number";

	private static final String OPEN = """
			select service_id, count(*) as number from complaint.complaint
			where service_id in (:services) and published_at is not null
				and status in ('SUBMITTED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_FOR_CITIZEN')
			group by service_id
			""";

	private static final String STEPS = """
			select e.id, e.at, e.kind, e.code, case when e.sealed then null else e.text end as text, e.agency, e.attachments from complaint.entry e
			join complaint.complaint c on c.id = e.complaint_id
			where c.id = :complaint and c.published_at is not null and e.visibility = 'PUBLIC'
			order by e.seq
			""";

	private final JdbcClient jdbc;

	private final Attachments attachments;

	private final OpenStatement statement;

	private final Clock clock;

	OpenComplaints(JdbcClient jdbc, Attachments attachments, OpenStatement statement, Clock clock) {
		this.jdbc = jdbc;
		this.statement = statement;
		this.attachments = attachments;
		this.clock = clock;
	}

	@Override
	public Page list(PublicFilter filter, int page, int size) {
		List<PublicComplaint> complaints = this.statement.of(Wanted.ROWS, filter)
			.param("size", size)
			.param("offset", Paging.offset(page, size))
			.query(this::complaint)
			.list();
		long total = this.statement.of(Wanted.NUMBER, filter).param("most", COUNT_LIMIT + 1).query(Long.class).single();
		return new Page(complaints, Math.min(total, COUNT_LIMIT), total > COUNT_LIMIT);
	}

	@Override
	public Optional<PublicComplaint> find(TicketNumber ticket) {
		return this.jdbc.sql(OpenStatement.COLUMNS + OF_NUMBER)
			.param("number", ticket.number())
			.param("year", ticket.year())
			.query(this::complaint)
			.optional();
	}

	@Override
	public List<PublicComplaint> find(Collection<TicketNumber> tickets) {
		if (tickets.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql(OpenStatement.COLUMNS + OF_NUMBERS)
			.param("numbers", tickets.stream().map(TicketNumber::number).toList())
			.query(this::complaint)
			.list()
			.stream()
			.filter((complaint) -> tickets.contains(complaint.ticket()))
			.toList();
	}

	@Override
	public List<Step> steps(ComplaintId complaint) {
		return this.jdbc.sql(STEPS).param("complaint", complaint.value()).query((row, number) -> {
			String kind = row.getString("kind");
			String code = row.getString("code");
			String agency = EntryKeys.agency(kind, code, row.getString("agency"));
			return new Step(instant(row, "at"), EntryKeys.of(kind, code), row.getString("text"),
					(agency != null) ? new AgencyId(agency) : null,
					(row.getInt("attachments") > 0)
							? this.attachments.of(new AttachmentOwner(ENTRY_PHOTOS, row.getObject("id", UUID.class)))
							: List.of());
		}).list();
	}

	@Override
	public List<TicketNumber> merged(ComplaintId complaint) {
		return this.jdbc.sql("""
				select ticket_year, ticket_number from complaint.complaint
				where merged_into = :complaint and published_at is not null
				order by ticket_number limit 100""")
			.param("complaint", complaint.value())
			.query((row, number) -> new TicketNumber(row.getInt("ticket_year"), row.getLong("ticket_number")))
			.list();
	}

	@Override
	public List<StoredAttachment> attachments(ComplaintId complaint) {
		boolean published = this.jdbc
			.sql("select exists (select 1 from complaint.complaint where id = :id and published_at is not null)")
			.param("id", complaint.value())
			.query(Boolean.class)
			.single();
		return published ? this.attachments.of(new AttachmentOwner(PHOTOS, complaint.value())) : List.of();
	}

	@Override
	public Map<ComplaintId, AttachmentId> firstPhotos(Collection<ComplaintId> complaints) {
		Map<ComplaintId, AttachmentId> photos = new HashMap<>();
		if (!complaints.isEmpty()) {
			List<AttachmentOwner> published = this.jdbc
				.sql("select id from complaint.complaint where id = any (?) and published_at is not null")
				.param(complaints.stream().map(ComplaintId::value).toArray(UUID[]::new))
				.query((row, number) -> new AttachmentOwner(PHOTOS, row.getObject("id", UUID.class)))
				.list();
			this.attachments.ofAll(published)
				.forEach((owner, files) -> files.stream()
					.filter(StoredAttachment::isPhoto)
					.findFirst()
					.ifPresent((file) -> photos.put(new ComplaintId(owner.id()), file.id())));
		}
		return photos;
	}

	@Override
	public Map<RegionCode, Long> perSubDistrict(PublicFilter filter) {
		Map<RegionCode, Long> counts = new HashMap<>();
		this.statement.of(Wanted.PLACES, filter).query((row) -> {
			counts.put(new RegionCode(row.getString("sub_district")), row.getLong("number"));
		});
		return counts;
	}

	@Override
	public Map<ServiceId, Integer> open(Collection<ServiceId> services) {
		Map<ServiceId, Integer> open = new HashMap<>();
		if (!services.isEmpty()) {
			this.jdbc.sql(OPEN).param("services", services.stream().map(ServiceId::value).toList()).query((row) -> {
				open.put(new ServiceId(row.getObject("service_id", UUID.class)), row.getInt("number"));
			});
		}
		return open;
	}

	private PublicComplaint complaint(ResultSet row, int number) throws SQLException {
		String category = row.getString("category");
		ComplaintStatus status = ComplaintStatus.valueOf(row.getString("status"));
		boolean runs = row.getBoolean("runs");
		Timestamp next = row.getTimestamp("due_at");
		Instant late = (next != null && next.toInstant().isBefore(this.clock.instant())) ? next.toInstant() : null;
		Roughly where = Roughly.of(category, row.getString("address"), row.getObject("latitude", Double.class),
				row.getObject("longitude", Double.class));
		UUID service = row.getObject("service_id", UUID.class);
		String subDistrict = row.getString("sub_district");
		return new PublicComplaint(new ComplaintId(row.getObject("id", UUID.class)),
				new TicketNumber(row.getInt("ticket_year"), row.getLong("ticket_number")),
				ComplaintKind.valueOf(row.getString("kind")), category,
				(service != null) ? new ServiceId(service) : null,
				(subDistrict != null) ? new RegionCode(subDistrict) : null, where.address(), where.latitude(),
				where.longitude(), row.getString("subject"), row.getString("body"), status, agency(row),
				instant(row, "received_at"), updatedAt(row), runs ? row.getObject("resolve_on", LocalDate.class) : null,
				runs ? instant(row, "resolve_at") : null, late, mergedInto(row), row.getInt("supporters"),
				row.getInt("photos"), row.getBoolean("by_portal"));
	}

	private static @Nullable AgencyId agency(ResultSet row) throws SQLException {
		String code = row.getString("agency");
		return (code != null) ? new AgencyId(code) : null;
	}

	private static @Nullable TicketNumber mergedInto(ResultSet row) throws SQLException {
		long number = row.getLong("into_number");
		return row.wasNull() ? null : new TicketNumber(row.getInt("into_year"), number);
	}

	/** Not {@code changed_at}: what only the reporter sees changes it too. */
	private static Instant updatedAt(ResultSet row) throws SQLException {
		Instant published = instant(row, "published_at");
		return (row.getObject("entry_at") != null && instant(row, "entry_at").isAfter(published))
				? instant(row, "entry_at") : published;
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC).toInstant();
	}

}
