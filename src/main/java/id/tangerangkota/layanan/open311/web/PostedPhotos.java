package id.tangerangkota.layanan.open311.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.attachment.Attachments;
import id.tangerangkota.layanan.attachment.RefusedAttachment;
import id.tangerangkota.layanan.attachment.UploadOptions;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * Photos that came with a posted report, whatever their parts are called: GeoReport names
 * none, and what somebody sent must not vanish without a word. They go the way of photos
 * of the portal's own form.
 */
@Component
class PostedPhotos {

	/** As many as in the portal's form. */
	private static final int MOST = 5;

	private static final String OWNER = "open-report";

	private final Attachments attachments;

	private final long megabytes;

	PostedPhotos(Attachments attachments, @Value("${layanan.attachment.max-size:10MB}") DataSize largest) {
		this.attachments = attachments;
		this.megabytes = largest.toMegabytes();
	}

	/** What they hang on until they are filed. */
	static AttachmentOwner owner(UUID submission) {
		return new AttachmentOwner(OWNER, submission);
	}

	/** Empty where nothing but text was sent; a part without a file is none. */
	static List<MultipartFile> of(HttpServletRequest request) {
		return (request instanceof MultipartHttpServletRequest parts) ? parts.getMultiFileMap()
			.values()
			.stream()
			.flatMap(Collection::stream)
			.filter((file) -> !file.isEmpty() || hasName(file))
			.toList() : List.of();
	}

	private static boolean hasName(MultipartFile file) {
		String name = file.getOriginalFilename();
		return name != null && !name.isEmpty();
	}

	/**
	 * Keeps them. Not within a transaction: they are decoded.
	 * @throws Refused if one is not taken; what was kept of the others is gone in a day
	 */
	void store(UUID submission, List<MultipartFile> files) {
		if (files.size() > MOST) {
			throw Refused.invalid("open311.error.photos", MOST);
		}
		for (MultipartFile file : files) {
			try (InputStream content = file.getInputStream()) {
				this.attachments.store(owner(submission), content, UploadOptions.photos(MOST));
			}
			catch (RefusedAttachment ex) {
				throw Refused.invalid(ex.messageKey(), this.megabytes);
			}
			catch (IOException ex) {
				throw new IllegalStateException("An upload that came cannot be read", ex);
			}
		}
	}

}
