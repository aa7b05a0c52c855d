package id.tangerangkota.layanan.complaint.open;

import java.util.UUID;
import java.util.function.Predicate;

import id.tangerangkota.layanan.attachment.AttachmentAccess;
import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.attachment.AttachmentOwner;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One decision for each kind of owner a complaint has. */
@Configuration(proxyBeanMethods = false)
class OpenPhotosConfiguration {

	private record Access(String kind, Predicate<UUID> may) implements AttachmentAccess {

		@Override
		public boolean mayOpen(AttachmentOwner owner, AttachmentId attachment) {
			return this.may.test(owner.id());
		}

	}

	@Bean
	AttachmentAccess complaintPhotos(PhotoAccess access) {
		return new Access(OpenComplaints.PHOTOS, access::ofComplaint);
	}

	@Bean
	AttachmentAccess complaintEntryPhotos(PhotoAccess access) {
		return new Access(OpenComplaints.ENTRY_PHOTOS, access::ofEntry);
	}

}
