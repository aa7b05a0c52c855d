package id.tangerangkota.layanan.attachment;

import org.springframework.util.Assert;

/**
 * What is wanted of an upload.
 *
 * @param documents whether a PDF is welcome too
 * @param original whether what was sent is kept beside what is shown, for audit only; it
 * still says where and with what a photo was taken
 * @param place whether to tell where a photo was taken
 * @param most attachments of one owner, at least 1
 */
public record UploadOptions(boolean documents, boolean original, boolean place, int most) {

	public UploadOptions {
		Assert.isTrue(most > 0, "An owner may have at least one attachment");
	}

	/** Photos, of which only what is shown is kept. */
	public static UploadOptions photos(int most) {
		return new UploadOptions(false, false, false, most);
	}

	public UploadOptions andDocuments() {
		return new UploadOptions(true, this.original, this.place, this.most);
	}

	public UploadOptions keepingOriginal() {
		return new UploadOptions(this.documents, true, this.place, this.most);
	}

	public UploadOptions tellingPlace() {
		return new UploadOptions(this.documents, this.original, true, this.most);
	}

}
