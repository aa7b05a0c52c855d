package id.tangerangkota.layanan.complaint.filing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.attachment.Attachments;
import id.tangerangkota.layanan.attachment.StoredAttachment;
import id.tangerangkota.layanan.availability.OutageSuspicions;
import id.tangerangkota.layanan.availability.OutageSuspicions.Source;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.ComplaintDesk;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.SubmissionRefused;
import id.tangerangkota.layanan.complaint.SubmissionRefused.Reason;
import id.tangerangkota.layanan.complaint.casework.CaseFiles;
import id.tangerangkota.layanan.complaint.casework.Intake;
import id.tangerangkota.layanan.complaint.casework.OutageCases;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.region.Regions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes complaints, each once. */
@Service
class Filing implements ComplaintDesk {

	private static final Logger logger = LoggerFactory.getLogger(Filing.class);

	private final ComplaintCategories categories;

	private final ServiceCatalog catalog;

	private final Regions regions;

	private final Attachments attachments;

	private final Intake intake;

	private final Evidence evidence;

	private final OutageCases outages;

	private final OutageSuspicions suspicions;

	private final Receipts receipts;

	private final Mailboxes mailboxes;

	private final Fingerprints fingerprints;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Filing(ComplaintCategories categories, ServiceCatalog catalog, Regions regions, Attachments attachments,
			Intake intake, Evidence evidence, OutageCases outages, OutageSuspicions suspicions, Receipts receipts,
			Mailboxes mailboxes, Fingerprints fingerprints, TransactionTemplate transaction, Clock clock) {
		this.categories = categories;
		this.catalog = catalog;
		this.regions = regions;
		this.attachments = attachments;
		this.intake = intake;
		this.evidence = evidence;
		this.outages = outages;
		this.suspicions = suspicions;
		this.receipts = receipts;
		this.mailboxes = mailboxes;
		this.fingerprints = fingerprints;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Override
	public Receipt file(Submission submission) {
		ComplaintCategory category = check(submission);
		ServiceId service = submission.service();
		@Nullable String found = (service != null) ? this.evidence.of(service) : null;
		Submission told = this.mailboxes.within(submission);
		Optional<Receipt> taken = Optional.empty();
		try {
			taken = this.transaction.execute((status) -> take(submission, told, category, found));
		}
		finally {
			if (taken.isEmpty()) {
				this.mailboxes.giveBack(told);
			}
		}
		if (taken.isPresent() && service != null && isAboutWorking(submission)) {
			suspect(service, submission.visitor());
		}
		if (taken.isEmpty()) {
			this.fingerprints.check(submission);
		}
		return taken.or(() -> receipt(submission.key())).orElseThrow();
	}

	/** Whether it may say that a service cannot be used. */
	private static boolean isAboutWorking(Submission submission) {
		return submission.kind() == ComplaintKind.COMPLAINT
				&& submission.category().equals(ComplaintCategories.DIGITAL_SERVICE);
	}

	/** The complaint is safe, whatever becomes of this. */
	private void suspect(ServiceId service, @Nullable String visitor) {
		if (visitor == null) {
			return;
		}
		try {
			this.suspicions.report(service, Source.COMPLAINT, visitor);
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("A complaint was taken, but not counted as a suspicion: {}", ex.toString());
		}
	}

	private ComplaintCategory check(Submission submission) {
		ComplaintCategory category = this.categories.find(submission.category())
			.filter((found) -> found.onlyFor() == null || found.onlyFor() == submission.kind())
			.orElseThrow(() -> new SubmissionRefused(Reason.UNKNOWN_CATEGORY));
		ServiceId service = submission.service();
		if (service != null && this.catalog.summaries(List.of(service)).isEmpty()) {
			throw new SubmissionRefused(Reason.UNKNOWN_SERVICE);
		}
		ComplaintPlace place = submission.place();
		@Nullable RegionCode subDistrict = (place != null) ? place.subDistrict() : null;
		if (subDistrict != null && this.regions.subDistrict(subDistrict).isEmpty()) {
			throw new SubmissionRefused(Reason.UNKNOWN_PLACE);
		}
		return category;
	}

	/**
	 * Takes it, without the address where that is told of enough.
	 * @param told what is taken of it
	 */
	private Optional<Receipt> take(Submission submission, Submission told, ComplaintCategory category,
			@Nullable String found) {
		ComplaintId id = ComplaintId.random();
		AttachmentOwner draft = submission.attachments();
		List<AttachmentId> photos = (draft != null)
				? this.attachments.of(draft).stream().map(StoredAttachment::id).toList() : List.of();
		Instant now = this.clock.instant();
		Optional<Receipt> receipt = this.intake.take(id, told, category, photos.size(), found, now);
		if (receipt.isEmpty()) {
			return receipt;
		}
		if (draft != null) {
			this.attachments.attach(draft, photos, CaseFiles.of(id));
		}
		ServiceId service = submission.service();
		boolean attached = service != null && isAboutWorking(submission) && this.outages.attach(id, service, now);
		this.fingerprints.keep(submission);
		boolean mailWithheld = told != submission;
		if (mailWithheld) {
			this.receipts.withholdMail(submission.key());
		}
		return (attached || mailWithheld) ? receipt(submission.key()) : receipt;
	}

	@Override
	public Optional<Receipt> receipt(UUID key) {
		return this.receipts.find(key);
	}

}
