package id.tangerangkota.layanan.complaint.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.attachment.AttachmentFile;
import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.attachment.Attachments;
import id.tangerangkota.layanan.attachment.Rendition;
import id.tangerangkota.layanan.attachment.StoredAttachment;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.ComplaintAct.Act;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What complaints held before words, photos or documents were taken out: for auditors and
 * the data-protection officer, or the inspectors where it is about the conduct of
 * officials; for a reason, and never without a trace.
 */
@Service
@Transactional
public class Originals {

	private final Cases cases;

	private final ComplaintRepository complaints;

	private final CaseSeal seal;

	private final Attachments attachments;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	Originals(Cases cases, ComplaintRepository complaints, CaseSeal seal, Attachments attachments, JdbcClient jdbc,
			ApplicationEventPublisher events) {
		this.cases = cases;
		this.complaints = complaints;
		this.seal = seal;
		this.attachments = attachments;
		this.jdbc = jdbc;
		this.events = events;
	}

	/** Why somebody reads them. */
	public enum Reason {

		/** The work of the staff is looked at. */
		AUDIT,

		/** A request of whoever reported it about their data. */
		DATA_REQUEST,

		/** A court or the police demanded it in writing. */
		LEGAL_DEMAND

	}

	/**
	 * Words that stood somewhere.
	 *
	 * @param until when some of them were taken out
	 * @param reported whether in the complaint itself, not in an entry of its way
	 */
	public record Words(Instant until, boolean reported, String text) {
	}

	/** All of a complaint, each kind the oldest first. */
	public record Found(List<Words> words, List<AttachmentId> files) {
	}

	/** Nothing where there is no such complaint. */
	public Optional<Found> read(TicketNumber ticket, Reason reason) {
		return find(ticket).map((complaint) -> {
			this.events.publishEvent(ComplaintAct.of(Act.ORIGINALS_READ, complaint, "reason", reason.name()));
			return new Found(words(complaint), files(complaint));
		});
	}

	/** One of its files. Nothing where the complaint has none like that. */
	public Optional<AttachmentFile> open(TicketNumber ticket, AttachmentId file, Reason reason) {
		return find(ticket).filter((complaint) -> files(complaint).contains(file)).flatMap((complaint) -> {
			this.events.publishEvent(ComplaintAct.of(Act.ORIGINALS_READ, complaint,
					Map.of("reason", reason.name(), "photo", file.toString())));
			return this.attachments.openOriginal(file).or(() -> this.attachments.open(file, Rendition.FULL));
		});
	}

	private Optional<ComplaintId> find(TicketNumber ticket) {
		Actor by = this.cases.actor();
		if (!reads(by, false) && !reads(by, true)) {
			throw new AccessDeniedException("Not for this role");
		}
		return this.complaints.findIdByTicket(ticket.year(), ticket.number())
			.flatMap(this.complaints::findById)
			.filter((complaint) -> reads(by, complaint.isSupervisory()))
			.map(Complaint::id);
	}

	/** What is about the conduct of officials stays with the inspectors. */
	static boolean reads(Actor actor, boolean aboutConduct) {
		return aboutConduct ? actor.is(Role.INSPECTOR)
				: actor.is(Role.AUDITOR) || actor.is(Role.DATA_PROTECTION_OFFICER);
	}

	private List<Words> words(ComplaintId complaint) {
		return this.jdbc.sql("select * from complaint.edit where complaint_id = ? order by edited_at, id")
			.param(complaint.value())
			.query((row, number) -> words(row))
			.list();
	}

	private Words words(ResultSet row) throws SQLException {
		return new Words(row.getTimestamp("edited_at").toInstant(), row.getObject("entry_id") == null,
				this.seal.openEdit(row.getObject("id", UUID.class), row.getString("before")));
	}

	/** Those that were taken out, and those of which parts were covered. */
	private List<AttachmentId> files(ComplaintId complaint) {
		Stream<AttachmentId> removed = ids(new AttachmentOwner(CaseFiles.REMOVED, complaint.value()));
		Stream<AttachmentId> covered = Stream
			.concat(Stream.of(CaseFiles.of(complaint)), entries(complaint).stream().map(CaseFiles::of))
			.flatMap(this::ids)
			.filter((file) -> this.attachments.openOriginal(file).isPresent());
		return Stream.concat(removed, covered).toList();
	}

	private Stream<AttachmentId> ids(AttachmentOwner owner) {
		return this.attachments.of(owner).stream().map(StoredAttachment::id);
	}

	private List<EntryId> entries(ComplaintId complaint) {
		return this.jdbc.sql("select id from complaint.entry where complaint_id = ? and attachments > 0 order by seq")
			.param(complaint.value())
			.query((row, number) -> new EntryId(row.getObject("id", UUID.class)))
			.list();
	}

}
