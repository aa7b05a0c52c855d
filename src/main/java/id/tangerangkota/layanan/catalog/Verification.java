package id.tangerangkota.layanan.catalog;

import java.util.Locale;

/** How sure we are of a listing's address. */
public enum Verification {

	/** Somebody opened it and vouches for it. */
	VERIFIED,

	/** A public source names it. */
	CITED,

	/** Guessed from a naming pattern: never linked, never counted. */
	INFERRED;

	/** How style sheet and icons call it. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether the address may be linked. */
	public boolean isLinkable() {
		return this != INFERRED;
	}

}
