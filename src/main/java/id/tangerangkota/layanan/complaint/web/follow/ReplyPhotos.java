package id.tangerangkota.layanan.complaint.web.follow;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.attachment.Attachments;
import id.tangerangkota.layanan.attachment.RefusedAttachment;
import id.tangerangkota.layanan.attachment.UploadOptions;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.web.SealedAttributes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MultipartFile;

/**
 * Photos of a reply that is not sent yet. They hang on a draft whose name stays in the
 * session: an id in the form would let anybody take somebody else's.
 */
@Component
class ReplyPhotos {

	/** Of a reply. */
	static final int MOST = 5;

	private static final String KIND = "complaint-reply";

	private static final String ATTRIBUTE = "balasan-foto";

	private static final UploadOptions OPTIONS = UploadOptions.photos(MOST);

	private final Attachments attachments;

	private final SealedAttributes attributes;

	ReplyPhotos(Attachments attachments, SealedAttributes attributes) {
		this.attributes = attributes;
		this.attachments = attachments;
	}

	/**
	 * Keeps a photo.
	 * @throws RefusedAttachment if it is none, or there are enough
	 */
	void keep(HttpServletRequest request, TicketNumber ticket, @Nullable MultipartFile photo) {
		try (InputStream content = (photo != null) ? photo.getInputStream() : InputStream.nullInputStream()) {
			this.attachments.store(owner(request, ticket), content, OPTIONS);
		}
		catch (IOException ex) {
			throw new IllegalStateException("An upload that came cannot be read", ex);
		}
	}

	/** Whether one was sent: a field without a file sends an empty one without a name. */
	static boolean isThere(@Nullable MultipartFile photo) {
		return photo != null && (!photo.isEmpty() || StringUtils.hasLength(photo.getOriginalFilename()));
	}

	int count(HttpServletRequest request, TicketNumber ticket) {
		AttachmentOwner draft = draft(request, ticket);
		return (draft != null) ? this.attachments.of(draft).size() : 0;
	}

	/** What they hang on, null without any. */
	@Nullable AttachmentOwner draft(HttpServletRequest request, TicketNumber ticket) {
		return this.attributes.get(request, ATTRIBUTE)
			.filter((text) -> text.startsWith(ticket + " "))
			.map((text) -> new AttachmentOwner(KIND, UUID.fromString(text.substring(text.indexOf(' ') + 1))))
			.orElse(null);
	}

	private AttachmentOwner owner(HttpServletRequest request, TicketNumber ticket) {
		AttachmentOwner draft = draft(request, ticket);
		if (draft != null) {
			return draft;
		}
		AttachmentOwner fresh = new AttachmentOwner(KIND, UUID.randomUUID());
		this.attributes.put(request.getSession(), ATTRIBUTE, ticket + " " + fresh.id());
		return fresh;
	}

	void forget(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.removeAttribute(ATTRIBUTE);
		}
	}

}
