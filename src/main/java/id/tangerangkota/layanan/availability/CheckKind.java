package id.tangerangkota.layanan.availability;

/** What a check asks. The names are stored. */
public enum CheckKind {

	/** An address of the web, over HTTP or HTTPS. */
	HTTP,

	/** The certificate at a port. */
	TLS,

	/** Whether a port takes a connection. */
	TCP,

	/** A record of a name. */
	DNS

}
