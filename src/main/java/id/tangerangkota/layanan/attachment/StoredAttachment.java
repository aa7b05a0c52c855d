package id.tangerangkota.layanan.attachment;

import org.jspecify.annotations.Nullable;

/**
 * An attachment as it is kept.
 *
 * @param mediaType of what is handed out
 * @param width in pixels as shown, 0 for documents
 * @param height in pixels as shown, 0 for documents
 * @param size of what is handed out, in bytes
 * @param place only if the upload asked for it and the photo knew; kept nowhere here
 */
public record StoredAttachment(AttachmentId id, AttachmentKind kind, String mediaType, int width, int height, long size,
		@Nullable PhotoPlace place) {

	/** Whether it can be shown; a document is only handed out. */
	public boolean isPhoto() {
		return this.kind == AttachmentKind.PHOTO;
	}

	StoredAttachment at(@Nullable PhotoPlace where) {
		return new StoredAttachment(this.id, this.kind, this.mediaType, this.width, this.height, this.size, where);
	}

}
