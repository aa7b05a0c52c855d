package id.tangerangkota.layanan.attachment;

/** In which form an attachment is shown. */
public enum Rendition {

	/** Large enough to read a sign on the photo; a document itself. */
	FULL,

	/** For lists. Documents have none. */
	THUMBNAIL

}
