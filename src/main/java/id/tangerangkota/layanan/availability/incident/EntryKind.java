package id.tangerangkota.layanan.availability.incident;

/** What an entry of a timeline tells. The names are stored. */
public enum EntryKind {

	/** It began. Automatic. */
	OPENED,

	/** One more service is concerned. Automatic. */
	SERVICE_JOINED,

	/** A service can be used again. Automatic. */
	SERVICE_RECOVERED,

	/** Announced work began on a service, or no check looks at it any more. Automatic. */
	SERVICE_LEFT,

	/** A service shows another certificate. Automatic. */
	SERVICE_RENEWED,

	/** A certificate's end came nearer. Automatic. */
	CERTIFICATE_NEARER,

	/** Another certificate is in use. Automatic. */
	CERTIFICATE_RENEWED,

	/** No check looks at the certificate any more. Automatic. */
	CERTIFICATE_UNWATCHED,

	/** Checks confirmed what people said; there is an incident of its own. Automatic. */
	SUPERSEDED,

	/** Somebody of the staff takes care, and says why. */
	ACKNOWLEDGED,

	/** Somebody of the staff says where the work stands. */
	UPDATE,

	/** Somebody of the staff confirmed what people said. */
	CONFIRMED,

	/** Somebody of the staff found nothing. */
	DISMISSED,

	/** It ended. Automatic, or by somebody of the staff. */
	RESOLVED,

	/** Nobody looks any more at what was down. Automatic. */
	UNWATCHED

}
