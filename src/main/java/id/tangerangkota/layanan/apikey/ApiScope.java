package id.tangerangkota.layanan.apikey;

/** What a program may do with its key. Reading what is public needs none. */
public enum ApiScope {

	/** Files reports of people through Open311. */
	OPEN311_SUBMIT

}
