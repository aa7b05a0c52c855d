package id.tangerangkota.layanan.complaint.web.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.attachment.Attachments;
import id.tangerangkota.layanan.attachment.RefusedAttachment;
import id.tangerangkota.layanan.attachment.UploadOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/**
 * Keeps photos that come with words until those are sent. Nothing else about a form is
 * lost when a photo is not taken.
 */
@Component
class CasePhotos {

	/** Of one answer. */
	static final int MOST = 5;

	static final String FIELD = "foto";

	/** What photos hang on until the words are sent. */
	private static final String OWNER = "complaint-words";

	private final Attachments attachments;

	private final DataSize largest;

	CasePhotos(Attachments attachments, @Value("${layanan.attachment.max-size:10MB}") DataSize largest) {
		this.attachments = attachments;
		this.largest = largest;
	}

	static AttachmentOwner owner(UUID form) {
		return new AttachmentOwner(OWNER, form);
	}

	/** How many a form has so far. */
	int count(@Nullable UUID form) {
		return (form != null) ? this.attachments.of(owner(form)).size() : 0;
	}

	void keep(@Nullable UUID form, @Nullable List<MultipartFile> files, Errors errors) {
		if (form == null || files == null) {
			return;
		}
		for (MultipartFile file : files) {
			if (!file.isEmpty()) {
				keep(() -> {
					try (InputStream content = file.getInputStream()) {
						this.attachments.store(owner(form), content, UploadOptions.photos(MOST));
					}
				}, errors);
			}
		}
	}

	/**
	 * Shows another picture in the place of one; whether it does.
	 * @param alongside done together with that
	 */
	boolean replace(AttachmentId photo, @Nullable MultipartFile file, Runnable alongside, Errors errors) {
		if (file == null || file.isEmpty()) {
			errors.rejectValue(FIELD, "complaint-desk.error.photo");
			return false;
		}
		return keep(() -> {
			try (InputStream content = file.getInputStream()) {
				this.attachments.redact(photo, content, alongside);
			}
		}, errors);
	}

	@FunctionalInterface
	private interface Work {

		void run() throws IOException;

	}

	private boolean keep(Work work, Errors errors) {
		try {
			work.run();
			return true;
		}
		catch (RefusedAttachment ex) {
			errors.rejectValue(FIELD, ex.messageKey(), new Object[] { this.largest.toMegabytes() }, null);
			return false;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
