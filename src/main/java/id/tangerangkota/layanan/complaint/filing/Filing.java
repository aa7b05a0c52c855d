package id.tangerangkota.layanan.complaint.filing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.attachment.Attachments;
import id.tangerangkota.layanan.attachment.StoredAttachment;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.ComplaintDesk;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.SubmissionRefused;
import id.tangerangkota.layanan.complaint.SubmissionRefused.Reason;
import id.tangerangkota.layanan.complaint.casework.CaseFiles;
import id.tangerangkota.layanan.complaint.casework.Intake;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.region.Regions;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes complaints, each once. */
@Service
class Filing implements ComplaintDesk {

	private final ComplaintCategories categories;

	private final ServiceCatalog catalog;

	private final Regions regions;

	private final Attachments attachments;

	private final Intake intake;

	private final Receipts receipts;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Filing(ComplaintCategories categories, ServiceCatalog catalog, Regions regions, Attachments attachments,
			Intake intake, Receipts receipts, TransactionTemplate transaction, Clock clock) {
		this.categories = categories;
		this.catalog = catalog;
		this.regions = regions;
		this.attachments = attachments;
		this.intake = intake;
		this.receipts = receipts;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Override
	public Receipt file(Submission submission) {
		ComplaintCategory category = check(submission);
		Optional<Receipt> taken = this.transaction.execute((status) -> take(submission, category));
		return taken.or(() -> receipt(submission.key())).orElseThrow();
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

	private Optional<Receipt> take(Submission submission, ComplaintCategory category) {
		ComplaintId id = ComplaintId.random();
		AttachmentOwner draft = submission.attachments();
		List<AttachmentId> photos = (draft != null)
				? this.attachments.of(draft).stream().map(StoredAttachment::id).toList() : List.of();
		Optional<Receipt> receipt = this.intake.take(id, submission, category, photos.size(), null,
				this.clock.instant());
		if (receipt.isPresent() && draft != null) {
			this.attachments.attach(draft, photos, CaseFiles.of(id));
		}
		return receipt;
	}

	@Override
	public Optional<Receipt> receipt(UUID key) {
		return this.receipts.find(key);
	}

}
