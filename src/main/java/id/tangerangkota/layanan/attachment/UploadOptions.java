package id.tangerangkota.layanan.attachment;

import org.springframework.util.Assert;

/**
 * What is wanted of an upload.
 *
 * @param documents whether a PDF is welcome too
 * @param place whether to tell where a photo was taken
 * @param most attachments of one owner, at least 1
 */
public record UploadOptions(boolean documents, boolean place, int most) {

	public UploadOptions {
		Assert.isTrue(most > 0, "An owner may have at least one attachment");
	}

	/** Photos, of which only what is shown is kept. */
	public static UploadOptions photos(int most) {
		return new UploadOptions(false, false, most);
	}

	public UploadOptions andDocuments() {
		return new UploadOptions(true, this.place, this.most);
	}

	public UploadOptions tellingPlace() {
		return new UploadOptions(this.documents, true, this.most);
	}

}
