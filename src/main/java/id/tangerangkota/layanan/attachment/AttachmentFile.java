package id.tangerangkota.layanan.attachment;

import java.io.InputStream;
import java.util.function.Supplier;

/**
 * One form of an attachment, to be handed out. Nothing was read yet, and nobody asked
 * whether it may be.
 *
 * @param size in bytes
 * @param tag changes with the content
 * @param content opens it; reading fails if it is removed or redacted meanwhile
 */
public record AttachmentFile(AttachmentOwner owner, AttachmentKind kind, String mediaType, long size, String tag,
		Supplier<InputStream> content) {
}
