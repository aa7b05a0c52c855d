package id.tangerangkota.layanan.complaint.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.attachment.Attachments;
import id.tangerangkota.layanan.attachment.StoredAttachment;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintEvent.Closing;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.CaseAccess;
import id.tangerangkota.layanan.complaint.casework.CaseFiles;
import id.tangerangkota.layanan.complaint.casework.CaseSeal;
import id.tangerangkota.layanan.complaint.casework.CaseWords;
import id.tangerangkota.layanan.complaint.casework.EntryId;
import id.tangerangkota.layanan.complaint.casework.Referral;
import id.tangerangkota.layanan.complaint.casework.Rejection;
import id.tangerangkota.layanan.complaint.casework.Visibility;
import id.tangerangkota.layanan.complaint.queue.CaseFile.ClockName;
import id.tangerangkota.layanan.complaint.queue.CaseFile.Related;
import id.tangerangkota.layanan.complaint.queue.CaseFile.RunClock;
import id.tangerangkota.layanan.complaint.queue.CaseFile.Step;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads whole cases, in a handful of statements each. What is read is shown, not decided
 * upon, so no method needs a transaction.
 */
@Component
public class CaseReader {

	private static final String ONE = """
			select c.*, cast(null as timestamptz) as until, m.ticket_year as into_year, m.ticket_number as into_number,
				m.agency as into_agency, m.supervisory as into_supervisory
			from complaint.complaint c left join complaint.complaint m on m.id = c.merged_into
			where c.ticket_number = :number and c.ticket_year = :year""";

	private static final String MERGED = """
			select c.id, c.ticket_year, c.ticket_number, c.subject, c.sealed, c.channel, c.status, c.received_at, c.agency,
				c.supervisory
			from complaint.complaint c where c.merged_into = :complaint""";

	/** Never those of anonymous ones, in neither direction. */
	private static final String OTHERS = """
			select c.id, c.ticket_year, c.ticket_number, c.subject, c.sealed, c.channel, c.status, c.received_at
			from complaint.reporter r
			join complaint.reporter o on o.account_index = r.account_index and o.complaint_id <> r.complaint_id
			join complaint.complaint c on c.id = o.complaint_id
			where r.complaint_id = :complaint and not r.anonymous and not o.anonymous and not c.anonymous""";

	private static final String NEWEST = " order by c.received_at desc, c.id limit 50";

	private final JdbcClient jdbc;

	private final CaseRows rows;

	private final CaseSeal seal;

	private final Attachments attachments;

