package id.tangerangkota.layanan.identity;

/** Whose account it is. Nobody has one that is both. */
public enum AccountKind {

	/** Signs in with NIK and password. */
	CITIZEN,

	/** Signs in with an e-mail address, a password and a second factor. */
	STAFF

}
