package id.tangerangkota.layanan.catalog;

/** How sure it is who owns a service. */
public enum OwnerConfidence {

	/** A source says so. */
	STATED,

	/** Concluded from name or content. */
	PRESUMED

}
