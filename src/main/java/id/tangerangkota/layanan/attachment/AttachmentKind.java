package id.tangerangkota.layanan.attachment;

/** What an attachment is to people. */
public enum AttachmentKind {

	/** Made anew from what was sent, without anything but its pixels. */
	PHOTO,

	/** A PDF as it was sent. Only ever handed out as a download. */
	DOCUMENT

}
