package id.tangerangkota.layanan.catalog;

/** Who a service is made for. */
public enum Audience {

	/** Everybody. */
	PUBLIC,

	/** Companies and suppliers. */
	BUSINESS,

	/** Civil servants (ASN) of the city. */
	CIVIL_SERVANTS,

	/** A named group only, such as notaries or drivers. */
	LIMITED,

	/** Nobody could tell from the sources. */
	UNKNOWN

}
