package id.tangerangkota.layanan.attachment;

import java.util.UUID;

/**
 * Names an attachment. A key and no secret: {@link AttachmentAccess} decides who sees.
 */
public record AttachmentId(UUID value) {

	static AttachmentId random() {
		return new AttachmentId(UUID.randomUUID());
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
