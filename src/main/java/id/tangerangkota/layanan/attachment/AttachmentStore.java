package id.tangerangkota.layanan.attachment;

import java.io.InputStream;
import java.util.Collection;

/**
 * Where the bytes are. Called within the transaction that writes about them; a store
 * outside of the database has to bear that the transaction fails afterwards.
 */
interface AttachmentStore {

	/** What there can be of one attachment. */
	enum Part {

		FULL, THUMBNAIL,

		/** For audit only. */
		ORIGINAL

	}

	/**
	 * Takes what {@link #put} is going to keep, before the transaction: a store outside
	 * of the database is not spoken with inside of one.
	 * @throws RefusedAttachment if the store cannot take it now
	 */
	default void stage(AttachmentId attachment, Part part, String tag, byte[] content) {
	}

	/**
	 * Keeps a part, in place of an earlier one.
	 * @param tag of the content
	 * @param size in bytes
	 */
	void put(AttachmentId attachment, Part part, String tag, InputStream content, long size);

	/**
	 * Reads piece by piece, holding nothing open in between.
	 * @param tag as it was put; another content is not read in its place
	 */
	InputStream open(AttachmentId attachment, Part part, String tag);

	/** Makes the original of what was shown. */
	void keepAsOriginal(AttachmentId attachment);

	/** Removes the originals of what was shown. */
	void removeOriginals(Collection<AttachmentId> attachments);

	/** Removes all parts. */
	void remove(Collection<AttachmentId> attachments);

}