	CaseReader(JdbcClient jdbc, CaseRows rows, CaseSeal seal, Attachments attachments) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.seal = seal;
		this.attachments = attachments;
	}

	/** Nothing if there is no such case, or none for whoever asks. */
	public Optional<CaseFile> find(TicketNumber ticket, CaseAccess access) {
		return this.jdbc.sql(ONE + CaseConditions.permitted(access))
			.param("number", ticket.number())
			.param("year", ticket.year())
			.param("own", CaseConditions.code(access.agency()))
			.query((row, number) -> read(row, access))
			.optional();
	}

	private CaseFile read(ResultSet row, CaseAccess access) throws SQLException {
		CaseLine line = this.rows.line(row);
		String sealed = row.getString("sealed");
		CaseWords words = (sealed != null) ? this.seal.openWords(line.id(), sealed) : null;
		Integer rating = (Integer) row.getObject("rating");
		Boolean solved = (Boolean) row.getObject("solved");
		List<Step> steps = told(steps(line.id()), access);
		Map<AttachmentOwner, List<StoredAttachment>> photos = photos(line, steps);
		return new CaseFile(line, (words != null) ? words.text() : row.getString("body"), place(row, words),
				Channel.valueOf(row.getString("channel")), row.getBoolean("formal"), row.getBoolean("extended"),
				row.getTimestamp("published_at") != null, row.getTimestamp("status_since").toInstant(),
				List.of(clock(row, ClockName.VERIFICATION, "verify"), clock(row, ClockName.START, "start"),
						clock(row, ClockName.SOLUTION, "resolve")),
				CaseQueue.instant(row, "waiting_until"), CaseQueue.instant(row, "closes_at"),
				CaseQueue.instant(row, "reopen_until"), CaseRows.account(row, "resolved_by"), barred(row),
				constant(Closing.class, row.getString("closing")), CaseQueue.instant(row, "closed_at"),
				CaseQueue.instant(row, "sampled_at"), constant(Rejection.class, row.getString("rejection")),
				constant(Referral.class, row.getString("referred_to")), into(row, access), outage(row), rating, solved,
				row.getString("evidence"), photos.getOrDefault(CaseFiles.of(line.id()), List.of()),
				steps.stream().map((step) -> with(step, photos)).toList(), merged(line, access), others(line, access));
	}

	/** Nothing where whoever asks could not open it. */
	private static @Nullable TicketNumber into(ResultSet row, CaseAccess access) throws SQLException {
		long number = row.getLong("into_number");
		return (number > 0 && permits(access, row, "into_agency", "into_supervisory"))
				? new TicketNumber(row.getInt("into_year"), number) : null;
	}

	/** In which language its reporter reads, who may be somebody nobody knows. */
	public Language language(ComplaintId complaint) {
		return this.jdbc.sql("select sealed from complaint.reporter where complaint_id = ?")
			.param(complaint.value())
			.query(String.class)
			.optional()
			.map((sealed) -> this.seal.openReporter(complaint, sealed).language())
			.orElse(Language.INDONESIAN);
	}

	private static @Nullable OutageId outage(ResultSet row) throws SQLException {
		UUID outage = row.getObject("outage_id", UUID.class);
		return (outage != null) ? new OutageId(outage) : null;
	}

	private static List<AccountId> barred(ResultSet row) throws SQLException {
		return Stream.of((UUID[]) row.getArray("barred").getArray()).map(AccountId::new).toList();
	}

	private static RunClock clock(ResultSet row, ClockName name, String prefix) throws SQLException {
		return new RunClock(name, row.getTimestamp(prefix + "_starts").toInstant(), row.getInt(prefix + "_days"),
				row.getInt(prefix + "_paused"), row.getObject(prefix + "_on", LocalDate.class),
				row.getTimestamp(prefix + "_at").toInstant(), CaseQueue.instant(row, prefix + "_met"));
	}

	/** Exactly where it is stands with the words where those are sealed. */
	private static @Nullable ComplaintPlace place(ResultSet row, @Nullable CaseWords words) throws SQLException {
		String subDistrict = row.getString("sub_district");
		String address = (words != null) ? words.address() : row.getString("address");
		Double latitude = (words != null) ? words.latitude() : (Double) row.getObject("latitude");
		Double longitude = (words != null) ? words.longitude() : (Double) row.getObject("longitude");
		if (subDistrict == null && address == null && latitude == null) {
			return null;
		}
		return new ComplaintPlace((subDistrict != null) ? new RegionCode(subDistrict) : null, address, latitude,
				longitude);
	}

	static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
		return (name != null) ? Enum.valueOf(type, name) : null;
	}

	private List<Step> steps(ComplaintId complaint) {
		return this.jdbc.sql("select * from complaint.entry where complaint_id = ? order by seq")
			.param(complaint.value())
			.query((row, number) -> step(row))
			.list();
	}

	/**
	 * Without what names a case about the conduct of officials to whoever must not know
	 * that there is one: that it was split off, or what it went on as part of.
	 */
	private List<Step> told(List<Step> steps, CaseAccess access) {
		List<Long> named = steps.stream()
			.flatMap((step) -> Stream.ofNullable(step.code()))
			.filter((code) -> code.startsWith("LKS"))
			.flatMap((code) -> TicketNumber.parse(code).stream())
			.map(TicketNumber::number)
			.toList();
		if (named.isEmpty() || access.supervisory()) {
			return steps;
		}
		Set<String> hidden = this.jdbc.sql("""
				select ticket_year, ticket_number from complaint.complaint
				where supervisory and ticket_number = any (?)""")
			.param(named.toArray(Long[]::new))
			.query((row, number) -> CaseRows.ticket(row).toString())
			.set();
		return steps.stream().filter((step) -> step.code() == null || !hidden.contains(step.code())).toList();
	}

	private Step step(ResultSet row) throws SQLException {
		EntryId id = new EntryId(row.getObject("id", UUID.class));
		String text = row.getString("text");
		if (text != null && row.getBoolean("sealed")) {
			text = this.seal.openEntry(id, text);
		}
		return new Step(id, row.getLong("seq"), row.getTimestamp("at").toInstant(), row.getString("kind"),
				Visibility.valueOf(row.getString("visibility")), CaseRows.account(row, "author"),
				row.getString("author_role"), CaseRows.agency(row.getString("agency")), row.getString("code"), text,
				List.of());
	}

	private Map<AttachmentOwner, List<StoredAttachment>> photos(CaseLine line, List<Step> steps) {
		return this.attachments.ofAll(
				Stream.concat(Stream.of(CaseFiles.of(line.id())), steps.stream().map((step) -> CaseFiles.of(step.id())))
					.toList());
	}

	private static Step with(Step step, Map<AttachmentOwner, List<StoredAttachment>> photos) {
		List<StoredAttachment> own = photos.getOrDefault(CaseFiles.of(step.id()), List.of());
		return new Step(step.id(), step.seq(), step.at(), step.kind(), step.visibility(), step.author(), step.role(),
				step.agency(), step.code(), step.text(), own);
	}

	private List<Related> others(CaseLine line, CaseAccess access) {
		if (line.anonymous()) {
			return List.of();
		}
		return this.jdbc.sql(OTHERS + CaseConditions.permitted(access) + NEWEST)
			.param("complaint", line.id().value())
			.param("own", CaseConditions.code(access.agency()))
			.query(this.rows::related)
			.list();
	}

	/** Those of others are not even opened to be named. */
	private List<Related> merged(CaseLine line, CaseAccess access) {
		return this.jdbc.sql(MERGED)
			.param("complaint", line.id().value())
			.query((row, number) -> permits(access, row, "agency", "supervisory")
					? List.of(this.rows.related(row, number)) : List.<Related>of())
			.list()
			.stream()
			.flatMap(List::stream)
			.toList();
	}

	private static boolean permits(CaseAccess access, ResultSet row, String agency, String supervisory)
			throws SQLException {
		return access.permits(CaseRows.agency(row.getString(agency)), row.getBoolean(supervisory));
	}

}
