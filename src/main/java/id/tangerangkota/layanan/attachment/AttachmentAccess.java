package id.tangerangkota.layanan.attachment;

/**
 * Decides who may see what. Implemented by each module that owns attachments; those of a
 * kind for which nobody decides are seen by nobody.
 */
public interface AttachmentAccess {

	/** Of the owners it decides about; only one bean may do so for each kind. */
	String kind();

	/**
	 * Whether whoever asks now may see it. Whoever may not is told that there is no such
	 * thing.
	 */
	boolean mayOpen(AttachmentOwner owner, AttachmentId attachment);

}
