package id.tangerangkota.layanan.apikey;

/** Whether the keys of a program work. */
public enum ClientState {

	/** They do. */
	ACTIVE,

	/** Its last day is over; another last day brings them back. */
	EXPIRED,

	/** An administrator has put an end to them, for good. */
	REVOKED

}
