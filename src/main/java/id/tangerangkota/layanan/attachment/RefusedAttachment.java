package id.tangerangkota.layanan.attachment;

import org.jspecify.annotations.Nullable;

/** A file that is not taken, and why. Nothing of it is kept. */
public class RefusedAttachment extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Why; {@link #messageKey()} says it to people. */
	public enum Reason {

		/** No bytes at all. */
		EMPTY,

		/** More bytes than {@code layanan.attachment.max-size}. */
		TOO_LARGE,

		/**
		 * More pixels than {@code layanan.attachment.max-pixels}; nothing was decoded.
		 */
		TOO_MANY_PIXELS,

		/** Neither JPEG, PNG, WebP nor PDF, whatever its name says. */
		UNKNOWN_TYPE,

		/** What iPhones take unless told otherwise. People can change that. */
		HEIC,

		/** Says it is one of the formats, and cannot be read as that. */
		BROKEN,

		/** A PDF where only photos are asked for. */
		DOCUMENT_NOT_ALLOWED,

		/** The owner has as many as it may. */
		TOO_MANY,

		/** The connection ended before the file did. */
		CUT_OFF,

		/** The disk or the database is full. */
		NO_ROOM,

		/** It was sent too long ago and never used, or belongs elsewhere. */
		GONE

	}

	private final Reason reason;

	RefusedAttachment(Reason reason) {
		this(reason, null);
	}

	RefusedAttachment(Reason reason, @Nullable Throwable cause) {
		// What is wrong with people's files is everyday life: no stack trace.
		super(reason.name(), cause, false, false);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	/** Of the text for people. {@code {0}} is the most megabytes a file may have. */
	public String messageKey() {
		return "attachment.refused." + this.reason;
	}

}
